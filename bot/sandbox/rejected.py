"""What the server answers instead of a result, phrased as Telegram phrases it."""

from typing import Any

# One JSON object of the Bot API: a message, a keyboard, an update. Its shape is Telegram's, not ours.
Json = dict[str, Any]


class Rejected(Exception):
    """An API call that failed: the HTTP status and the description a bot gets to read.

    `retry_after` is in seconds and comes with 429 only.
    """

    def __init__(self, code: int, description: str, *, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after

    def answer(self) -> Json:
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


def bad_request(reason: str) -> Rejected:
    return Rejected(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> Rejected:
    return Rejected(403, f"Forbidden: {reason}")


def conflict(reason: str) -> Rejected:
    return Rejected(409, f"Conflict: {reason}")


def too_many(seconds: int) -> Rejected:
    return Rejected(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


class Unable(Exception):
    """Something a person's phone can't do: a button that isn't there, a protected message, a blocked bot.

    `code` is for programs, the two sentences are for people.
    """

    def __init__(self, code: str, zh: str, en: str) -> None:
        super().__init__(f"{code}: {en}")
        self.code = code
        self.zh = zh
        self.en = en
