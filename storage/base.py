"""What tables are made of: kinds of columns, and how a rule's dataclass is read from a row and written to one.

A table that keeps a rule's facts has exactly the columns that its dataclass has fields, so that a row is read as
`Outing(**row._mapping)` and written with `columns(outing)`; `READ_AS` says which, and a house test keeps it so.
"""

from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    TypeDecorator,
)
from sqlalchemy.types import TypeEngine

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


class Instant(TypeDecorator[datetime]):
    """A moment: aware UTC in Python, `timestamptz` in PostgreSQL, naive UTC text in SQLite."""

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(DateTime(timezone=dialect.name == "postgresql"))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone")
        value = value.astimezone(UTC)
        return value if dialect.name == "postgresql" else value.replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value if value is None or value.tzinfo else value.replace(tzinfo=UTC)


# SQLite numbers rows by itself only where the key is a plain INTEGER.
BigId = BigInteger().with_variant(Integer(), "sqlite")


def key() -> Column[int]:
    return Column("id", BigId, primary_key=True, autoincrement=True)


class Word(TypeDecorator[StrEnum]):
    """One of a rule's words, kept as text."""

    impl = String(20)
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else str(self.words(value))

    def process_result_value(self, value: Any, dialect: Dialect) -> StrEnum | None:
        return None if value is None else self.words(value)


class Words(TypeDecorator[tuple[StrEnum, ...]]):
    """Several of a rule's words, kept as a JSON list."""

    impl = JSON
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: Any, dialect: Dialect) -> list[str]:
        return [str(each) for each in value or ()]

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[StrEnum, ...]:
        return tuple(self.words(each) for each in value or ())


class Span(TypeDecorator[timedelta]):
    """A length of time, kept in whole seconds."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: timedelta | None, dialect: Dialect) -> int | None:
        return None if value is None else round(value.total_seconds())

    def process_result_value(self, value: int | None, dialect: Dialect) -> timedelta | None:
        return None if value is None else timedelta(seconds=value)


class Exact(TypeDecorator[Fraction]):
    """A fraction without rounding, kept as text: "3", "-7/2"."""

    impl = String(40)
    cache_ok = True

    def process_bind_param(self, value: Fraction | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Fraction | None:
        return None if value is None else Fraction(value)


def person(name: str = "person_id", **options: Any) -> Column[Any]:
    return Column(name, ForeignKey("people.id"), **options)


READ_AS: dict[Table, Callable[..., Any]] = {}


def columns(fact: Any) -> dict[str, Any]:
    """A rule's dataclass as the columns of its table; the number is left to the database where there is none yet."""
    values = {each.name: getattr(fact, each.name) for each in fields(fact)}
    if values.get("id") == 0:
        del values["id"]
    return values
