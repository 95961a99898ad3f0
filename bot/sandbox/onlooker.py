"""What a person sees on their phone: the chat, and waiting for something to appear in it."""

import asyncio
from collections.abc import Callable

from bot.sandbox.rejected import Json, Unable
from bot.sandbox.telegram import Person, Room, World


class Onlooker:
    """`person` by id or key."""

    def __init__(self, world: World, person: int | str) -> None:
        self.world = world
        self.person: Person = world.person(person)

    @property
    def room(self) -> Room:
        return self._room(None)

    @property
    def messages(self) -> list[Json]:
        """The private chat, oldest first, as Bot API JSON."""
        return list(self.room.messages.values())

    @property
    def heard(self) -> list[Json]:
        """What the bot has said here, oldest first."""
        return [message for message in self.messages if message["from"]["is_bot"]]

    async def until(self, seen: Callable[[str, Json], bool], timeout: float = 5.0) -> Json:
        """Wait until something happens to this person that `seen(event, facts)` says yes to; answers the facts.

        Only what happens from now on counts. Raises TimeoutError after `timeout` real seconds.
        """
        found: asyncio.Future[Json] = asyncio.get_running_loop().create_future()

        def watch(event: str, room: Room | None, facts: Json) -> None:
            mine = room is not None and self.person.id in room.members and facts.get("person") in (None, self.person.id)
            if mine and not found.done() and seen(event, facts):
                found.set_result(facts)

        self.world.watchers.append(watch)
        try:
            async with asyncio.timeout(timeout):
                return await found
        finally:
            self.world.watchers.remove(watch)

    async def hears(self, words: str = "", *, after: int = 0, timeout: float = 5.0) -> Json:
        """The bot's newest message containing `words` with an id above `after`; waits for one if there is none yet."""
        for message in reversed(self.heard):
            if message["message_id"] > after and words in _words(message):
                return message
        facts = await self.until(
            lambda event, facts: (
                event in ("message", "edited")
                and facts["message"]["from"]["is_bot"]
                and facts["message"]["message_id"] > after
                and words in _words(facts["message"])
            ),
            timeout,
        )
        return dict(facts["message"])

    async def answer(self, query: str, timeout: float = 5.0) -> Json:
        """The bot's answer to a tap: {"text", "alert", "url"}; waits for it if it hasn't come."""
        if query in self.world.answers:
            return self.world.answers[query]
        return await self.until(lambda event, facts: event == "answer" and facts["query"] == query, timeout)

    def _room(self, chat: int | None) -> Room:
        room = self.world.rooms.get(self.person.id if chat is None else chat)
        if room is None or self.person.id not in room.members:
            raise Unable("no_chat", "没有这个对话", "there is no such chat")
        return room


def _words(message: Json) -> str:
    return str(message.get("text") or message.get("caption") or "")
