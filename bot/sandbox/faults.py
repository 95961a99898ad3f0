"""Faults on order, for tests: errors, cut connections before or after the effect, slow answers, 429 on demand."""

from dataclasses import dataclass
from typing import Any, Literal

How = Literal["status", "cut_before", "cut_after", "slow", "garbage"]


@dataclass
class Fault:
    """What goes wrong with the next `times` calls that fit.

    `how`: "status" answers `status` (429 with `retry_after` seconds) without doing anything; "cut_before" and
    "cut_after" drop the connection with nothing done, or with everything done; "slow" waits `seconds` real seconds
    and then goes on; "garbage" does it and answers a proxy's HTML page.
    """

    how: How
    method: str | None = None  # any
    chat_id: int | None = None  # any
    times: int = 1
    status: int = 502
    description: str = "Bad Gateway"
    retry_after: int | None = None
    seconds: float = 0.0

    def fits(self, method: str, given: dict[str, Any]) -> bool:
        return (
            self.times > 0
            and (self.method is None or self.method.lower() == method.lower())
            and (self.chat_id is None or str(given.get("chat_id")) == str(self.chat_id))
        )


class Faults:
    """The faults on order; the first that fits is used up first."""

    def __init__(self) -> None:
        self.ordered: list[Fault] = []

    def add(self, how: How, method: str | None = None, **more: Any) -> Fault:
        fault = Fault(how, method, **more)
        self.ordered.append(fault)
        return fault

    def take(self, method: str, given: dict[str, Any]) -> Fault | None:
        for fault in self.ordered:
            if fault.fits(method, given):
                fault.times -= 1
                if fault.times <= 0:
                    self.ordered.remove(fault)
                return fault
        return None

    def clear(self) -> None:
        self.ordered.clear()
