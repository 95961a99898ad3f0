"""Tomorrow morning in the demo is one a banker would believe."""

from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from bot import imports
from bot.cli.demo_calendar import remember
from bot.policy import Policies
from bot.rules.ranking import Reason
from bot.sandbox import branch
from storage import agenda, matters, people
from storage.holidays import china
from tests.imports.test_writing import KINDS, load

ZONE = ZoneInfo("Asia/Shanghai")
DAY = date(2026, 11, 23)  # a Monday long after the files' own


async def test_the_first_tomorrow(database):
    for kind in KINDS:
        await load(database, kind, imports.read(Path(branch.FOLDER) / f"{kind}.csv"))
    policies = Policies.load(branch.POLICY)
    app = SimpleNamespace(database=database, turns=SimpleNamespace(policies=policies))
    await remember(app, branch.FOLDER, DAY, ZONE)
    tomorrow = DAY + timedelta(days=1)
    async with database.reading() as db:
        units = await people.all_units(db)
        everybody = [each for code in range(1001, 1013) if (each := await people.by_code(db, str(code)))]
        found = await matters.matters_of(db, everybody, policies.of(), tomorrow, china(frozenset(range(5))), units)
        plans = await agenda.open_of(db, [each.id for each in everybody], tomorrow)
    by_code = {each.code: found.get(each.id, []) for each in everybody}
    zhang = {(each.reason, each.rule) for each in by_code["1004"]}
    assert {(Reason.LINE_FILE, "K11"), (Reason.ON_SITE, "V01"), (Reason.INTEREST, "K12")} <= zhang
    assert any(each.reason is Reason.ON_SITE and each.figure == 75 for each in by_code["1004"])
    assert any(each.reason is Reason.BIRTHDAY for each in by_code["1010"])
    assert any(each.rule == "V23" for each in by_code["1008"])
    assert any(each.rule in ("V03", "V04") for each in by_code["1003"])
    assert {code for code, some in by_code.items() if not some} <= {"1002", "1012"}  # auditor and clerk keep no clients
    assert {"1004", "1005", "1007", "1010"} <= {
        each.code for each in everybody if each.id in {p.person_id for p in plans}
    }
