"""Below the bank a unit may only tighten (Y10), and every value says where it comes from."""

import os
import re
import tomllib
from dataclasses import replace
from datetime import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from bot.policy import ODDS, Origin, Policies, PolicyMistakes, examine, written
from bot.policy_keys import Key, read_value
from bot.policy_reading import DEFAULT, KEYS, Layer, Reading, read

BANK = Path(__file__).with_name("bank.toml")
TREE = {"LJ": None, "LJ01": "LJ", "LJ0101": "LJ01", "LJ02": "LJ"}


def values_of(key: Key) -> st.SearchStrategy[object]:
    """Any value that a key may have."""
    if key.kind == "time":
        return st.times(max_value=time(23, 59)).map(lambda said: said.replace(second=0, microsecond=0))
    if key.kind == "whole":
        low, high = key.between or (0, 100)
        return st.integers(int(low), int(high))
    if key.kind == "number":
        low, high = key.between or (0, 100)
        return st.floats(low, high)
    if key.kind == "flag":
        return st.just(key.only) if key.only is not None else st.booleans()
    if key.kind == "choice":
        return st.sampled_from(key.choices)
    if key.kind == "choices":
        return st.lists(st.sampled_from(key.choices), min_size=1, unique=True).map(tuple)
    if key.kind == "texts":
        return st.lists(st.sampled_from(["one", "two", "three"]), min_size=1, unique=True).map(tuple)
    if key.kind == "table":
        kind, choices = key.inner
        figures = values_of(replace(key, kind=kind, choices=choices))
        return st.dictionaries(st.sampled_from(key.choices), figures, max_size=4)
    if key.kind == "steps":
        return st.sampled_from([{1: 5}, {1: 5, 10: 10}])
    if key.kind == "country":
        return st.sampled_from(["CN", "SG"])
    return st.sampled_from(["Asia/Shanghai", "Asia/Hong_Kong"])


KEY = st.sampled_from(list(KEYS.values()))
TWO = KEY.flatmap(lambda key: st.tuples(st.just(key), values_of(key), values_of(key)))
LAYER = st.lists(KEY, max_size=6, unique_by=lambda key: key.path).flatmap(
    lambda keys: st.fixed_dictionaries({key.path: values_of(key) for key in keys})
)


def same(key: Key, one: object, other: object) -> bool:
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(key, said, other[name]) for name, said in one.items())
    return set(one) == set(other) if isinstance(one, tuple) and isinstance(other, tuple) else one == other


@given(TWO)
def test_meeting_is_as_tight_as_both(two):
    key, upper, lower = two
    met = key.tighter.meet(upper, lower)
    assert key.tighter.allows(upper, met)
    if key.tighter.word != "fixed":
        assert key.tighter.allows(lower, met)
        assert same(key, met, key.tighter.meet(lower, upper))
    assert same(key, key.tighter.meet(upper, upper), upper)


@given(TWO)
def test_two_units_can_not_both_be_tighter_than_each_other(two):
    key, upper, lower = two
    if key.kind == "table":  # two tables may speak of different things
        names = upper.keys() & lower.keys()
        upper, lower = {name: upper[name] for name in names}, {name: lower[name] for name in names}
    if key.tighter.word != "fixed" and key.tighter.allows(upper, lower) and key.tighter.allows(lower, upper):
        assert same(key, upper, lower)


def policies_of(**layers: dict[str, object]) -> Policies:
    base = read(DEFAULT)
    reading = Reading(layers=list(base.layers))
    for unit, values in layers.items():
        reading.layers.append(Layer(unit, f"{unit}.toml", dict(values), dict.fromkeys(values, 1)))
    return Policies(None, reading)


@given(LAYER, LAYER, LAYER)
def test_nothing_below_loosens_what_stands_above(first, second, third):
    policies = policies_of(A=first, B=second, C=third)
    paths = [(), ("A",), ("A", "B"), ("A", "B", "C")]
    layers = [{each.key.path: each.value for each in policies.explain(path)} for path in paths]
    for upper, lower in pairwise(layers):
        assert all(KEYS[path].tighter.allows(upper[path], lower[path]) for path in KEYS)


@given(LAYER, LAYER)
def test_the_order_of_the_units_does_not_matter_for_what_is_allowed(first, second):
    policies = policies_of(A=first, B=second)
    one = {each.key.path: each.value for each in policies.explain(("A", "B"))}
    other = {each.key.path: each.value for each in policies.explain(("B", "A"))}
    assert all(same(KEYS[path], one[path], other[path]) for path in KEYS)


@given(LAYER)
def test_a_unit_that_loosens_is_a_mistake_and_one_that_tightens_is_not(said):
    policies = policies_of(A=said)
    base = {each.key.path: each.value for each in policies.explain()}
    looser = {path for path, value in said.items() if not KEYS[path].tighter.allows(base[path], value)}
    found = {mistake.facts["what"] for mistake in policies.against({"A": None}) if mistake.key == "policy-loosens"}
    assert found == looser


def test_a_banks_whole_file_is_accepted_and_later_keys_are_named():
    policies, mistakes = examine(BANK)
    assert mistakes == []
    unused = {each.path for each in policies.unused}
    assert {"meetings", "targets", "attendance", "portfolio"} <= unused
    assert {"meta.currency", "worklog.review", "confidentiality.legal_hold"} <= unused
    assert not unused & set(KEYS)
    assert policies.against(TREE) == []


def test_each_unit_gets_the_tightest_of_its_path():
    policies = Policies.load(BANK)
    bank, branch, team = policies.of(), policies.of(("LJ", "LJ01")), policies.of(("LJ", "LJ01", "LJ0101"))
    assert (bank.outing.mode, branch.outing.mode, team.outing.mode) == ("declare", "approve", "approve")
    assert (bank.outing.return_time, branch.outing.return_time) == (time(17, 15), time(17))
    assert team.outing.return_time == time(16, 45)
    assert team.confidentiality.show_client == "code"
    assert policies.of(("LJ", "LJ02")).calendar.working_days[-1] == "sat"
    assert policies.of(("LJ", "LJ02")).evidence.radius_m == 200
    assert policies.of(("nobody",)) is policies.of()
    assert policies.of(("LJ", "LJ01", "LJ0101")) is team


def test_every_value_says_where_it_comes_from():
    policies = Policies.load(BANK)
    origins = {each.key.path: each.origin for each in policies.explain(("LJ", "LJ01", "LJ0101"))}
    rows = BANK.read_text("utf-8").splitlines()
    assert rows[origins["outing.return_time"].line - 1] == "return_time = 16:45:00"
    assert origins["outing.return_time"].unit == "LJ0101"
    assert rows[origins["outing.mode"].line - 1] == 'mode = "approve"'
    assert origins["outing.mode"].unit == "LJ01"
    assert origins["evidence.radius_m"] == Origin("bank.toml", rows.index("radius_m = 250") + 1)
    assert str(origins["outing.most_stops"]) == "default"
    own_file = {each.key.path: each.origin for each in policies.explain(("LJ", "LJ02"))}["evidence.radius_m"]
    assert own_file.unit == "LJ02"
    assert str(own_file) == "units/LJ02.toml:7"


def test_the_tree_shows_what_the_file_alone_does_not(tmp_path):
    file = tmp_path / "policy.toml"
    file.write_text("[units.A.evidence]\nradius_m = 100\n[units.B.evidence]\nradius_m = 200\n[units.C]\n", "utf-8")
    policies, mistakes = examine(file)
    assert mistakes == []
    found = policies.against({"A": None, "B": "A"})
    assert [(each.key, each.line) for each in found] == [("policy-loosens", 4), ("policy-unit-unknown", None)]
    assert policies.of(("A", "B")).evidence.radius_m == 100


def test_the_defaults_are_complete_and_cite_their_rules():
    rows = DEFAULT.read_text("utf-8").splitlines()
    (layer,) = read(DEFAULT).layers
    assert list(layer.values) == list(KEYS)
    for path, line in layer.lines.items():
        comment = rows[line - 1].partition("#")[2]
        cited = re.findall(r"(?:\b[A-Z]{1,2}-?\d{2}\b)", comment)
        assert set(KEYS[path].rules) == set(cited), path


def test_the_rules_get_every_figure():
    """Each figure of the rules' own policies follows a key of ours: none is left at the rule's default."""
    other = dict.fromkeys(KEYS)
    for path, key in KEYS.items():
        value = {each.key.path: each.value for each in Policies.load().explain()}[path]
        match key.kind:
            case "time":
                other[path] = time((value.hour + 1) % 24, 1)
            case "whole":
                other[path] = value + 1
            case "flag":
                other[path] = not value
            case "choice":
                other[path] = next((each for each in key.choices if each != value), value)
            case "choices":
                other[path] = value[:1]
            case _:
                other[path] = value
    reading = Reading(layers=[*read(DEFAULT).layers, Layer(None, "x", other, dict.fromkeys(other, 1))])
    changed, usual = Policies(None, reading).of().rules, Policies.load().of().rules
    for area in ("outings", "visits", "evidence", "places", "records", "contacts"):
        before, after = getattr(usual, area), getattr(changed, area)
        same_still = {name for name in before.__slots__ if getattr(before, name) == getattr(after, name)}
        assert not same_still, area


def test_usual_figures_are_the_rules_own():
    """Where no paper gives a figure, the default of the policy is the default of the rule."""
    rules = Policies.load().of().rules
    for mine in (rules.outings, rules.visits, rules.evidence, rules.places, rules.records, rules.contacts):
        assert mine == type(mine)()


def test_a_changed_file_is_read_again_and_a_wrong_one_changes_nothing(tmp_path):
    file = tmp_path / "policy.toml"

    def write(text: str, at: int) -> None:
        file.write_text(text, "utf-8")
        os.utime(file, (at, at))

    write("[evidence]\nradius_m = 200\n", 1_000)
    policies = Policies.load(file)
    assert policies.refresh() == []
    assert policies.of().evidence.radius_m == 200
    write("[evidence]\nradius_m = 150\n", 2_000)
    assert policies.refresh() == []
    assert policies.of().evidence.radius_m == 150
    write("[evidence]\nradius_m = none\n", 3_000)
    assert [each.line for each in policies.refresh()] == [2]
    assert policies.refresh() == []  # said once
    assert policies.of().evidence.radius_m == 150
    file.unlink()
    assert [each.key for each in policies.refresh()] == ["policy-no-file"]
    assert policies.of().evidence.radius_m == 150
    write("[units.A]\nfile = 'a.toml'\n", 4_000)
    assert [each.key for each in policies.refresh()] == ["policy-no-file"]
    (tmp_path / "a.toml").write_text("[evidence]\nradius_m = 90\n", "utf-8")
    assert policies.refresh() == []  # the file that was missing is looked for, too
    assert policies.of(("A",)).evidence.radius_m == 90


def test_a_file_with_a_mistake_is_not_loaded(tmp_path):
    file = tmp_path / "policy.toml"
    file.write_text("[outing]\nmode = 'ask'\n", "utf-8")
    with pytest.raises(PolicyMistakes) as caught:
        Policies.load(file)
    assert [each.line for each in caught.value.mistakes] == [2]


@pytest.mark.parametrize("pair", ODDS)
def test_pairs_at_odds_are_of_one_kind(pair):
    low, high = (KEYS[path] for path in pair)
    assert low.kind == high.kind


def test_a_value_is_written_as_it_is_read():
    for each in Policies.load(BANK).explain():
        text = f"x = {written(each.value)}"
        assert read_value(each.key, tomllib.loads(text)["x"]) == each.value
