"""What the bot sends, checked by an independent model of the Bot API and by Telegram's limits."""

from typing import Any

import telegram

from bot.text import length

KNOWN = {
    "sendMessage": {"chat_id", "text", "parse_mode", "protect_content", "reply_markup"},
    "editMessageText": {"chat_id", "message_id", "text", "parse_mode", "reply_markup"},
    "answerCallbackQuery": {"callback_query_id", "text", "show_alert"},
    "setMyCommands": {"commands", "scope", "language_code"},
    "sendPhoto": {"chat_id", "photo", "caption", "parse_mode", "protect_content", "reply_markup"},
    "sendDocument": {"chat_id", "document", "caption", "parse_mode", "protect_content", "reply_markup"},
    "leaveChat": {"chat_id"},
    "deleteMessage": {"chat_id", "message_id"},
}


def check(method: str, payload: dict[str, Any]) -> None:
    """Raises AssertionError when Telegram, or python-telegram-bot, would not take this call."""
    assert method in KNOWN, f"{method}: not known to the contract"
    unknown = set(payload) - KNOWN[method]
    assert not unknown, f"{method}: {unknown}"
    if method in ("sendMessage", "editMessageText"):
        assert payload["parse_mode"] == "HTML"
        assert 1 <= length(payload["text"]) <= 4096, "text length"
        assert payload["text"].strip() == payload["text"].strip("\n").strip(), "text"
        balanced(payload["text"])
        markup = payload.get("reply_markup")
        if markup is not None:
            check_markup(markup, edit=method == "editMessageText")
    if method in ("sendPhoto", "sendDocument"):
        check_file(payload[method.removeprefix("send").lower()], photo=method == "sendPhoto")
        assert 1 <= length(payload["caption"]) <= 1024, "caption length"
        assert payload["protect_content"], "a file that can be passed on"
        balanced(payload["caption"])
        if payload.get("reply_markup") is not None:
            check_markup(payload["reply_markup"], edit=False)
    if method == "answerCallbackQuery":
        assert len(payload.get("text") or "") <= 200
    if method == "setMyCommands":
        assert payload["scope"]["type"] == "chat"
        for each in payload["commands"]:
            command = telegram.BotCommand(each["command"], each["description"])
            assert 1 <= len(command.command) <= 32
            assert command.command.islower()
            assert 1 <= len(command.description) <= 256


def check_file(file: Any, *, photo: bool) -> None:
    """A file of our own within Telegram's limits, or one that it knows by name."""
    if isinstance(file, str):
        assert file
        return
    assert file.name
    assert 0 < len(file.data) <= (10_000_000 if photo else 50_000_000)
    if photo:
        assert file.data[:8] == b"\x89PNG\r\n\x1a\n", "a picture that is no PNG"


def check_markup(markup: dict[str, Any], *, edit: bool) -> None:
    if "inline_keyboard" in markup:
        parsed = telegram.InlineKeyboardMarkup.de_json(markup, None)
        assert sum(len(row) for row in parsed.inline_keyboard) <= 100
        for row in parsed.inline_keyboard:
            assert 1 <= len(row) <= 8
            for button in row:
                assert button.text.strip()
                if button.callback_data is not None:
                    assert 1 <= len(str(button.callback_data).encode()) <= 64, button.callback_data
                else:
                    assert button.url
        if parsed.inline_keyboard:  # an empty one takes the buttons away, and python-telegram-bot leaves it out
            assert parsed.to_dict() == telegram.InlineKeyboardMarkup.de_json(parsed.to_dict(), None).to_dict()
        return
    assert not edit, "an edit carries inline buttons only"
    if markup.get("remove_keyboard"):
        return
    rows = [[telegram.KeyboardButton.de_json(each, None) for each in row] for row in markup["keyboard"]]
    assert all(button.text.strip() for row in rows for button in row)


def balanced(html: str) -> None:
    from html.parser import HTMLParser

    opened: list[str] = []

    class Parser(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            assert tag in {"b", "i", "u", "s", "a", "code", "pre", "blockquote", "tg-spoiler"}, tag
            opened.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert opened, f"</{tag}> without its beginning"
            assert opened.pop() == tag, f"</{tag}> closes another"

    Parser().feed(html)
    assert not opened, f"left open: {opened}"
