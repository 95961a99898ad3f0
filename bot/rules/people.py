"""People, units and roles: who belongs where, and whose matters a person may touch (D22, D32, SY36).

A person holds a *set* of roles, each with a unit as its scope: a sub-branch president may be a
relationship manager too (D32). A role reaches the unit it names and everything below it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Role(StrEnum):
    """The roles of section 1 of the rules, as far as the bot tells them apart."""

    RM = "rm"  # 客户经理
    TEAM_LEADER = "team_leader"  # 团队长
    SUPERVISOR = "supervisor"  # 部经理 / 客户经理主管
    LEADER = "leader"  # 主管行领导
    CLERK = "clerk"  # 综合信息人员
    AUDITOR = "auditor"  # 稽核
    ADMINISTRATOR = "administrator"  # 管理员


SUPERVISING = frozenset({Role.TEAM_LEADER, Role.SUPERVISOR, Role.LEADER})


@dataclass(frozen=True, slots=True)
class Unit:
    """A node of the bank's tree: head office, branch, sub-branch, department or team."""

    id: int
    code: str
    name: str
    parent_id: int | None
    kind: str
    zone: str  # IANA name, e.g. "Asia/Shanghai"
    head_id: int | None = None
    deputy_id: int | None = None


@dataclass(frozen=True, slots=True)
class Grant:
    """One role, held over one unit and everything below it."""

    role: Role
    unit_id: int


@dataclass(frozen=True, slots=True)
class Person:
    """Someone on the name list (SY36). No identity, account or phone number is kept (C19)."""

    id: int
    code: str  # staff code
    name: str
    unit_id: int
    telegram_id: int | None
    language: str  # zh-Hans | zh-Hant | en
    grants: frozenset[Grant] = frozenset()
    level: str | None = None
    segment: str | None = None
    active_from: date | None = None
    active_to: date | None = None  # the last day with access
    suspended: bool = False
    notice_accepted_at: datetime | None = None
    unreachable_since: datetime | None = None
    bot: int | None = None  # the bot that they talk to; a bank may have several

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(grant.role for grant in self.grants)


class Units:
    """The tree of units, asked by id, with what the bank itself says of single days: worked, or free."""

    def __init__(self, units: Iterable[Unit], own_days: Mapping[int, Mapping[date, bool]] | None = None) -> None:
        self.by_id: Mapping[int, Unit] = {unit.id: unit for unit in units}
        self.own_days = own_days or {}

    def days_of(self, unit_id: int) -> dict[date, bool]:
        """The bank's own word on days for a unit; what a lower unit says goes before what a higher one says."""
        said: dict[date, bool] = {}
        for unit in self.path(unit_id):
            said = {**self.own_days.get(unit.id, {}), **said}
        return said

    def path(self, unit_id: int) -> Iterator[Unit]:
        """The unit and those above it, nearest first. A broken link or a ring ends the path."""
        seen: set[int] = set()
        here = self.by_id.get(unit_id)
        while here and here.id not in seen:
            seen.add(here.id)
            yield here
            here = self.by_id.get(here.parent_id) if here.parent_id is not None else None

    def within(self, unit_id: int, scope_id: int) -> bool:
        """Whether a unit is the scope or lies below it."""
        return any(unit.id == scope_id for unit in self.path(unit_id))

    def below(self, unit_id: int) -> frozenset[int]:
        """The ids of the unit and of all units below it."""
        return frozenset(each for each in self.by_id if self.within(each, unit_id))


def has_access(person: Person, today: date) -> bool:
    """Whether the person may use the bot on this day of their unit's zone (S-01: not a day longer)."""
    if person.suspended:
        return False
    if person.active_from and today < person.active_from:
        return False
    return not (person.active_to and today > person.active_to)


def reaches(person: Person, unit_id: int, units: Units, roles: frozenset[Role]) -> bool:
    """Whether one of these roles of the person covers the unit."""
    return any(grant.role in roles and units.within(unit_id, grant.unit_id) for grant in person.grants)


def supervisors_of(person: Person, units: Units) -> Iterator[int]:
    """The ids of those who hear about this person: head, else deputy, of the nearest unit up that has one.

    Never the person themselves (S-11); the caller skips the absent (D40).
    """
    for unit in units.path(person.unit_id):
        for candidate in (unit.head_id, unit.deputy_id):
            if candidate is not None and candidate != person.id:
                yield candidate
