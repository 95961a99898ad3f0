"""`waiqin run`: the bot itself, until SIGTERM or Ctrl-C."""

import argparse
import asyncio
from typing import Any


def register(commands: Any) -> None:
    running = commands.add_parser(
        "run",
        help="run the bot",
        description="Polls Telegram, or serves a webhook if WAIQIN_WEBHOOK_URL is set. An empty database is migrated.",
    )
    running.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    from bot import log
    from bot.policy import PolicyMistakes
    from bot.settings import load

    settings = load(token_needed=True)
    log.configure(settings.log_level, (settings.token.reveal(), settings.webhook_secret.reveal()))
    try:
        import uvloop
    except ImportError:
        runner = asyncio.run
    else:
        runner = uvloop.run
    try:
        runner(serve(settings))
    except PolicyMistakes:
        from bot.cli.words import complain

        complain(f"the policy has mistakes; see: waiqin policy check {settings.policy}")
        return 2
    return 0


async def serve(settings: Any) -> None:
    from bot import lean  # before anything that imports aiogram

    lean.build()
    from bot import app as apps
    from bot.clock import Clock
    from handlers import AREAS

    made = apps.build(settings, Clock(), AREAS)
    await apps.prepare(made)
    await apps.serve(made)
