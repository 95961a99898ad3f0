"""Texts: escaped in one place, cut where Telegram needs it, in the listener's language and zone."""

from datetime import UTC, date, datetime
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings, strategies as st

from bot.text import LONGEST, Line, Moment, captions, language_of, length, render, shown, split

ZONE = ZoneInfo("Asia/Shanghai")
AT = datetime(2026, 8, 3, 8, 30, tzinfo=UTC)


def test_values_are_escaped_and_lines_inside_lines_only_once() -> None:
    inner = Line("people-me-role", role=Line("role-rm"), unit="<b>A&B</b>")
    said = render("en", "people-help", {"lines": [inner, inner]}, zone=ZONE)
    assert said.count("&lt;b&gt;A&amp;B&lt;/b&gt;") == 2
    plain = render("en", "people-me-role", inner.facts, zone=ZONE, html=False)
    assert "<b>A&B</b>" in plain


def test_a_missing_fact_or_text_stops_the_sentence() -> None:
    with pytest.raises(ValueError, match="name"):
        render("en", "people-welcome", {}, zone=ZONE)
    with pytest.raises(LookupError):
        render("en", "people-nowhere", {}, zone=ZONE)


def test_moments_are_shown_in_the_zone_of_the_listener() -> None:
    assert str(shown("zh-Hans", AT, ZONE, True)) == "8月3日(周一) 16:30"
    assert str(shown("en", AT, ZoneInfo("Europe/London"), True)) == "Mon 3 Aug 09:30"
    day = shown("zh-Hant", date(2026, 8, 3), ZONE, True)
    assert isinstance(day, Moment)
    assert day.day() == "8月3日(週一)"


@pytest.mark.parametrize(
    ("code", "language"),
    [("zh-hans", "zh-Hans"), ("zh", "zh-Hans"), ("zh-TW", "zh-Hant"), ("zh-hk", "zh-Hant"), ("zh-hant", "zh-Hant"),
     ("en-GB", "en"), ("ru", "zh-Hans"), (None, "zh-Hans")],
)  # fmt: skip
def test_the_language_of_a_phone(code: str | None, language: str) -> None:
    assert language_of(code) == language


def test_a_caption_is_known_in_every_language() -> None:
    assert captions("menu-out") >= {"🚗 外出", "🚗 Go out"}


class Reader(HTMLParser):
    """The words of a text, and whether its tags are closed."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words, self.open = "", [""]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


PIECES = st.sampled_from(["客户", "word ", "&lt;", "&amp;", "🚗", "\n", "x" * 30, "<b>粗</b>", "<i>a\nb <b>c</b></i>"])


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=80), st.integers(min_value=20, max_value=90))
def test_cutting_loses_no_word_and_breaks_no_tag(pieces: list[str], limit: int) -> None:
    whole = "".join(pieces)
    parts = split(whole, limit)
    for part in parts:
        assert length(part) <= limit
        assert Reader(part).open == [""]
    words = "".join(Reader(part).words for part in parts)
    assert "".join(words.split()) == "".join(Reader(whole).words.split())


def test_cutting_happens_at_line_ends_where_there_are_any() -> None:
    parts = split("\n".join(["一行字" * 10] * 300))
    assert len(parts) > 1
    assert all(part.split("\n")[-1] == "一行字" * 10 for part in parts)
    assert all(length(part) <= LONGEST for part in parts)
