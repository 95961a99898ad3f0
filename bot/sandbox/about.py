"""What the bot says about itself: names, descriptions, commands by scope and language, the menu button."""

import re

import telegram

from bot.sandbox.parameters import Call, chat, method, thing, whole, words
from bot.sandbox.rejected import Json, bad_request
from bot.sandbox.telegram import Person, World

MOST_COMMANDS = 100


@method("getMe")
def get_me(call: Call) -> Json:
    account = call.world.bot.user.to_dict()
    return account | {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}


@method("setMyCommands", commands=thing, scope=thing, language_code=words)
def set_my_commands(call: Call) -> bool:
    commands = call.get("commands")
    if not isinstance(commands, list):
        raise bad_request("can't parse commands JSON object")
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for one in telegram.BotCommand.de_list(commands, None):
        call.drift += [f"BotCommand has no field {name!r}" for name in one.api_kwargs]
        if not re.fullmatch(r"[a-z0-9_]{1,32}", one.command.removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(one.description.strip()) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    key = _scope(call)
    call.world.bot.commands[key] = [
        {"command": one["command"].removeprefix("/"), "description": one["description"].strip()} for one in commands
    ]
    if not commands:
        del call.world.bot.commands[key]
    return _commands_changed(call)


@method("getMyCommands", scope=thing, language_code=words)
def get_my_commands(call: Call) -> list[Json]:
    return call.world.bot.commands.get(_scope(call), [])


@method("deleteMyCommands", scope=thing, language_code=words)
def delete_my_commands(call: Call) -> bool:
    call.world.bot.commands.pop(_scope(call), None)
    return _commands_changed(call)


@method("setChatMenuButton", chat_id=whole, menu_button=thing)
def set_chat_menu_button(call: Call) -> bool:
    button = call.get("menu_button") or {"type": "default"}
    if button.get("type") not in ("default", "commands", "web_app"):
        raise bad_request("MenuButton has unsupported type")
    call.world.bot.menus[_menu_key(call)] = telegram.MenuButton.de_json(button, None).to_dict()
    return _commands_changed(call)


@method("getChatMenuButton", chat_id=whole)
def get_chat_menu_button(call: Call) -> Json:
    menus = call.world.bot.menus
    return menus.get(_menu_key(call)) or menus.get("") or {"type": "commands"}


@method("setMyName", name=words, language_code=words)
def set_my_name(call: Call) -> bool:
    return _describe(call, call.world.bot.names, "name", 64, "BOT_TITLE_INVALID")


@method("setMyDescription", description=words, language_code=words)
def set_my_description(call: Call) -> bool:
    return _describe(call, call.world.bot.descriptions, "description", 512, "BOT_DESCRIPTION_INVALID")


@method("setMyShortDescription", short_description=words, language_code=words)
def set_my_short_description(call: Call) -> bool:
    return _describe(call, call.world.bot.short_descriptions, "short_description", 120, "BOT_ABOUT_INVALID")


@method("getMyName", language_code=words)
def get_my_name(call: Call) -> Json:
    bot = call.world.bot
    return {"name": bot.names.get(_language(call)) or bot.names.get("") or bot.name}


@method("getMyDescription", language_code=words)
def get_my_description(call: Call) -> Json:
    texts = call.world.bot.descriptions
    return {"description": texts.get(_language(call)) or texts.get("") or ""}


@method("getMyShortDescription", language_code=words)
def get_my_short_description(call: Call) -> Json:
    texts = call.world.bot.short_descriptions
    return {"short_description": texts.get(_language(call)) or texts.get("") or ""}


def commands_for(world: World, person: Person, chat_id: int) -> list[Json]:
    """The menu this person sees in this chat: the narrowest scope wins, and in it their language before none."""
    private = chat_id > 0
    scopes = [f"chat:{chat_id}", "all_private_chats" if private else "all_group_chats", "default"]
    if not private:
        scopes.insert(0, f"chat_member:{chat_id}:{person.id}")
    for scope in scopes:
        for language in (person.language[:2], ""):
            found = world.bot.commands.get(f"{scope}|{language}")
            if found:
                return found
    return []


def menu_for(world: World, chat_id: int) -> str:
    """commands | default | web_app: what the button beside the text field does."""
    menus = world.bot.menus
    return str((menus.get(str(chat_id)) or menus.get("") or {"type": "commands"})["type"])


def _scope(call: Call) -> str:
    scope = call.get("scope") or {"type": "default"}
    kind = scope.get("type")
    language = _language(call)
    if kind in ("default", "all_private_chats", "all_group_chats", "all_chat_administrators"):
        return f"{kind}|{language}"
    if kind not in ("chat", "chat_administrators", "chat_member"):
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    room = call.world.room(chat("chat_id", scope.get("chat_id", "")))
    member = f":{scope.get('user_id')}" if kind == "chat_member" else ""
    return f"{kind}:{room.id}{member}|{language}"


def _language(call: Call) -> str:
    code = call.get("language_code") or ""
    if code and not re.fullmatch(r"[a-z]{2}", code):
        raise bad_request("invalid language code specified")
    return str(code)


def _menu_key(call: Call) -> str:
    chat_id = call.get("chat_id")
    return "" if chat_id is None else str(call.world.room(chat_id).id)


def _describe(call: Call, texts: dict[str, str], name: str, longest: int, complaint: str) -> bool:
    text = call.get(name) or ""
    if len(text) > longest:
        raise bad_request(complaint)
    language = _language(call)
    if text:
        texts[language] = text
    else:
        texts.pop(language, None)
    call.world.touch("world", 0)
    call.world.tell("bot", None)
    return True


def _commands_changed(call: Call) -> bool:
    call.world.touch("world", 0)
    call.world.tell("commands", None)
    return True
