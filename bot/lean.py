"""A light start: aiogram's models are built when they are first needed, not all at the import.

aiogram asks pydantic to build some five hundred models when it is imported, which costs seconds and a
hundred megabytes; the bot needs those that an update can hold. Import this module before aiogram.
"""

import sys
from typing import Any

from pydantic import BaseModel

if "aiogram" not in sys.modules:
    whole = BaseModel.__dict__["model_rebuild"]
    BaseModel.model_rebuild = classmethod(lambda *_args, **_options: None)  # type: ignore[assignment, method-assign]
    try:
        import aiogram
        from aiogram import types
    finally:
        BaseModel.model_rebuild = whole  # type: ignore[method-assign]
else:  # somebody was quicker: everything is built already
    import aiogram
    from aiogram import types


def build() -> None:
    """Build what updates are made of; called once, before the first is read."""
    if not types.Update.__pydantic_complete__:
        from typing import Literal, Optional, Union

        from aiogram.client.default import Default
        from aiogram.types.error_event import ErrorEvent

        names: dict[str, Any] = {name: getattr(types, name) for name in types.__all__}
        names |= {"List": list, "Optional": Optional, "Union": Union, "Literal": Literal, "Default": Default}
        types.Update.model_rebuild(_types_namespace=names)
        ErrorEvent.model_rebuild(_types_namespace=names)  # what aiogram wraps a handler's exception in


__all__ = ["aiogram", "build", "types"]
