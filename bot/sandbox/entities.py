"""Telegram HTML to text and entities, as the real server reads it, and entities back to safe HTML for a page.

Offsets and lengths count UTF-16 code units. What the server would refuse is refused in its words; what it would
accept is turned into `telegram.MessageEntity` objects, sorted, with the text's outer white space trimmed.
"""

import re
from html import escape

from telegram import MessageEntity

from bot.sandbox.rejected import Json, Rejected, bad_request


def read_html(source: str) -> tuple[str, list[MessageEntity]]:
    """Parse `parse_mode=HTML`; raises `Rejected` with `can't parse entities: ...` and a byte offset."""
    text, found = _Reader(source).read()
    return trim(text, found)


def trim(text: str, entities: list[MessageEntity]) -> tuple[str, list[MessageEntity]]:
    """Cut outer white space as the server does, and the entities with it."""
    left = units(text[: len(text) - len(text.lstrip())])
    kept = text.strip()
    if kept == text:
        return text, entities
    end = units(kept)
    moved = []
    for entity in entities:
        start = max(entity.offset - left, 0)
        stop = min(entity.offset + entity.length - left, end)
        if stop > start:
            moved.append(_entity(entity.type, start, stop - start, entity.url, entity.language, entity.custom_emoji_id))
    return kept, moved


def units(text: str) -> int:
    """Length in UTF-16 code units: what Telegram counts offsets in."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


_AUTOMATIC = re.compile(
    r"(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?)(?![\w/])"
    r"|(?P<url>https?://[^\s<>\"]+)"
    r"|(?P<mention>(?<!\w)@[A-Za-z]\w{3,31})"
    r"|(?P<hashtag>(?<!\w)#\w*[^\W\d]\w*)"
)


def find_automatic(text: str, taken: list[MessageEntity] | None = None) -> list[MessageEntity]:
    """Entities the server adds by itself: commands, links, mentions, hashtags. Never inside `taken` ones."""
    known = list(taken or ())
    if not any(sign in text for sign in "/@#"):
        return known
    busy = [(entity.offset, entity.offset + entity.length) for entity in known if entity.type in _CLOSED_TO_OTHERS]
    for match in _AUTOMATIC.finditer(text):
        start = units(text[: match.start()])
        length = units(match.group())
        if not any(low < start + length and start < high for low, high in busy):
            known.append(_entity(str(match.lastgroup), start, length))
    return sorted(known, key=lambda entity: (entity.offset, -entity.length))


def to_html(text: str, entities: list[Json]) -> str:
    """Render text with Bot API entities as HTML that is safe to put into a page; newlines stay newlines."""
    wide = text.encode("utf-16-le")
    opens: dict[int, list[str]] = {}
    closes: dict[int, list[str]] = {}
    for entity in sorted(entities, key=lambda one: (one["offset"], -one["length"])):
        start, stop = entity["offset"], entity["offset"] + entity["length"]
        before, after = _dress(entity, wide[start * 2 : stop * 2].decode("utf-16-le", "replace"))
        if before:
            opens.setdefault(start, []).append(before)
            closes.setdefault(stop, []).insert(0, after)
    marks = sorted({0, len(wide) // 2, *opens, *closes})
    parts: list[str] = []
    for here, following in zip(marks, [*marks[1:], len(wide) // 2], strict=True):
        parts += closes.get(here, [])
        parts += opens.get(here, [])
        parts.append(escape(wide[here * 2 : following * 2].decode("utf-16-le", "replace")))
    return "".join(parts)


_DRESS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "spoiler": ('<span class="spoiler">', "</span>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ("<blockquote>", "</blockquote>"),
    "bot_command": ('<span class="command">', "</span>"),
}


def _dress(entity: Json, inside: str) -> tuple[str, str]:
    kind = str(entity["type"])
    if kind in ("text_link", "url"):
        link = entity.get("url") or inside
        if re.match(r"(https?|tg|mailto):", link):
            return f'<a href="{escape(link)}" target="_blank" rel="noopener noreferrer">', "</a>"
        return "", ""
    return _DRESS.get(kind, ("", ""))


_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
    "blockquote": "blockquote",
}
_CLOSED_TO_OTHERS = {"code", "pre", "text_link", "url"}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_CHARACTER = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot));?")
_ATTRIBUTE = re.compile(r"\s*([A-Za-z-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([A-Za-z0-9._-]+)))?")


class _Reader:
    """One pass over the source; open tags on a stack, each with where its text began."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.text: list[str] = []
        self.length = 0
        self.open: list[tuple[str, int, dict[str, str]]] = []
        self.found: list[MessageEntity] = []

    def read(self) -> tuple[str, list[MessageEntity]]:
        source = self.source
        while self.at < len(source):
            sign = source[self.at]
            if sign == "&":
                self._put(self._character())
            elif sign == "<":
                self._tag()
            else:
                end = self.at
                while end < len(source) and source[end] not in "&<":
                    end += 1
                self._put(source[self.at : end])
                self.at = end
        if self.open:
            raise _unparsable(f'Can\'t find end tag corresponding to start tag "{self.open[-1][0]}"')
        code = [(one.offset, one.offset + one.length) for one in self.found if one.type in ("code", "pre")]
        kept = [one for one in self.found if not _inside_code(one, code)]
        return "".join(self.text), sorted(kept, key=lambda one: (one.offset, -one.length))

    def _put(self, piece: str) -> None:
        self.text.append(piece)
        self.length += units(piece)

    def _character(self) -> str:
        match = _CHARACTER.match(self.source, self.at)
        if match is None:
            self.at += 1
            return "&"
        self.at = match.end()
        decimal, hexadecimal, name = match.groups()
        if name:
            return _NAMED[name]
        number = int(decimal) if decimal else int(hexadecimal, 16)
        valid = 0 < number < 0x110000 and not 0xD800 <= number < 0xE000
        return chr(number) if valid else match.group()

    def _tag(self) -> None:
        began = self.at
        end = self.source.find(">", began)
        closing = self.source.startswith("</", began)
        inner_start = began + (2 if closing else 1)
        name_match = re.compile(r"[^\s>]*").match(self.source, inner_start)
        name = (name_match.group() if name_match else "").lower()
        if closing:
            if end < 0:
                raise _unparsable(f"Unclosed end tag at byte offset {self._bytes(began)}")
            self._close(name, began)
            self.at = end + 1
            return
        if name not in _TAGS:
            raise _unparsable(f'Unsupported start tag "{name}" at byte offset {self._bytes(began)}')
        values, end = self._attributes(inner_start + len(name), began)
        if name == "span" and values.get("class") != "tg-spoiler":
            raise _unparsable(f'Tag "span" must have class "tg-spoiler" at byte offset {self._bytes(began)}')
        self.open.append((name, self.length, values))
        self.at = end

    def _attributes(self, at: int, began: int) -> tuple[dict[str, str], int]:
        values: dict[str, str] = {}
        while at < len(self.source):
            rest = re.compile(r"\s*>").match(self.source, at)
            if rest:
                return values, rest.end()
            match = _ATTRIBUTE.match(self.source, at)
            if match is None:
                break
            name, double, single, bare = match.groups()
            raw = next((one for one in (double, single, bare) if one is not None), "")
            values[name.lower()] = _CHARACTER.sub(lambda found: _NAMED.get(found.group(3) or "", found.group()), raw)
            at = match.end()
        raise _unparsable(f"Unclosed start tag at byte offset {self._bytes(began)}")

    def _close(self, name: str, began: int) -> None:
        if not self.open:
            raise _unparsable(f"Unexpected end tag at byte offset {self._bytes(began)}")
        expected, start, values = self.open.pop()
        if name not in ("", expected):
            where = self._bytes(began)
            raise _unparsable(f'Unmatched end tag at byte offset {where}, expected "</{expected}>", found "</{name}>"')
        length = self.length - start
        if length == 0:
            return
        kind = _TAGS[expected]
        url = language = emoji = None
        if expected == "a":
            url = values.get("href") or "".join(self.text)[-length:]
            if not re.match(r"(https?|tg|mailto|tel|ton)://?|mailto:|tel:", url):
                return  # the server keeps the words and forgets a link it can't follow
        elif expected == "blockquote" and "expandable" in values:
            kind = "expandable_blockquote"
        elif expected == "tg-emoji":
            emoji = values.get("emoji-id")
            if not emoji or not emoji.isdigit():
                raise _unparsable("Invalid custom emoji identifier specified")
        elif expected == "code" and self.open and self.open[-1][0] == "pre":
            tongue = values.get("class", "")
            if tongue.startswith("language-"):
                self.open[-1][2]["language"] = tongue.removeprefix("language-")
            return
        elif expected == "pre":
            language = values.get("language")
        self.found.append(_entity(kind, start, length, url, language, emoji))

    def _bytes(self, at: int) -> int:
        return len(self.source[:at].encode())


def _entity(
    kind: str,
    offset: int,
    length: int,
    url: str | None = None,
    language: str | None = None,
    custom_emoji_id: str | None = None,
) -> MessageEntity:
    return MessageEntity(
        type=kind, offset=offset, length=length, url=url, language=language, custom_emoji_id=custom_emoji_id
    )


def _inside_code(entity: MessageEntity, code: list[tuple[int, int]]) -> bool:
    if entity.type in ("code", "pre"):
        return False
    return any(low <= entity.offset and entity.offset + entity.length <= high for low, high in code)


def _unparsable(reason: str) -> Rejected:
    return bad_request(f"can't parse entities: {reason}")
