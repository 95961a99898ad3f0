"""Telegram HTML: text and entities in UTF-16 units, the server's complaints, and back to a page's HTML."""

from typing import Any

import pytest
from hypothesis import given, strategies as st

from bot.sandbox.entities import find_automatic, read_html, to_html
from bot.sandbox.rejected import Rejected


def kinds(source: str) -> tuple[str, list[tuple[str, int, int]]]:
    text, entities = read_html(source)
    return text, [(str(one.type), one.offset, one.length) for one in entities]


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("a &lt;b&gt; &amp;amp; &#20013; &#x4e2d; &nbsp;", "a <b> &amp; 中 中 &nbsp;", []),
        ("😀<b>粗</b>", "😀粗", [("bold", 2, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("  <b> x </b>\n", "x", [("bold", 0, 1)]),
        ('<a href="https://x.cn/?a=1&amp;b=2">链</a>', "链", [("text_link", 0, 1)]),
        ("<blockquote expandable>长\n文</blockquote>", "长\n文", [("expandable_blockquote", 0, 3)]),
        ('<pre><code class="language-sql">select</code></pre>', "select", [("pre", 0, 6)]),
        (
            '<span class="tg-spoiler">密</span><tg-spoiler>码</tg-spoiler>',
            "密码",
            [("spoiler", 0, 1), ("spoiler", 1, 1)],
        ),
        ("<B>x</B><b></b>", "x", [("bold", 0, 1)]),
        ("<code>a <b>b</b></code>", "a b", [("code", 0, 3)]),
        ("x</", None, []),
        ("<span>x</span>", None, []),
        ("<b", None, []),
        ("1 < 2", None, []),
    ],
)
def test_html(source: str, text: str | None, entities: list[Any]) -> None:
    if text is None:
        with pytest.raises(Rejected, match="can't parse entities"):
            read_html(source)
    else:
        assert kinds(source) == (text, entities)


def test_links_and_languages_are_kept() -> None:
    assert read_html('<a href="https://x.cn/?a=1&amp;b=2">链</a>')[1][0].url == "https://x.cn/?a=1&b=2"
    assert read_html('<pre><code class="language-sql">s</code></pre>')[1][0].language == "sql"


def test_the_server_finds_commands_links_and_names() -> None:
    found = find_automatic("😀 /out@waiqin_bot https://a.cn/x @somebody #走访 a/b")
    assert [(str(one.type), one.offset) for one in found] == [
        ("bot_command", 3), ("url", 19), ("mention", 34), ("hashtag", 44),
    ]  # fmt: skip


def test_back_to_html_for_a_page() -> None:
    text, entities = read_html('<b>粗<i>斜</i></b> &lt;x&gt; <a href="https://x.cn">链</a>')
    shown = to_html(text, [one.to_dict() for one in entities])
    assert shown == (
        '<b>粗<i>斜</i></b> &lt;x&gt; <a href="https://x.cn" target="_blank" rel="noopener noreferrer">链</a>'
    )
    script = to_html("x", [{"type": "text_link", "offset": 0, "length": 1, "url": "javascript:alert(1)"}])
    assert script == "x"


@given(
    st.lists(st.sampled_from(["<b>", "</b>", "<i>", "</i>", "&lt;", "&", "😀", "字", " ", "<", ">", "\n", "<a href='"]))
)
def test_any_source_is_read_or_refused(pieces: list[str]) -> None:
    source = "".join(pieces)
    try:
        text, entities = read_html(source)
    except Rejected:
        with pytest.raises(Rejected, match=r"^Bad Request: can't parse entities: "):
            read_html(source)
        return
    length = len(text.encode("utf-16-le")) // 2
    assert all(0 <= one.offset < one.offset + one.length <= length for one in entities)
    to_html(text, [one.to_dict() for one in entities])
