"""The scripted day: its steps fit the people and the place it is given."""

from bot.sandbox.day import field_day
from bot.sandbox.script import Play, Point, Press
from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import people


async def test_a_day_names_only_the_people_and_the_place_it_was_given(sandbox: Sandbox) -> None:
    steps = field_day("lin", "chen", "lin", client="鼎盛纺织", place="here", contact="吴敏", newcomer="chen")
    assert {step.person for step in steps} == {person.key for person in people()}
    assert {sees.by for step in steps for sees in step.sees} <= {None, "lin"}
    places = {step.act.place for step in steps if isinstance(step.act, Press | Point)}
    assert places == {None, "here"}
    shown = Play(sandbox.world, steps).shown()
    assert [step["n"] for step in shown["steps"]] == list(range(len(steps)))
    assert all(step["title"]["zh"] and step["title"]["en"] and step["person"] for step in shown["steps"])
    assert shown["steps"][0]["state"] == "waiting"
