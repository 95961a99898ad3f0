"""A router is entered by what may be meant for it, and by nothing else; the filters have the last word."""

from types import SimpleNamespace
from typing import Any

import pytest
from aiogram import F

from bot import talk
from bot.buttons import Button
from bot.talk import Area, In, Step
from handlers import AREAS


class Asked(Step, kind="parlour.asked"):
    pass


class Press(Button, prefix="parlour.press"):
    pass


@pytest.fixture
def parlour() -> Any:
    area = Area("parlour")

    async def nothing(*_args: Any) -> None:
        return

    area.command("sit")(nothing)
    area.caption("menu-out")(nothing)
    area.hears(In(Asked))(nothing)
    area.taps(Press)(nothing)
    yield area.router
    talk.STEPS.pop("parlour.asked", None)


def message(text: str | None = None, caption: str | None = None) -> Any:
    return SimpleNamespace(text=text, caption=caption)


@pytest.mark.parametrize(
    ("text", "step", "wanted"),
    [
        ("/sit", None, True),
        ("/SIT@our_bot now", None, True),
        ("/sit\nhere", None, True),
        ("/stand", None, False),
        ("/", None, False),
        ("🚶 外出登记", None, None),
        ("something", None, False),
        ("something", Asked(), True),
        (None, None, False),
    ],
)
def test_a_message_enters_by_command_keyboard_or_step(parlour: Any, text: str, step: Any, wanted: bool | None) -> None:
    if wanted is None:
        text, wanted = next(iter(talk.captions("menu-out"))), True
    assert parlour.concerns("message", message(text), SimpleNamespace(step=step)) is wanted


def test_a_button_enters_by_its_prefix(parlour: Any) -> None:
    turn = SimpleNamespace(step=None)
    assert parlour.concerns("callback_query", SimpleNamespace(data="parlour.press"), turn)
    assert parlour.concerns("callback_query", SimpleNamespace(data="parlour.press:7"), turn)
    assert not parlour.concerns("callback_query", SimpleNamespace(data="parlour.pressed:7"), turn)
    assert not parlour.concerns("callback_query", SimpleNamespace(data=None), turn)


def test_a_handler_that_may_pass_anything_opens_the_door(parlour: Any) -> None:
    assert not parlour.concerns("message", message("hello"), SimpleNamespace(step=None))
    parlour.opened_by("message", (F.text,))
    assert parlour.concerns("message", message("hello"), SimpleNamespace(step=None))


def test_what_nobody_listens_to_is_passed_by(parlour: Any) -> None:
    assert not parlour.concerns("my_chat_member", SimpleNamespace(), SimpleNamespace(step=None))


def test_the_last_area_takes_everything() -> None:
    last = AREAS[-1].router
    assert last.concerns("message", message("x"), SimpleNamespace(step=None))
    assert last.concerns("callback_query", SimpleNamespace(data="no.such:1"), SimpleNamespace(step=None))
