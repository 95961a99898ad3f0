"""Flood limits: when a send is answered 429 Too Many Requests. Real seconds of a monotonic clock.

Telegram doesn't publish its limits, and they change; so several policies, switchable while running.
"""

from collections import deque
from collections.abc import Callable
from typing import Protocol

COUNTED = ("send", "copy", "forward", "editmessage")
FREE_OF_CHARGE = frozenset({"sendchataction"})


class Policy(Protocol):
    """`wait` counts one send to a chat at `now` and answers the seconds to wait when it is refused, else 0."""

    def wait(self, chat_id: object, now: float) -> float: ...


class Free:
    """No limits at all."""

    def wait(self, chat_id: object, now: float) -> float:
        return 0.0


class Bucket:
    """`rate` sends a second with bursts up to `burst`, over all chats."""

    def __init__(self, rate: float = 30.0, burst: float = 30.0) -> None:
        self.rate, self.burst = rate, burst
        self._level, self._at = burst, float("-inf")

    def wait(self, chat_id: object, now: float) -> float:
        self._level = min(self.burst, self._level + (now - self._at) * self.rate)
        self._at = now
        if self._level < 1:
            return (1 - self._level) / self.rate
        self._level -= 1
        return 0.0


class Window:
    """At most `most` sends in any `seconds`, over all chats; nothing is forgiven."""

    def __init__(self, most: int = 30, seconds: float = 1.0) -> None:
        self.most, self.seconds = most, seconds
        self._sent: deque[float] = deque()

    def wait(self, chat_id: object, now: float) -> float:
        while self._sent and self._sent[0] <= now - self.seconds:
            self._sent.popleft()
        if len(self._sent) >= self.most:
            return self._sent[0] + self.seconds - now
        self._sent.append(now)
        return 0.0


class PerChat:
    """One a second in each private chat with bursts of `burst`, `group` a minute in each group (negative ids)."""

    def __init__(self, burst: float = 5.0, group: int = 20) -> None:
        self._private: Callable[[], Policy] = lambda: Bucket(1.0, burst)
        self._group: Callable[[], Policy] = lambda: Window(group, 60.0)
        self._chats: dict[object, Policy] = {}

    def wait(self, chat_id: object, now: float) -> float:
        policy = self._chats.get(chat_id)
        if policy is None:
            is_group = isinstance(chat_id, int) and chat_id < 0
            policy = self._chats[chat_id] = self._group() if is_group else self._private()
        return policy.wait(chat_id, now)


class Both:
    """Several limits at once; a send refused by a later one has still used up the earlier ones."""

    def __init__(self, *policies: Policy) -> None:
        self.policies = policies

    def wait(self, chat_id: object, now: float) -> float:
        return max((policy.wait(chat_id, now) for policy in self.policies), default=0.0)


class Angry:
    """Around another policy: while a wait runs, every further send makes it `penalty` seconds longer."""

    def __init__(self, policy: Policy, penalty: float = 5.0) -> None:
        self.policy, self.penalty = policy, penalty
        self._until = float("-inf")

    def wait(self, chat_id: object, now: float) -> float:
        if now < self._until:
            self._until += self.penalty
            return self._until - now
        seconds = self.policy.wait(chat_id, now)
        if seconds:
            self._until = now + seconds
        return seconds


def counts(method: str) -> bool:
    """Whether this method (lower case) uses up the limits."""
    return method.startswith(COUNTED) and method not in FREE_OF_CHARGE
