"""Alembic's way in: it runs on the connection that `storage.migrate` hands over."""

from typing import Any, Literal

from alembic import context

from storage.tables import metadata

PLAIN = {
    "Instant": "sa.DateTime(timezone=True)",
    "Word": "sa.String(20)",
    "Words": "sa.JSON()",
    "Span": "sa.Integer()",
}


def render(kind: str, item: Any, _autogenerate: Any) -> str | Literal[False]:
    """A migration names plain types: it must run when our own are long gone."""
    return PLAIN.get(type(item).__name__, False) if kind == "type" else False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
    render_item=render,
    compare_server_default=False,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
