"""A light start changes nothing that can be noticed: updates are read, and refusals are said."""

import subprocess
import sys

PROBE = """
from bot import lean
assert not lean.types.Update.__pydantic_complete__
lean.build()
from aiogram.types import Update
from aiogram.types.error_event import ErrorEvent
user = {"id": 1, "is_bot": False, "first_name": "x"}
chat = {"id": 1, "type": "private"}
message = {"message_id": 1, "date": 1, "chat": chat, "from": user}
for what in (
    {"message": message | {"text": "hi", "entities": [{"type": "bold", "offset": 0, "length": 2}]}},
    {"edited_message": message | {"location": {"latitude": 1, "longitude": 2, "live_period": 60}, "edit_date": 2}},
    {"message": message | {"voice": {"file_id": "a", "file_unique_id": "b", "duration": 3}}},
    {"message": message | {"forward_origin": {"type": "user", "date": 1, "sender_user": user}, "text": "x"}},
    {"callback_query": {"id": "1", "from": user, "chat_instance": "1", "data": "x", "message": message}},
    {"my_chat_member": {"chat": chat, "from": user, "date": 1,
        "old_chat_member": {"status": "member", "user": user},
        "new_chat_member": {"status": "kicked", "user": user, "until_date": 0}}},
):
    update = Update.model_validate({"update_id": 1, **what})
    ErrorEvent(update=update, exception=ValueError())
    assert update.event
"""


def test_what_updates_are_made_of_is_built_and_nothing_before() -> None:
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
