"""A place of a question that fits names, and the signs that stand there once they are taken out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.language.companies import words

PERSON, UNIT, CLIENT = "\ue001", "\ue002", "\ue003"
NOTHING = "\ue000"  # fills a sign up to the length of what it stands for
NO_NAME = frozenset(words("成功 程度 情况 记录 客户 计划 时间 今天 昨天 明天 现在 证据 商机 投诉 贷款 授信 经理 电话"))


@dataclass(frozen=True)
class Place:
    """text[start:end] fits these names equally: the lower `rank`, the better the fit; `sign` is their sort."""

    start: int
    end: int
    rank: int
    sign: str
    names: tuple[str, ...]


def merged(places: Iterable[Place]) -> list[Place]:
    """One place for all names that fit it equally well: the best fit for each stretch."""
    best: dict[tuple[int, int], Place] = {}
    for place in sorted(places, key=lambda each: each.rank):
        stretch = (place.start, place.end)
        known = best.get(stretch)
        if known is None:
            best[stretch] = place
        elif known.rank == place.rank and not set(place.names) <= set(known.names):
            best[stretch] = Place(*stretch, place.rank, place.sign, tuple(dict.fromkeys((*known.names, *place.names))))
    return list(best.values())
