"""The demo's bank: an invented branch with three teams, twelve colleagues and sixty-three clients.

The files are imported in this order, by the same code that imports a bank's own: units, staff,
clients, places.
"""

from collections.abc import Sequence
from pathlib import Path

from bot.sandbox.day import field_day
from bot.sandbox.script import Place, Step

FOLDER = Path(__file__).parent
POLICY = FOLDER / "policy.toml"
ON_STAGE = ("1004", "1005", "1003")  # whose phones the page shows first: two managers and their supervisor
OFFICE = Place("office", "柯桥支行", "Keqiao Sub-branch", 30.0812, 120.4930, "office")
DESTINATION = "C001-厂区"
NEWCOMER = "1008"  # not enrolled yet: a first start to try


def script() -> Sequence[Step]:
    """The field day that a newcomer can watch: two managers, their supervisor, one client."""
    return field_day(*ON_STAGE, client="鼎盛纺织", place=DESTINATION, contact="吴敏")
