"""`waiqin doctor`: look for what is wrong; every finding comes with its remedy."""

import argparse
import asyncio
import json
import os
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

SKEW_SECONDS = 30
FREE_BYTES = 500 * 1024 * 1024


@dataclass(frozen=True)
class Finding:
    what: str
    fine: bool
    says: str
    remedy: str = ""


def register(commands: Any) -> None:
    doctor = commands.add_parser("doctor", help="look for what is wrong, with a remedy for each finding")
    doctor.add_argument("--json", action="store_true", help="report as JSON")
    doctor.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    findings = asyncio.run(examined())
    if args.json:
        print(json.dumps([asdict(each) for each in findings], ensure_ascii=False, indent=2))
    else:
        for each in findings:
            print(f"{'ok ' if each.fine else 'BAD'}  {each.what}: {each.says}")
            if not each.fine:
                print(f"     -> {each.remedy}")
    return 0 if all(each.fine for each in findings) else 1


async def examined() -> list[Finding]:
    from bot.settings import BadSettings, load

    try:
        settings = load()
    except BadSettings as wrong:
        return [Finding("settings", False, mistake, "correct it and run this again") for mistake in wrong.mistakes]
    return [
        Finding("settings", True, "readable"),
        locales(),
        policy(settings),
        disk(settings),
        font(settings),
        *await database(settings),
        *await telegram(settings),
    ]


def locales() -> Finding:
    from bot.text import LANGUAGES, bundles

    try:
        counts = {language: len(bundle._messages) for language, bundle in bundles().items()}
    except ValueError as broken:
        return Finding("texts", False, str(broken), "install this version again: its files are damaged")
    if len(set(counts.values())) > 1:
        return Finding("texts", False, f"the languages differ: {counts}", "install this version again")
    return Finding("texts", True, f"{counts[LANGUAGES[0]]} in each of {', '.join(LANGUAGES)}")


def policy(settings: Any) -> Finding:
    from bot.policy import examine

    _, mistakes = examine(settings.policy)
    if mistakes:
        return Finding("policy", False, f"{len(mistakes)} mistakes", f"waiqin policy check {settings.policy}")
    return Finding("policy", True, settings.policy or "the defaults; WAIQIN_POLICY names your own")


def disk(settings: Any) -> Finding:
    place = settings.data_dir if settings.data_dir.exists() else Path()
    free = shutil.disk_usage(place).free
    if not os.access(place, os.W_OK):
        return Finding("disk", False, f"{place} can't be written", "give the bot's user the right to write there")
    if free < FREE_BYTES:
        return Finding("disk", False, f"{free // 1024**2} MB free", "make room: SQLite needs space for its log")
    return Finding("disk", True, f"{free // 1024**3} GB free")


def font(settings: Any) -> Finding:
    from bot.pictures.font import NoFont, find

    try:
        return Finding("font", True, find(settings.font).name)
    except NoFont as missing:
        remedy = "install waiqin with its dependencies, or name a font file with WAIQIN_FONT; pictures need it"
        return Finding("font", False, str(missing), remedy)


async def database(settings: Any) -> list[Finding]:
    from sqlalchemy import func, make_url, select

    from storage import tables as t
    from storage.engine import Database
    from storage.migrate import newest, revision

    kind = make_url(settings.database_url.reveal()).get_backend_name()
    made = Database(settings.database_url.reveal())
    try:
        async with made.reading() as db:
            at = await db.run_sync(revision)
            if at != newest():
                says = f"at {at or 'nothing'}, this version wants {newest()}"
                return [Finding("database", False, says, "stop the bot, run `waiqin migrate`, start it again")]
            waiting = await db.scalar(
                select(func.count()).select_from(t.outbox).where(t.outbox.c.state.in_(("pending", "sending")))
            )
            broken = await db.scalar(select(func.count()).select_from(t.outbox).where(t.outbox.c.state == "failed"))
            letters = await db.scalar(select(func.count()).select_from(t.dead_letters))
            people = await db.scalar(select(func.count()).select_from(t.people))
    except Exception as error:
        remedy = "check WAIQIN_DATABASE_URL, and whether the server runs and lets this user in"
        return [Finding("database", False, f"{kind} can't be asked ({type(error).__name__})", remedy)]
    finally:
        await made.close()
    found = [Finding("database", True, f"{kind} at {newest()}, {people} people, {waiting} messages waiting")]
    if broken:
        remedy = "see the column `failed` of `outbox`; rejected calls are a bug of ours, `unreachable` is a blocked bot"
        found.append(Finding("outbox", False, f"{broken} messages were given up", remedy))
    if letters:
        remedy = "see `dead_letters`: Telegram sent updates that this version can't read; look for a newer version"
        found.append(Finding("updates", False, f"{letters} could not be read", remedy))
    return found


async def telegram(settings: Any) -> list[Finding]:
    from email.utils import parsedate_to_datetime

    from bot.clock import Clock
    from bot.telegram import Telegram, Trouble, Unauthorized

    if not settings.token.reveal():
        return [Finding("token", False, "none", "ask @BotFather for one and set WAIQIN_TOKEN; the demo needs none")]
    line = Telegram(settings.token.reveal(), settings.api_base)
    found: list[Finding] = []
    try:
        me = await line.call("getMe", {}, seconds=10)
        found.append(Finding("token", True, f"@{me.get('username')}"))
        hook = await line.call("getWebhookInfo", {}, seconds=10)
        if bool(hook.get("url")) != bool(settings.webhook_url):
            says = "Telegram has a webhook, this program polls" if hook.get("url") else "not set yet"
            found.append(Finding("webhook", False, says, "`waiqin run` sets it; for polling call deleteWebhook"))
        elif hook.get("last_error_message"):
            says = f"Telegram's last call failed: {hook['last_error_message']}"
            found.append(Finding("webhook", False, says, "check the address, its certificate and the proxy"))
        async with line.session().get(settings.api_base) as response:
            date = response.headers.get("Date")
        if date:
            skew = abs((Clock().now() - parsedate_to_datetime(date)).total_seconds())
            says = f"{skew:.0f} s beside Telegram's"
            found.append(Finding("clock", skew < SKEW_SECONDS, says, "set this machine's clock by NTP"))
    except Unauthorized:
        found.append(Finding("token", False, "Telegram does not know it", "ask @BotFather for a new one"))
    except (Trouble, OSError) as trouble:
        remedy = "check the network and WAIQIN_API_BASE"
        found.append(Finding("telegram", False, f"can't be reached ({type(trouble).__name__})", remedy))
    finally:
        await line.close()
    return found
