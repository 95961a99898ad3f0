"""The demo's bank: an invented branch with three teams, twelve colleagues and sixty clients.

The files are imported in this order, by the same code that imports a bank's own: units, staff,
clients, places.
"""

from collections.abc import Sequence
from pathlib import Path

from bot.sandbox.script import Step

FOLDER = Path(__file__).parent
POLICY = FOLDER / "policy.toml"


def script() -> Sequence[Step]:
    """The field day that a newcomer can watch."""
    return ()
