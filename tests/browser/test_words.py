"""The page speaks both of its languages completely. No browser is needed for this."""

import re
from pathlib import Path

import bot.sandbox

PAGE = Path(bot.sandbox.__file__).parent / "page"
KINDS = {"tab": 3, "attach": 5, "device": 3, "kind": 8, "guide": 9}


def words(language: str) -> dict[str, str]:
    lines = (PAGE / "words" / f"{language}.js").read_text("utf-8")
    return dict(re.findall(r'^  "([\w-]+)": "(.*)",$', lines, re.MULTILINE))


def test_both_languages_have_the_same_words_and_the_same_facts() -> None:
    chinese, english = words("zh"), words("en")
    assert chinese
    assert chinese.keys() == english.keys()
    for key in chinese:
        assert set(re.findall(r"\{\w+\}", chinese[key])) == set(re.findall(r"\{\w+\}", english[key])), key


def test_every_word_is_used_and_every_used_word_exists() -> None:
    code = "\n".join(path.read_text("utf-8") for path in sorted(PAGE.glob("*.js")))
    known = words("zh")
    named = set(re.findall(r'"([a-z]+(?:-[\w-]+)?)"', code))
    asked = set(re.findall(r'\bword\(\s*"([\w-]+)"', code))
    made = set(re.findall(r"\bword\([^)`]*`(\w+)-\$\{", code))
    assert asked <= known.keys()
    assert made <= KINDS.keys()
    for prefix, least in KINDS.items():
        assert sum(key.startswith(f"{prefix}-") for key in known) >= least
    unused = {key for key in known if key not in named and key.partition("-")[0] not in made}
    assert unused == set()


def test_untrusted_text_never_becomes_markup() -> None:
    for path in PAGE.glob("*.js"):
        code = path.read_text("utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b", code), path
