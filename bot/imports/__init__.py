"""Files of the bank become units, staff, clients, places, days and credit items: read, checked, then written at once.

`read` makes a table of any CSV or XLSX file; `check_units`, `check_staff`, `check_clients`, `check_places`,
`check_holidays` and `check_credit` compare it with what is known and report every row that is wrong, with its line,
its column and what would be right. They change nothing: `storage.imports` writes the rows that are ready.
"""

from bot.imports.clients import check_clients
from bot.imports.credit import check_credit
from bot.imports.holidays import check_holidays
from bot.imports.places import check_places
from bot.imports.reading import read
from bot.imports.report import Known, Problem, Refused, Report
from bot.imports.staff import check_staff
from bot.imports.table import Row, Table, Unreadable
from bot.imports.units import check_units

__all__ = [
    "Known",
    "Problem",
    "Refused",
    "Report",
    "Row",
    "Table",
    "Unreadable",
    "check_clients",
    "check_credit",
    "check_holidays",
    "check_places",
    "check_staff",
    "check_units",
    "read",
]
