"""The first schema: records and consents."""

from attunement.recall.stores.sqlite import METADATA

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the tables."""
    from alembic import op

    METADATA.create_all(op.get_bind())


def downgrade() -> None:
    """Drop the tables."""
    from alembic import op

    METADATA.drop_all(op.get_bind())
