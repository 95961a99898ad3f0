"""The track of a live location while a visit lasts: followed, thinned, and read for how long somebody stayed (T6, T7).

Telegram promises no cadence and drops edits that change nothing, so a short silence counts as standing still
and a long one as nothing.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from bot.rules.datum import distance_m
from bot.rules.evidence import EvidencePolicy, Fix, Seen, beyond_m
from bot.rules.places import Place


def follows(fix: Fix, live_until: datetime | None) -> bool:
    """Whether an edited location belongs to a share that is still running.

    The last edit of a share and any edit after its end look static (T2) and say nothing new.
    """
    return fix.edited and fix.live and not (live_until is not None and fix.sent_at > live_until)


def keep(last: Seen | None, new: Seen, policy: EvidencePolicy) -> bool:
    """Whether a live point is worth keeping: far enough from the last one kept, or long enough after it.

    A point that is not later than the last one kept is a repetition or came out of order.
    """
    if last is None:
        return True
    if new.at <= last.at:
        return False
    return new.at - last.at >= policy.thin_after or distance_m(last.point, new.point) >= policy.thin_m


def dwell(track: Sequence[Seen], places: Sequence[Place], policy: EvidencePolicy) -> timedelta:
    """How long the track stayed with the client: the time between points that both lie there.

    A client without a known place is taken to be where the track begins.
    """
    total = timedelta()
    for here, there in pairwise(track):
        gap = there.at - here.at
        if gap <= policy.longest_gap and _there(here, track, places, policy) and _there(there, track, places, policy):
            total += gap
    return total


def left_by_track(track: Sequence[Seen], places: Sequence[Place], policy: EvidencePolicy) -> datetime | None:
    """When the track left the client for good: the first of its last points, two at least, that all lie away.

    One stray point is noise, and a track that was never at the client cannot leave it.
    """
    away: list[Seen] = []
    been = False
    for seen in track:
        if _there(seen, track, places, policy):
            been, away = True, []
        elif been:
            away.append(seen)
    return away[0].at if len(away) >= 2 else None


def _there(seen: Seen, track: Sequence[Seen], places: Sequence[Place], policy: EvidencePolicy) -> bool:
    if places:
        return any(not beyond_m(seen.point, seen.accuracy_m, place, policy) for place in places)
    return distance_m(seen.point, track[0].point) <= policy.radius_m + (seen.accuracy_m or 0)
