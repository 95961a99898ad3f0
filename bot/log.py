"""Structured logs: events with ids and figures, never texts, names of clients, or secrets."""

import logging
import sys
from typing import Any

import structlog

LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}


def configure(level: str = "info", secrets: tuple[str, ...] = ()) -> None:
    """Send everything to stderr: lines for people on a terminal, JSON elsewhere."""
    renderer: Any = structlog.dev.ConsoleRenderer() if sys.stderr.isatty() else structlog.processors.JSONRenderer()
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            Hide(secrets),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(LEVELS[level]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    # Libraries log addresses, and an address of the Bot API holds the token.
    for name in ("aiohttp", "aiogram", "sqlalchemy", "asyncio"):
        logging.getLogger(name).setLevel(logging.ERROR)


class Hide:
    """A last guard: should a secret ever come into an event, it goes no further."""

    def __init__(self, secrets: tuple[str, ...]) -> None:
        self.secrets = tuple(each for each in secrets if each)

    def __call__(self, _logger: Any, _method: str, event: Any) -> Any:
        for name, value in event.items():
            if isinstance(value, str):
                for secret in self.secrets:
                    if secret in value:
                        event[name] = value = value.replace(secret, "***")
        return event
