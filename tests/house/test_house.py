"""The rules of the house. Each is checked on the house, and on a good and a bad example of what it catches."""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast as ftl

from bot.actions import ACTIONS
from bot.buttons import Button
from bot.rules.people import Role
from bot.talk import JOBS, STEPS, Step
from bot.text import LANGUAGES, ROOT
from handlers import AREAS

HERE = Path(__file__).parents[2]
CODE = sorted(
    file
    for folder in ("bot", "handlers", "storage")
    for file in (HERE / folder).rglob("*.py")
    if "versions" not in file.parts
)
TREES = {file: ast.parse(file.read_text("utf-8")) for file in CODE}


@cache
def nodes(tree: ast.AST) -> tuple[ast.AST, ...]:
    """All nodes of a tree, found once for all the rules that look at them."""
    return tuple(ast.walk(tree))


def where(file: Path, node: ast.AST) -> str:
    return f"{file.relative_to(HERE)}:{getattr(node, 'lineno', '?')}"


# ---------------------------------------------------------------- clocks


def wall_clocks(tree: ast.AST) -> Iterator[ast.AST]:
    """Calls that ask the wall or the dice."""
    asks = {"now", "utcnow", "today", "time", "monotonic", "token_hex", "token_urlsafe", "random", "randint", "choice"}
    owners = {"datetime", "date", "time", "secrets", "random"}
    for node in nodes(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in asks:
            owner = node.func.value
            name = owner.id if isinstance(owner, ast.Name) else owner.attr if isinstance(owner, ast.Attribute) else ""
            if name in owners:
                yield node


@pytest.mark.parametrize(
    ("line", "caught"),
    [("datetime.now()", True), ("date.today()", True), ("datetime.datetime.now(UTC)", True), ("turn.now.date()", False),
     ("time.monotonic()", True), ("clock.now()", False), ("random.choice(x)", True)],
)  # fmt: skip
def test_the_rule_about_clocks_knows_good_from_bad(line: str, caught: bool) -> None:
    assert bool(list(wall_clocks(ast.parse(line)))) is caught


def test_only_the_clock_asks_the_wall_and_the_dice() -> None:
    # In the sandbox there is another world with its own clock and dice: Telegram's.
    assert [
        where(file, node)
        for file, tree in TREES.items()
        if file.name != "clock.py" and "sandbox" not in file.parts
        for node in wall_clocks(tree)
    ] == []


# ---------------------------------------------------------------- what may be imported where


def imported(tree: ast.AST) -> Iterator[str]:
    for node in nodes(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "."


def foreign(tree: ast.AST) -> list[str]:
    """Imports that a rule may not have."""
    return [
        name
        for name in imported(tree)
        if name.split(".")[0] not in sys.stdlib_module_names and not name.startswith("bot.rules")
    ]


@pytest.mark.parametrize(
    ("line", "caught"),
    [
        ("import sqlalchemy", True),
        ("from bot.turn import Turn", True),
        ("from bot.rules.people import Role", False),
        ("import math", False),
    ],
)
def test_the_rule_about_rules_knows_good_from_bad(line: str, caught: bool) -> None:
    assert bool(foreign(ast.parse(line))) is caught


def test_rules_import_the_standard_library_and_each_other() -> None:
    rules = {file: tree for file, tree in TREES.items() if file.parent.name == "rules"}
    assert rules
    assert {str(file): found for file, tree in rules.items() if (found := foreign(tree))} == {}


def test_rules_do_not_wait() -> None:
    for file, tree in TREES.items():
        if file.parent.name == "rules":
            assert not [where(file, node) for node in nodes(tree) if isinstance(node, ast.AsyncFunctionDef | ast.Await)]


# ---------------------------------------------------------------- one update, one transaction


def unruly(tree: ast.AST) -> list[str]:
    """What a handler must not do: commit, speak past the outbox, start work of its own."""
    forbidden = {"commit", "rollback", "answer", "reply", "send_message", "edit_text", "create_task", "ensure_future"}
    return [
        node.func.attr
        for node in nodes(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in forbidden
    ]


@pytest.mark.parametrize(
    ("line", "caught"),
    [
        ("await message.answer('x')", True),
        ("await db.commit()", True),
        ("asyncio.create_task(x)", True),
        ("turn.say('x')", False),
    ],
)
def test_the_rule_about_turns_knows_good_from_bad(line: str, caught: bool) -> None:
    assert bool(unruly(ast.parse(line))) is caught


def test_handlers_and_queries_neither_commit_nor_speak() -> None:
    for file, tree in TREES.items():
        if file.parts[-2] in ("handlers", "storage") and file.name not in ("engine.py", "migrate.py", "env.py"):
            assert unruly(tree) == [], file


def test_nobody_reads_the_environment_but_the_settings() -> None:
    allowed = {"settings.py", "words.py", "demo.py"}  # the terminal's language; what the demo sets for itself
    readers = [
        where(file, node)
        for file, tree in TREES.items()
        if file.name not in allowed
        for node in nodes(tree)
        if isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv")
    ]
    assert readers == []


# ---------------------------------------------------------------- actions, buttons, steps


def test_every_handler_is_an_action_and_every_action_is_handled() -> None:
    handled = set(JOBS)
    asked: set[str] = set()
    for area in AREAS:
        for observer in area.router.observers.values():
            for handler in observer.handlers:
                action = handler.flags["action"]
                asked.add(action)
                assert action == f"{area.name}.{handler.callback.__name__}"
                assert handler.params <= {
                    "message", "query", "event", "callback_data", "turn", "step", "command"
                }, f"{action}: a turn does not provide {handler.params}"  # fmt: skip
    assert asked - set(ACTIONS) == set(), "handlers without a row in the table"
    assert set(ACTIONS) - asked - handled == set(), "rows without a handler"


def test_every_button_is_an_action_and_fits_with_the_largest_ids() -> None:
    for button in buttons():
        assert button.__prefix__ in ACTIONS, button
        values = {}
        for name, field in button.model_fields.items():
            kind = str(field.annotation)
            values[name] = 2**48 if "int" in kind else True if "bool" in kind else "zh-Hans"
        try:
            packed = button.model_construct(**values).pack()
        except (TypeError, ValueError) as error:
            raise AssertionError(f"{button.__prefix__}: {error}") from None
        assert len(packed.encode()) <= 64


def buttons() -> list[type[Button]]:
    found: list[type[Button]] = []
    waiting = list(Button.__subclasses__())
    while waiting:
        each = waiting.pop()
        waiting += each.__subclasses__()
        found.append(each)
    return [each for each in found if not each.__module__.startswith("tests")]


def test_every_step_survives_being_saved_and_read() -> None:
    for kind, step in STEPS.items():
        assert Step.load({"kind": kind, "told": {}}) is None or step.model_validate({})
        schema = step.model_json_schema()
        assert schema["type"] == "object"
    assert Step.load({"kind": "gone.away", "told": {}}) is None


def test_every_command_is_named_once_and_has_help() -> None:
    commands = [row.command for row in ACTIONS.values() if row.command]
    assert len(commands) == len(set(commands))
    for name, row in ACTIONS.items():
        if row.menu:
            assert row.command, name
            assert f"help-{name.replace('.', '-')}" in texts("en"), name
            assert row.who <= frozenset(Role)


TAKEN = {"to", "buttons", "keyboard", "slot", "due", "key", "self"}


def colliding(tree: ast.AST) -> list[str]:
    """Facts of a refusal that are called like an argument of `Turn.say`, which will say them."""
    return [
        keyword.arg or ""
        for node in nodes(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("Refusal", "refused")
        for keyword in node.keywords
        if keyword.arg in TAKEN
    ]


@pytest.mark.parametrize(("line", "caught"), [("Refusal('x', due=at)", True), ("Refusal('x', until=at)", False)])
def test_the_rule_about_facts_knows_good_from_bad(line: str, caught: bool) -> None:
    assert bool(colliding(ast.parse(line))) is caught


def test_no_fact_is_called_like_an_argument_of_say() -> None:
    assert {str(file): found for file, tree in TREES.items() if (found := colliding(tree))} == {}


# ---------------------------------------------------------------- texts


@cache
def texts(language: str) -> dict[str, frozenset[str]]:
    """The keys of a language with the variables that each needs."""
    found: dict[str, frozenset[str]] = {}
    for file in sorted((ROOT / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{language}/{file.name}: {entry.content}"
            if isinstance(entry, ftl.Message) and entry.value is not None:
                assert entry.id.name not in found, f"{language}: {entry.id.name} twice"
                found[entry.id.name] = frozenset(variables(entry.value))
    return found


def variables(node: object) -> Iterator[str]:
    if isinstance(node, ftl.VariableReference):
        yield node.id.name
    elif isinstance(node, ftl.BaseNode):
        for value in vars(node).values():
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, ftl.BaseNode):
                    yield from variables(each)


def literals(tree: ast.AST) -> Iterator[str]:
    """Texts in the code; of an f-string the whole, with a star for each value."""
    parts = {id(part) for node in nodes(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in nodes(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values)


def test_all_languages_say_the_same_things_about_the_same_facts() -> None:
    english = texts("en")
    for language in LANGUAGES:
        other = texts(language)
        assert set(english) ^ set(other) == set(), language
        assert {key: (english[key], other[key]) for key in english if english[key] != other[key]} == {}, language


def test_every_text_is_used_and_every_key_has_a_text() -> None:
    said = {literal for tree in TREES.values() for literal in literals(tree)}
    patterns = [
        re.compile(re.escape(each).replace(r"\*", "[a-z0-9A-Z_-]+") + "$")
        for each in said
        if "*" in each and "-" in each
    ]
    keys = set(texts("en"))
    unused = {key for key in keys if key not in said and not any(pattern.match(key) for pattern in patterns)}
    assert unused == set()
    areas = {file.stem for file in (ROOT / "en").glob("*.ftl")} - {"policy"}
    key_like = re.compile(rf"({'|'.join(sorted(areas))})-[a-z0-9-]+$")
    missing = {each for each in said if key_like.match(each) and each not in keys}
    assert missing == set()


def test_no_sentence_for_people_stands_in_the_code() -> None:
    """Chinese in handlers would be a text outside the locales."""
    han = re.compile(r"[\u4e00-\u9fff]")
    found = [
        where(file, node)
        for file, tree in TREES.items()
        if file.parts[-2] == "handlers"
        for node in nodes(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and han.search(node.value)
        and node.value not in docstrings(tree)
    ]
    assert found == []


def docstrings(tree: ast.AST) -> set[str]:
    return {
        ast.get_docstring(node, clean=False) or ""
        for node in nodes(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
    }


# ---------------------------------------------------------------- names and files

DRAWERS = {
    "utils",
    "util",
    "helpers",
    "helper",
    "services",
    "service",
    "constants",
    "common",
    "misc",
    "manager",
    "states",
    "keyboards",
}


def test_there_are_no_drawers_by_kind() -> None:
    assert not [file for file in CODE if DRAWERS & {file.stem, *file.relative_to(HERE).parts}]


def test_every_file_and_every_public_function_of_a_rule_says_what_it_promises() -> None:
    for file, tree in TREES.items():
        if file.read_text("utf-8").strip():
            assert ast.get_docstring(tree), f"{file}: no promise at the top"


def test_files_stay_readable() -> None:
    # A grammar reads best in one piece.
    prose = [file for file in CODE if not file.name.startswith("dates_")]
    long = {str(file.relative_to(HERE)): len(file.read_text("utf-8").splitlines()) for file in prose}
    assert {name: lines for name, lines in long.items() if lines > 480} == {}
