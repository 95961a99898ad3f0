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
        from aiogram.types.error_event import ErrorEvent

        known = names()
        types.Update.model_rebuild(_types_namespace=known)
        ErrorEvent.model_rebuild(_types_namespace=known)  # what aiogram wraps a handler's exception in


def build_all() -> None:
    """Build everything, for who uses aiogram's own client: the tests of the sandbox."""
    from aiogram import methods

    known = names()
    for place in (types, methods):
        for name in place.__all__:
            model = getattr(place, name)
            if isinstance(model, type) and issubclass(model, BaseModel) and not model.__pydantic_complete__:
                model.model_rebuild(_types_namespace=known)


def names() -> dict[str, Any]:
    """What aiogram's annotations speak of."""
    from typing import Literal, Optional, Union

    from aiogram.client.default import Default

    found: dict[str, Any] = {name: getattr(types, name) for name in types.__all__}
    return found | {"List": list, "Optional": Optional, "Union": Union, "Literal": Literal, "Default": Default}


__all__ = ["aiogram", "build", "build_all", "types"]
