"""Schema migrations (alembic), loaded only when a file of an older version is opened."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.engine import Connection

from attunement.errors import StoreError


def upgrade(connection: Connection, found: str, wanted: str) -> None:
    """Bring the schema from revision ``found`` to ``wanted``.

    Raises:
        StoreError: the file was made by a newer version of the package.
    """
    from alembic.migration import MigrationContext
    from alembic.operations import Operations
    from alembic.script import ScriptDirectory
    from alembic.util import CommandError

    scripts = ScriptDirectory(str(Path(__file__).parent))
    try:
        steps = list(scripts.walk_revisions(found, wanted))[::-1]
    except CommandError:
        raise StoreError(
            f"the store has schema {found}, this package knows {wanted}; upgrade the package"
        ) from None
    context = MigrationContext.configure(connection)
    with Operations.context(context):
        for step in steps:
            if step.revision != found:
                step.module.upgrade()
                context.stamp(scripts, step.revision)
