"""Every command of supervision × role × relation between units: allowed, or refused aloud (S-02, S-11, C18).

One department's day is full of things to see; the others' is empty. Whoever has no business there may try every command
and every button with every number on it: they hear a no, and neither a name nor a count of that department.
"""

from datetime import time

import pytest

from bot.rules.evidence import Grade
from storage import agenda_tables as a, field as f, supervision_tables as s, tables as t
from tests.stage import MONDAY, Actor, Stage, local
from tests.stories.test_approvals import asks_leave
from tests.stories.test_boards import DINGSHENG, out, visiting
from tests.stories.test_checks import choose
from tests.stories.test_review_queue import recorded

COMMANDS = ("/team", "/ask 谁还没回来", "/ask 记录谁没交", "/ask 哪些记录待阅", "/review", "/approve", "/check")
# Buttons with the numbers that the full department's things have.
LOOKS = (
    "team.show:3:0:",
    "team.show:3:0:far",
    "team.person:1:3:0",
    "team_map.draw:3",
    "reviews.read:1",
    "places.show:1",
)
DEEDS = (
    "reviews.sign:1:0", "reviews.phrase:1:0:1", "reviews.opine:1:0", "reviews.send_back:1:0", "reviews.task:1:0",
    "reviews.task_next:1:0", "review_queue.open:1", "review_queue.nudge:1",
    "approvals.open:leave:1", "approvals.yes:leave:1", "approvals.no:leave:1", "approvals.yes:flag:1",
    "approvals.no:flag:1", "approvals.yes:stay:1", "approvals.no:stay:1",
    "checks.look:1", "checks.seen:1:2", "checks.judge:1:2:0",
    "proposals.look:1", "proposals.uphold:1", "proposals.uphold_why:1:0", "proposals.withdraw:1", "proposals.contest:1",
    "asking.show:1:0", "asking.set_person:1:1", "asking.set_when:1:0",
    "review_logs.open:1:1480560", "review_logs.sign:1:1480560:0", "review_logs.task:1:1480560",
    "noting.what:2", "noting.made:2:1",
)  # fmt: skip
TELLING = ("李伟", "张敏", "郑信息", "鼎盛", "宏远", "事假")


async def a_full_department(stage: Stage) -> None:
    """Department one: out with a visit and a record, a leave that waits, a longer stay, a check and its flag."""
    chen, li = stage.actor("chen"), stage.actor("li")
    outing = await out(
        stage, "li", DINGSHENG, extensions=1, extended_to=local(MONDAY, time(18)), extension_reason="没谈完"
    )
    await visiting(stage, outing, DINGSHENG, "09:30", "10:00", Grade.WEAK)
    await stage.at("10:05")
    await recorded(stage, "li")
    await asks_leave(li)
    await choose(chen, "张敏")
    await stage.at("10:30")
    await chen.says("/ask 谁还没回来")
    assert len(await stage.rows(s.proposals)) == 1
    for actor in stage.actors.values():
        actor.skip()


def words(actor: Actor) -> str:
    """Everything said to somebody since the last look, buttons included."""
    said = []
    for each in actor.news:
        said.append(each.text)
        for row in (each.payload.get("reply_markup") or {}).get("inline_keyboard", []):
            said += [button["text"] for button in row]
    return "\n".join(said)


async def everything(stage: Stage) -> list[object]:
    """What a forbidden tap could change."""
    kept = [t.grants, t.people, s.proposals, s.checked, s.seen, s.samples]
    kept += [f.records, f.leaves, f.outings, a.agenda]
    return [await stage.rows(table) for table in kept]


@pytest.mark.parametrize("who", ["zhao", "wu"])
async def test_another_department_hears_no_and_learns_nothing(calm_stage: Stage, who: str) -> None:
    """A supervisor and an RM of the neighbouring department: no name, no count, no change."""
    stage, actor = calm_stage, calm_stage.actor(who)
    await a_full_department(stage)
    before = await everything(stage)
    for attempt in (*COMMANDS, *LOOKS, *DEEDS):
        actor.skip()
        if attempt.startswith("/"):
            await actor.says(attempt)
        else:
            await actor.taps_data(attempt)
        assert actor.news, f"{attempt}: nothing was said"
        said = words(actor)
        leaked = [name for name in TELLING if name in said.replace(attempt, "")]
        assert leaked == [], f"{attempt}: {said}"
    assert await everything(stage) == before
    actor.skip()
    if who == "zhao":  # what they may see of their own is empty, and counted as empty
        for command, empty in zip(COMMANDS[1:6], ("共 0 条", "共 0 条", "共 0 条", "记录 0", "0 件"), strict=True):
            await actor.says(command)
            assert empty in words(actor), command
            actor.skip()
    else:
        await actor.says("/team")
        actor.heard("turn-not-allowed")


@pytest.mark.parametrize(("who", "looks"), [("li", False), ("zheng", False), ("admin", False), ("feng", True)])
async def test_who_does_not_lead_decides_nothing(calm_stage: Stage, who: str, looks: bool) -> None:
    """RMs, clerks and administrators neither look nor decide; an auditor looks, leaves a line, and decides nothing."""
    stage, actor = calm_stage, calm_stage.actor(who)
    await a_full_department(stage)
    before = await everything(stage)
    for attempt in DEEDS:
        if attempt.startswith("asking") and looks:
            continue  # an auditor's own questions are another matter
        actor.skip()
        await actor.taps_data(attempt)
        own = attempt == "proposals.contest:1"  # open to everybody, and theirs alone
        keys = {each.key for each in actor.news}
        assert keys <= ({"proposals-not-yours"} if own else {"turn-not-allowed", "turn-button-over"}), (attempt, keys)
        assert keys, attempt
    for attempt in LOOKS:
        actor.skip()
        await actor.taps_data(attempt)
        assert ("turn-not-allowed" in {each.key for each in actor.news}) is not looks, attempt
    assert await everything(stage) == before
    if looks:
        lines = await stage.rows(t.audit, t.audit.c.person_id == actor.person_id)
        assert len(lines) >= 4


@pytest.mark.parametrize("who", ["chen", "sun", "qian"])
async def test_who_leads_sees_it_and_may_decide(calm_stage: Stage, who: str) -> None:
    """The head, the deputy and the leader above: everything is there to see, for the leader too."""
    stage, actor = calm_stage, calm_stage.actor(who)
    await a_full_department(stage)
    await actor.says("/team")
    await actor.taps("team.person" if who != "qian" else "team.show")
    await actor.says("/ask 谁还没回来")
    await actor.says("/review")
    said = words(actor)
    assert "李伟" in said
    actor.skip()
    await actor.taps_data("reviews.phrase:1:0:1")
    assert "reviews-record" in {each.key for each in actor.news}
    actor.skip()
    await actor.taps_data("proposals.withdraw:1")
    assert "proposals-theirs" in {each.key for each in actor.news}


async def test_what_is_seen_of_a_person_the_person_sees(calm_stage: Stage) -> None:
    """The day, the plan, the flag and the spot check: on one's own phone too."""
    stage, chen, zhang = calm_stage, calm_stage.actor("chen"), calm_stage.actor("zhang")
    await a_full_department(stage)
    await chen.says("/team")
    await chen.taps("team.person", "张敏")
    await zhang.says("/me")
    assert "L06" in zhang.heard("people-me")
    await zhang.taps("proposals.contest")
    zhang.heard("proposals-ask-contest")
    await zhang.says("/today")
    zhang.heard("boards-today")
