"""The register's questions on both databases: who moved an outing on first, who is away, who was visited lately."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.rules import outings as rules
from bot.rules.duty import Duty
from bot.rules.outings import Mode, Outing, OutingStatus, Stop
from storage import duty, field as f, outings
from tests.stage import Stage

NINE = datetime(2026, 8, 3, 1, tzinfo=UTC)
MONDAY = date(2026, 8, 3)


def waiting() -> Outing:
    return Outing(
        id=0,
        person_id=1,
        unit_id=3,
        day=MONDAY,
        status=OutingStatus.WAITING,
        mode=Mode.APPROVE,
        return_by=NINE + timedelta(hours=7),
        declared_at=NINE,
    )


async def test_two_who_decide_at_once_get_one_outcome(calm_stage: Stage) -> None:
    """A23: the second write finds the outing moved on and changes nothing."""
    async with calm_stage.app.database.writing() as db:
        kept, _ = await outings.add(db, waiting(), [Stop(id=0, outing_id=0, position=1, client_id=1)])
        yes = rules.decide(kept, 3, True, NINE)
        no = rules.decide(kept, 5, False, NINE, "meeting")
        assert await outings.save(db, yes, kept)
        assert not await outings.save(db, no, kept)
        found = await outings.by_id(db, kept.id)
        assert found == yes
        assert await outings.save(db, replace(yes, extended_to=NINE + timedelta(hours=9)), yes)


async def test_who_is_out_and_where_they_went_last(calm_stage: Stage) -> None:
    async with calm_stage.app.database.writing() as db:
        for day, client in ((1, 2), (2, 1), (3, 2), (3, 3)):
            told = replace(waiting(), day=date(2026, 8, day), status=OutingStatus.OUT, departed_at=NINE)
            await outings.add(db, told, [Stop(id=0, outing_id=0, position=1, client_id=client)])
        assert await outings.recent_clients(db, 1, 2) == [3, 2]
        assert [each.day.day for each in await outings.out_since(db, date(2026, 8, 2))] == [2, 3, 3]
        assert [each.day.day for each in await outings.open_of(db, 1)] == [3, 3, 2, 1]
        assert await outings.open_of(db, 2) == []
        assert await outings.last_seen(db, 1) is None


async def test_leave_counts_by_the_minute(calm_stage: Stage) -> None:
    """L01: on leave from the first minute on, and no longer at the last."""
    hour = timedelta(hours=1)
    async with calm_stage.app.database.writing() as db:
        await db.execute(f.absences.insert().values(person_id=1, starts=NINE, ends=NINE + hour, kind="personal"))
        assert await outings.absent(db, [1, 2], NINE, NINE) == {1: NINE + hour}
        assert await outings.absent(db, [1], NINE - hour, NINE - hour / 60) == {}
        assert await outings.absent(db, [1], NINE + hour, NINE + hour) == {}
        assert await outings.absent(db, [1], NINE - hour, NINE + hour * 9) == {1: NINE + hour}


async def test_a_unit_has_one_duty_rm_a_day(calm_stage: Stage) -> None:
    """A06: whoever is put there takes the place of whoever was."""
    async with calm_stage.app.database.writing() as db:
        await duty.put(db, Duty(id=0, unit_id=3, day=MONDAY, person_id=1))
        await duty.put(db, Duty(id=0, unit_id=3, day=MONDAY, person_id=2))
        assert not await duty.on_duty(db, 1, MONDAY)
        assert await duty.on_duty(db, 2, MONDAY)
        assert await duty.everybody_on(db, MONDAY) == {2}
        assert [each.person_id for each in await duty.of_unit(db, 3, MONDAY, MONDAY)] == [2]
