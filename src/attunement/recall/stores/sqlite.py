"""The default store: one SQLite file through SQLAlchemy Core.

Clear columns name tenant, person, conversation, branch, times, kind and consent; all words lie in the
``payload`` blob, written by a codec. Deleted pages are overwritten (``secure_delete``), and an erase
also truncates the write-ahead log.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import Any, Final

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    create_engine,
    delete,
    event,
    inspect,
    select,
    text,
)  # fmt: skip
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Connection, Row
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import StaticPool

from attunement.errors import StoreError
from attunement.protocols import Record

REVISION: Final = "0001"
METADATA: Final = MetaData()
RECORDS: Final = Table(
    "records", METADATA,
    Column("tenant", String(64), nullable=False),
    Column("id", String(64), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("person", String(128)),
    Column("conversation", String(128)),
    Column("branch", String(64), nullable=False),
    Column("parent", String(64)),
    Column("idempotency_key", String(128)),
    Column("consent_category", String(32), nullable=False),
    Column("key_id", String(64), nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("payload_version", Integer, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    PrimaryKeyConstraint("tenant", "id"),
    Index("records_by_conversation", "tenant", "conversation", "created_at"),
    Index("records_by_person", "tenant", "person", "created_at"),
    Index("records_by_key", "tenant", "idempotency_key"),
)  # fmt: skip
CONSENTS: Final = Table(
    "consents", METADATA,
    Column("tenant", String(64), nullable=False),
    Column("person", String(128), nullable=False),
    Column("category", String(32), nullable=False),
    Column("granted", Boolean, nullable=False),
    Column("decided_at", DateTime(timezone=True), nullable=False),
    PrimaryKeyConstraint("tenant", "person", "category"),
)  # fmt: skip


class SqliteStore:
    """A store in one file; ``path`` None keeps everything in memory.

    Raises:
        StoreError: the file cannot be opened, is no database, or was made by a newer version.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        # memory has one connection, which threads must take in turn; a file gives each its own
        self._lock: AbstractContextManager[Any] = RLock() if path is None else nullcontext()
        if path is None:
            self._engine = create_engine(
                "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}
            )
        else:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise StoreError(f"cannot make the folder of {path.name}: {error.strerror}") from None
            self._engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": 10})
        event.listen(self._engine, "connect", _pragmas)
        with self._begin() as connection:
            self._prepare(connection)

    def _prepare(self, connection: Connection) -> None:
        """Create the tables of a new file, or bring an older one up to date."""
        tables = inspect(connection).get_table_names()
        if not tables:
            METADATA.create_all(connection)
            connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
            connection.execute(text("INSERT INTO alembic_version VALUES (:revision)"), {"revision": REVISION})
            return
        if "alembic_version" not in tables:
            raise StoreError("the file is a database of something else; choose another with --store")
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        if found != REVISION:
            from attunement.recall.stores.migrations import upgrade

            upgrade(connection, str(found), REVISION)

    @contextmanager
    def _begin(self) -> Generator[Connection]:
        try:
            with self._lock, self._engine.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            cause = str(getattr(error, "orig", None) or error).splitlines()[0]
            name = self.path.name if self.path else "memory"
            raise StoreError(f"the store {name} failed: {cause}") from None

    def put(self, record: Record) -> None:
        """Insert one record, or replace the one of the same tenant and id."""
        values = {c.name: getattr(record, c.name) for c in RECORDS.columns}
        values["created_at"] = record.created_at.astimezone(UTC)
        statement = insert(RECORDS).values(**values)
        updated = {k: v for k, v in values.items() if k not in ("tenant", "id")}
        statement = statement.on_conflict_do_update(index_elements=["tenant", "id"], set_=updated)
        with self._begin() as connection:
            connection.execute(statement)

    def get(self, tenant: str, id: str) -> Record | None:
        """One record by id."""
        query = select(RECORDS).where(RECORDS.c.tenant == tenant, RECORDS.c.id == id)
        with self._begin() as connection:
            row = connection.execute(query).first()
        return _record(row) if row else None

    def conversation(self, tenant: str, conversation: str, limit: int) -> list[Record]:
        """The last ``limit`` turns of a conversation, oldest first."""
        query = (
            select(RECORDS)
            .where(
                RECORDS.c.tenant == tenant,
                RECORDS.c.conversation == conversation,
                RECORDS.c.kind == "turn",
            )
            .order_by(RECORDS.c.created_at.desc(), text("rowid DESC"))
            .limit(limit)
        )
        with self._begin() as connection:
            rows = connection.execute(query).all()
        return [_record(row) for row in reversed(rows)]

    def person(self, tenant: str, person: str, kind: str | None = None) -> list[Record]:
        """Everything kept of one person, or all of one kind, oldest first."""
        query = (
            select(RECORDS)
            .where(RECORDS.c.tenant == tenant, RECORDS.c.person == person)
            .order_by(RECORDS.c.created_at, text("rowid"))
        )
        if kind is not None:
            query = query.where(RECORDS.c.kind == kind)
        with self._begin() as connection:
            return [_record(row) for row in connection.execute(query).all()]

    def stamp(self, tenant: str, person: str) -> str:
        """The latest record: one step in the index. Whoever deletes older ones writes a turn after it."""
        query = (
            select(RECORDS.c.created_at, RECORDS.c.id, text("rowid"))
            .where(RECORDS.c.tenant == tenant, RECORDS.c.person == person)
            .order_by(RECORDS.c.created_at.desc(), text("rowid DESC"))
            .limit(1)
        )
        with self._begin() as connection:
            row = connection.execute(query).first()
        return "/".join(str(v) for v in row) if row else ""

    def delete(self, tenant: str, ids: Sequence[str]) -> int:
        """Delete records by id, from the table and the write-ahead log."""
        statement = delete(RECORDS).where(RECORDS.c.tenant == tenant, RECORDS.c.id.in_(list(ids)))
        with self._begin() as connection:
            done = connection.execute(statement)
        self._truncate_log()
        return done.rowcount

    def last_conversation(self, tenant: str, person: str) -> str | None:
        """The conversation of the person's latest turn."""
        query = (
            select(RECORDS.c.conversation)
            .where(
                RECORDS.c.tenant == tenant,
                RECORDS.c.person == person,
                RECORDS.c.kind == "turn",
                RECORDS.c.conversation.is_not(None),
            )
            .order_by(RECORDS.c.created_at.desc(), text("rowid DESC"))
            .limit(1)
        )
        with self._begin() as connection:
            return connection.execute(query).scalar()

    def erase(self, tenant: str, person: str) -> int:
        """Delete everything of one person, from the tables and the write-ahead log."""
        with self._begin() as connection:
            done = connection.execute(
                delete(RECORDS).where(RECORDS.c.tenant == tenant, RECORDS.c.person == person)
            )
            connection.execute(
                delete(CONSENTS).where(CONSENTS.c.tenant == tenant, CONSENTS.c.person == person)
            )
        self._truncate_log()
        return done.rowcount

    def _truncate_log(self) -> None:
        if self.path is not None:
            with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as raw:
                raw.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))

    def consent(self, tenant: str, person: str) -> dict[str, bool]:
        """The person's decisions by category."""
        query = select(CONSENTS.c.category, CONSENTS.c.granted).where(
            CONSENTS.c.tenant == tenant, CONSENTS.c.person == person
        )
        with self._begin() as connection:
            return {row.category: bool(row.granted) for row in connection.execute(query)}

    def set_consent(self, tenant: str, person: str, category: str, granted: bool, at: datetime) -> None:
        """Record a decision."""
        values = {"granted": granted, "decided_at": at}
        statement = insert(CONSENTS).values(tenant=tenant, person=person, category=category, **values)
        statement = statement.on_conflict_do_update(
            index_elements=["tenant", "person", "category"], set_=values
        )
        with self._begin() as connection:
            connection.execute(statement)

    def close(self) -> None:
        """Release the file."""
        self._engine.dispose()


def _pragmas(connection: Any, _: Any) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "secure_delete=ON", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _record(row: Row[Any]) -> Record:
    values = {c.name: getattr(row, c.name) for c in RECORDS.columns}
    return Record(**{**values, "created_at": row.created_at.replace(tzinfo=UTC)})


def build(path: Path | None = None) -> SqliteStore:
    """Build the store for the registry."""
    return SqliteStore(path)
