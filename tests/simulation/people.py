"""Random people who do random things, as people do: at any moment, twice, out of turn, and with the wrong button."""

import asyncio
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from bot.actions import ACTIONS
from bot.text import LANGUAGES, render
from tests.language.leave_cases import CASES as LEAVE
from tests.simulation.telegram import Telegram
from tests.stage import BOT, CLIENTS, PEOPLE, ZONE

HERE = Path(__file__).parent.parent / "language"
DECLARATIONS = [
    line.split(" | ")[0].replace("永泰纺织", "鼎盛纺织").replace("宏图机械", "华丰机械")
    for line in (HERE / "outings.txt").read_text("utf-8").splitlines()
    if " | " in line and not line.startswith("#")
]
OUTINGS = [
    "去鼎盛纺织看厂房，四点半回",
    "下午去华丰机械谈续贷，五点前回",
    "到宏远物流送材料，11点回来",
    "Going to 蓝海科技 about the loan, back at 4pm",
    "拜访新客户蓝天物流，谈开户，3点回",
]
RECORDS = [
    "见了王总，谈流动资金贷款，对方同意先报材料，下周三再去收报表",
    "对象：李会计\n目的：贷后检查\n结果：经营正常，应收账款略增\n下一步：月底前取对账单",
    "没见到人，改约周五上午",
    "电话联系了宏远物流，说下周再谈",
    "谈完了，客户要300万，账号6222021234567890123",
]
LEAVES = [case[0] for case in LEAVE]
PLAIN = ["好的", "是", "不去了", "16:30", "明天", "堵车", "四点", "客户临时改时间", "1", "谢谢", "OK", "？"]
ODD = [
    "\u202e反过来",
    "a\u200bb",
    "👨‍👩‍👧‍👦" * 20,
    "<b>x</b>&",
    "{ $name }",
    "=1+1",
    "哈" * 4000,
    " \n ",
    "/",
    "/nosuch x",
]
CAPTIONS = ("menu-out", "menu-in", "menu-leave", "menu-back", "menu-record", "menu-today", "menu-team")
COMMANDS = [f"/{row.command}" for row in ACTIONS.values() if row.command and row.command != "invite"]


@dataclass
class Crowd:
    """Everybody with a phone."""

    telegram: Telegram
    chance: Random
    unix: Any  # () -> int, the phones' own clock: never wrong
    ids: Any = field(default_factory=lambda: count(1))
    last: dict[int, dict[str, Any]] = field(default_factory=dict)
    done: int = 0

    async def live(self, person: int, pause: float) -> None:
        """One person's day, until it is cancelled: something every `pause` seconds or so."""
        while True:
            await asyncio.sleep(self.chance.expovariate(1 / pause))
            for _ in range(self.chance.choice((1, 1, 1, 2, 5))):
                self.act(person)
                await asyncio.sleep(self.chance.choice((0.0, 0.5, 20.0)))

    def act(self, person: int) -> None:
        """One thing, now."""
        self.done += 1
        kinds = ("tap", "say", "caption", "command", "place", "voice", "edit", "odd", "block", "again", "strange")
        kind = self.chance.choices(kinds, (34, 16, 14, 8, 12, 4, 3, 3, 1, 3, 2))[0]
        getattr(self, kind)(person)

    # ------------------------------------------------------------ what people do

    def tap(self, person: int) -> None:
        screen = self.telegram.screens.get(person)
        buttons = screen.buttons() if screen else []
        if not buttons:
            self.caption(person)
            return
        message_id, data = self.chance.choice(buttons[-12:])
        for _ in range(self.chance.choice((1, 1, 1, 1, 2))):  # twice in a hurry
            self.tap_on(person, message_id, data)

    def tap_on(self, person: int, message_id: int, data: str) -> None:
        message = {"message_id": message_id, "date": self.unix(), "chat": chat(person), "from": ME, "text": "?"}
        query = {"id": str(next(self.ids)), "from": user(person), "chat_instance": "1", "data": data}
        self.telegram.hand_in({"callback_query": query | {"message": message}})

    def say(self, person: int) -> None:
        pool = self.chance.choice((OUTINGS, OUTINGS, DECLARATIONS, RECORDS, RECORDS, LEAVES, PLAIN, PLAIN))
        self.message(person, text=self.chance.choice(pool))

    def caption(self, person: int) -> None:
        language = self.chance.choice(LANGUAGES)
        self.message(person, text=render(language, self.chance.choice(CAPTIONS), {}, zone=ZONE, html=False))

    def command(self, person: int) -> None:
        text = self.chance.choice(COMMANDS)
        self.message(person, text=text, entities=[{"type": "bot_command", "offset": 0, "length": len(text)}])

    def place(self, person: int) -> None:
        near = self.chance.choice([each for each in CLIENTS if each[-1] is not None])
        latitude, longitude = (float(each) + self.chance.gauss(0, 0.001) for each in near[-2:])
        location: dict[str, Any] = {"latitude": latitude, "longitude": longitude}
        if self.chance.random() < 0.3:
            location["live_period"] = 900
        sent = self.message(person, location=location)
        if "live_period" in location:
            moved = location | {"latitude": latitude + 0.0002}
            self.telegram.hand_in({"edited_message": sent | {"location": moved, "edit_date": self.unix()}})

    def voice(self, person: int) -> None:
        name = f"voice-{next(self.ids)}"
        self.message(person, voice={"file_id": name, "file_unique_id": name, "duration": 4, "file_size": 9_000})

    def edit(self, person: int) -> None:
        before = self.last.get(person)
        if before is None or "text" not in before:
            self.say(person)
            return
        changed = before | {"text": self.chance.choice(RECORDS), "edit_date": self.unix()}
        self.telegram.hand_in({"edited_message": changed})

    def odd(self, person: int) -> None:
        self.message(person, text=self.chance.choice(ODD))

    def block(self, person: int) -> None:
        """Block the bot, or let it speak again."""
        old, new = ("kicked", "member") if person in self.telegram.blocked else ("member", "kicked")
        (self.telegram.blocked.discard if new == "member" else self.telegram.blocked.add)(person)
        self.telegram.hand_in(
            {
                "my_chat_member": {
                    "chat": chat(person),
                    "from": user(person),
                    "date": self.unix(),
                    "old_chat_member": member(old),
                    "new_chat_member": member(new),
                }
            }
        )

    def again(self, person: int) -> None:
        """The same words as before, as a new message."""
        before = self.last.get(person)
        if before is not None and "text" in before:
            self.message(person, text=before["text"])

    def strange(self, person: int) -> None:
        """Something that nobody expects: a sticker, an update without a head, a stranger, a button of old."""
        what = self.chance.randrange(5)
        if what == 0:
            sticker = {"file_id": "s", "file_unique_id": "s", "type": "regular", "width": 1, "height": 1}
            self.message(person, sticker=sticker | {"is_animated": False, "is_video": False})
        elif what == 1:
            self.telegram.hand_in({"message": {"nonsense": True}})
        elif what == 2:
            self.message(99_999, text=self.chance.choice(OUTINGS))
        elif what == 3:
            self.tap_on(person, 1, self.chance.choice(("outings.confirm:1", "leave.confirm", "x:y:z", "a" * 64)))
        else:
            self.message(person, photo=[{"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}])

    def message(self, person: int, **what: Any) -> dict[str, Any]:
        sent = self.unix() - self.chance.choice((0, 0, 0, 1, 400))
        made = {"message_id": next(self.ids), "date": sent, "chat": chat(person), "from": user(person)}
        made |= what
        self.last[person] = made
        self.telegram.hand_in({"message": made})
        return made


ME = {"id": BOT, "is_bot": True, "first_name": "Waiqin"}
IDS = [1000 + each[0] for each in PEOPLE]


def chat(person: int) -> dict[str, Any]:
    return {"id": person, "type": "private", "first_name": "x"}


def user(person: int) -> dict[str, Any]:
    return {"id": person, "is_bot": False, "first_name": "x", "language_code": "zh-hans"}


def member(status: str) -> dict[str, Any]:
    return {"status": status, "user": ME, **({"until_date": 0} if status == "kicked" else {})}
