"""The bots to compare with: aiogram as its first example shows it, alone or with one SQLite commit per update.

python -m benchmarks.echo BASE TOKEN [DATABASE]
"""

import asyncio
import logging
import sys
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message, TelegramObject, Update

dispatcher = Dispatcher()


@dispatcher.message()
async def echo(message: Message) -> None:
    """Say back what was sent."""
    point = message.location
    await message.answer(f"{point.latitude} {point.longitude}" if point else message.text or "?")


def committing(path: str) -> Callable[..., Awaitable[Any]]:
    """A middleware that writes each update down, durably, before it is answered."""
    import aiosqlite

    lock = asyncio.Lock()
    opened: list[aiosqlite.Connection] = []

    async def commit(handler: Callable[..., Awaitable[Any]], event: TelegramObject, data: dict[str, Any]) -> Any:
        async with lock:
            if not opened:
                database = await aiosqlite.connect(path)
                await database.execute("PRAGMA journal_mode = WAL")
                await database.execute("PRAGMA synchronous = FULL")
                await database.execute("CREATE TABLE seen (update_id INTEGER PRIMARY KEY, chat_id INTEGER)")
                opened.append(database)
            if isinstance(event, Update) and event.message:
                row = (event.update_id, event.message.chat.id)
                await opened[0].execute("INSERT INTO seen VALUES (?, ?)", row)
                await opened[0].commit()
        return await handler(event, data)

    async def close() -> None:
        for database in opened:
            await database.close()

    dispatcher.shutdown.register(close)
    return commit


def main(base: str, token: str, database: str | None = None) -> None:
    if database is not None:
        dispatcher.update.outer_middleware(committing(database))
    logging.getLogger("aiogram").setLevel(logging.ERROR)
    session = AiohttpSession(api=TelegramAPIServer.from_base(base))
    dispatcher.run_polling(Bot(token, session=session))


if __name__ == "__main__":
    main(*sys.argv[1:])
