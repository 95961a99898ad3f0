"""Everything that a person can do, and who may do it: the only place that says so.

An action without a row is refused to everybody. Whose matters a person may touch (own, team,
subtree) is asked by the handler's rule; the roles here say only what kind of person may try.
"""

from dataclasses import dataclass

from bot.rules.people import SUPERVISING, Role

EVERYONE = frozenset(Role)
RMS = frozenset({Role.RM})
FIELD = frozenset({Role.RM, Role.CLERK, Role.TEAM_LEADER, Role.LEADER, Role.SUPERVISOR})
ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})
AUDITORS = frozenset({Role.AUDITOR})


@dataclass(frozen=True, slots=True)
class Action:
    """Who may do it, the command it answers to, and where in the menu that stands (0: not at all)."""

    who: frozenset[Role]
    command: str | None = None
    menu: int = 0
    unknown_may: bool = False  # also those who are not enrolled, or have not accepted the notice yet


ACTIONS: dict[str, Action] = {
    # people: enrolment, language, own data
    "people.start": Action(EVERYONE, command="start", unknown_may=True),
    "people.choose": Action(EVERYONE, unknown_may=True),
    "people.accept": Action(EVERYONE, unknown_may=True),
    "people.language": Action(EVERYONE, command="language", menu=95, unknown_may=True),
    "people.me": Action(EVERYONE, command="me", menu=90),
    "people.help": Action(EVERYONE, command="help", menu=99),
    "people.reach": Action(EVERYONE, unknown_may=True),
    # staff: letting colleagues in
    "staff.invite": Action(ADMINISTRATORS, command="invite", menu=80),
    "staff.named": Action(ADMINISTRATORS),
    "staff.link": Action(ADMINISTRATORS),
    # outings: telling before leaving
    "outings.declare": Action(FIELD, command="out", menu=10),
    "outings.fill": Action(FIELD),
    "outings.pick": Action(FIELD),
    "outings.unknown": Action(FIELD),
    "outings.purpose": Action(FIELD),
    "outings.at_theirs": Action(FIELD),
    "outings.until": Action(FIELD),
    "outings.why": Action(FIELD),
    "outings.redo": Action(FIELD),
    "outings.confirm": Action(FIELD),
    "outings.discard": Action(FIELD),
    "outings.depart": Action(FIELD),
    # consent: the bank may want it before leaving
    "consent.agree": Action(SUPERVISING),
    "consent.decline": Action(SUPERVISING),
    "consent.decline_why": Action(SUPERVISING),
    "consent.declining": Action(SUPERVISING),
    # changes: of what was told, with a reason
    "changes.change": Action(FIELD),
    "changes.what": Action(FIELD),
    "changes.into": Action(FIELD),
    "changes.said": Action(FIELD),
    "changes.because": Action(FIELD),
    "changes.cancel": Action(FIELD),
    # returns: coming back in time
    "returns.back": Action(FIELD, command="back", menu=30),
    "returns.tap_back": Action(FIELD),
    "returns.came_back": Action(FIELD),
    "returns.came_back_other": Action(FIELD),
    "returns.remembering": Action(FIELD),
    "returns.look": Action(SUPERVISING),
    # extensions: staying out longer, with a reason
    "extensions.take": Action(FIELD),
    "extensions.other": Action(FIELD),
    "extensions.why": Action(FIELD),
    "extensions.telling": Action(FIELD),
    # duty: who stays at the desk
    "duty.roster": Action(FIELD, command="duty", menu=70),
    "duty.week": Action(FIELD),
    "duty.day": Action(SUPERVISING),
    "duty.put": Action(SUPERVISING),
    "duty.swap": Action(FIELD),
    "duty.ask": Action(FIELD),
    "duty.answer": Action(FIELD),
    # dictation: voice that becomes words
    "dictation.voice": Action(EVERYONE),
    "dictation.agree": Action(EVERYONE),
    "dictation.meant": Action(EVERYONE),
    # leave: asking for it, one's own
    "leave.ask": Action(EVERYONE, command="leave", menu=75),
    "leave.fill": Action(EVERYONE),
    "leave.pick_sort": Action(EVERYONE),
    "leave.pick_when": Action(EVERYONE),
    "leave.pick_half": Action(EVERYONE),
    "leave.pick_standin": Action(EVERYONE),
    "leave.redo": Action(EVERYONE),
    "leave.confirm": Action(EVERYONE),
    "leave.discard": Action(EVERYONE),
    # leave_pieces: what becomes of the work that falls into it
    "leave_pieces.look": Action(EVERYONE),
    "leave_pieces.take": Action(EVERYONE),
    "leave_pieces.decide": Action(EVERYONE),
    "leave_pieces.done": Action(EVERYONE),
    # own_leave: withdrawing, coming back earlier, proof
    "own_leave.withdraw": Action(EVERYONE),
    "own_leave.come_back": Action(EVERYONE),
    "own_leave.report": Action(EVERYONE),
    "own_leave.prove": Action(EVERYONE),
    "own_leave.proof": Action(EVERYONE),
    "own_leave.no_proof": Action(EVERYONE),
    "own_leave.answer": Action(EVERYONE),
    "own_leave.answering": Action(EVERYONE),
    # handover: taking a colleague's work over
    "handover.accept": Action(EVERYONE),
    "handover.refuse": Action(EVERYONE),
    "handover.refusing": Action(EVERYONE),
    "handover.another": Action(EVERYONE),
    # deciding: on leave
    "deciding.approve": Action(SUPERVISING),
    "deciding.decline": Action(SUPERVISING),
    "deciding.decline_why": Action(SUPERVISING),
    "deciding.declining": Action(SUPERVISING),
    "deciding.change": Action(SUPERVISING),
    "deciding.ask_back": Action(SUPERVISING),
    "deciding.wondering": Action(SUPERVISING),
    # away: the leave of a team
    "away.week": Action(SUPERVISING | AUDITORS, command="away", menu=76),
    "away.show": Action(SUPERVISING | AUDITORS),
    "away_files.picture": Action(SUPERVISING | AUDITORS),
    "away_files.file": Action(SUPERVISING | AUDITORS),
    # words: what is said outside any question
    "words.hear": Action(EVERYONE),
    # visits: arriving at a client, by location or in words
    "visits.check_in": Action(FIELD, command="in", menu=20),
    "visits.from_desktop": Action(FIELD),
    "visits.no_place": Action(FIELD),
    "visits.instead": Action(FIELD),
    "visits.located": Action(FIELD),
    "visits.choose": Action(FIELD),
    "visits.stay": Action(FIELD),
    "visits.named": Action(FIELD),
    "visits.matter": Action(FIELD),
    # corrections: another client than was thought, and why it was not planned
    "corrections.elsewhere": Action(FIELD),
    "corrections.named": Action(FIELD),
    "corrections.rather": Action(FIELD),
    "corrections.why": Action(FIELD),
    "corrections.because": Action(FIELD),
    "corrections.said_why": Action(FIELD),
    # evidence: the live location, and the RM's own sentence
    "evidence.follow": Action(EVERYONE),
    "evidence.remark": Action(FIELD),
    "evidence.remarked": Action(FIELD),
    # departures: leaving, and check-outs that were forgotten
    "departures.leave": Action(FIELD, command="left", menu=25),
    "departures.gone": Action(FIELD),
    "departures.still": Action(FIELD),
    "departures.answer": Action(FIELD),
    "departures.other_time": Action(FIELD),
    "departures.typed_time": Action(FIELD),
    # places: a supervisor looks at a visit and accepts where it was
    "places.show": Action(SUPERVISING | AUDITORS),
    "places.accept": Action(SUPERVISING),
    # records: what a visit came to, in four blocks
    "records.start": Action(FIELD, command="record", menu=40),
    "records.write": Action(FIELD),
    "records.change": Action(FIELD),
    "records.one_by_one": Action(FIELD),
    "records.fill": Action(FIELD),
    "records.fix": Action(FIELD),
    "records.edited": Action(EVERYONE),
    "records.save": Action(FIELD),
    "records.sort": Action(FIELD),
    "records.tick": Action(FIELD),
    "records.discard": Action(FIELD),
    "records.risk": Action(FIELD),
    # said: where words belong
    "said.show": Action(FIELD),
    "said.add": Action(FIELD),
    "said.use": Action(FIELD),
    "said.belated": Action(FIELD),
    "said.as_contact": Action(FIELD),
    "said.forget": Action(FIELD),
    "said.elsewhere": Action(FIELD),
    "said.move": Action(FIELD),
    # appointments: what was agreed, reminded of in time
    "appointments.done": Action(EVERYONE),
    "appointments.put_off": Action(EVERYONE),
    "appointments.drop": Action(EVERYONE),
    # reviews: a supervisor reads a record and signs, or sends it back
    "reviews.read": Action(SUPERVISING | AUDITORS),
    "reviews.sign": Action(SUPERVISING),
    "reviews.opine": Action(SUPERVISING),
    "reviews.typed_opinion": Action(SUPERVISING),
    "reviews.send_back": Action(SUPERVISING),
    "reviews.typed_wanted": Action(SUPERVISING),
    "reviews.phrase": Action(SUPERVISING),
    "reviews.task_next": Action(SUPERVISING),
    "reviews.task": Action(SUPERVISING),
    "reviews.tasked": Action(SUPERVISING),
    # review_queue: what waits to be read, by risk
    "review_queue.queue": Action(SUPERVISING, command="review", menu=62),
    "review_queue.show": Action(SUPERVISING),
    "review_queue.open": Action(SUPERVISING),
    "review_queue.next_one": Action(SUPERVISING),
    "review_queue.nudge": Action(SUPERVISING),
    "review_logs.open": Action(SUPERVISING),
    "review_logs.sign": Action(SUPERVISING),
    "review_logs.opine": Action(SUPERVISING),
    "review_logs.opining": Action(SUPERVISING),
    "review_logs.task": Action(SUPERVISING),
    "review_logs.tasking": Action(SUPERVISING),
    # contacts: a client reached without going there
    "contacts.start": Action(FIELD, command="contact", menu=45),
    "contacts.fill": Action(FIELD),
    "contacts.pick": Action(FIELD),
    "contacts.new_lead": Action(FIELD),
    "contacts.by": Action(FIELD),
    "contacts.undo": Action(FIELD),
    # boards: one's own day
    "boards.today": Action(EVERYONE, command="today", menu=50),
    "boards.refresh_today": Action(EVERYONE),
    # proposals: flags, answered by the person, decided by whoever leads them
    "proposals.contest": Action(EVERYONE),
    "proposals.contesting": Action(EVERYONE),
    "proposals.look": Action(SUPERVISING),
    "proposals.uphold": Action(SUPERVISING),
    "proposals.uphold_why": Action(SUPERVISING),
    "proposals.upholding": Action(SUPERVISING),
    "proposals.withdraw": Action(SUPERVISING),
    # checks: the spot check, made by who leads and answered by who is asked
    "checks.start": Action(SUPERVISING, command="check", menu=64),
    "checks.draw": Action(SUPERVISING),
    "checks.choose": Action(SUPERVISING),
    "checks.toggle": Action(SUPERVISING),
    "checks.send": Action(SUPERVISING),
    "checks.look": Action(SUPERVISING),
    "checks.seen": Action(SUPERVISING),
    "checks.judge": Action(SUPERVISING),
    "checks.rates": Action(SUPERVISING),
    "checks.answered": Action(EVERYONE),
    "checks.place": Action(EVERYONE),
    "checks.speak": Action(EVERYONE),
    "checks.placed": Action(EVERYONE),
    "checks.said": Action(EVERYONE),
    # approvals: everything that waits for this person
    "approvals.waiting": Action(SUPERVISING, command="approve", menu=63),
    "approvals.show": Action(SUPERVISING),
    "approvals.open": Action(SUPERVISING),
    "approvals.yes": Action(SUPERVISING),
    "approvals.no": Action(SUPERVISING),
    "approvals.doubting": Action(SUPERVISING),
    # asking: questions in plain words
    "asking.ask": Action(SUPERVISING | AUDITORS, command="ask", menu=61),
    "asking.asked": Action(SUPERVISING | AUDITORS),
    "asking.show": Action(SUPERVISING | AUDITORS),
    "asking.who": Action(SUPERVISING | AUDITORS),
    "asking.set_person": Action(SUPERVISING | AUDITORS),
    "asking.when": Action(SUPERVISING | AUDITORS),
    "asking.set_when": Action(SUPERVISING | AUDITORS),
    "asking.tier": Action(SUPERVISING | AUDITORS),
    "asking.set_tier": Action(SUPERVISING | AUDITORS),
    "asking.status": Action(SUPERVISING | AUDITORS),
    "asking.set_status": Action(SUPERVISING | AUDITORS),
    # noting: what a supervisor finds outside a spot check
    "noting.whom": Action(SUPERVISING),
    "noting.what": Action(SUPERVISING),
    "noting.made": Action(SUPERVISING),
    # team: where everybody is; team_map: the same on a picture
    "team.board": Action(SUPERVISING | AUDITORS, command="team", menu=60),
    "team.show": Action(SUPERVISING | AUDITORS),
    "team.person": Action(SUPERVISING | AUDITORS),
    "team_map.draw": Action(SUPERVISING | AUDITORS),
    # briefing: the list of the morning; briefing_taps: what is done with its lines
    "briefing.page": Action(FIELD),
    "briefing.detail": Action(FIELD),
    "briefing_taps.phone": Action(FIELD),
    "briefing_taps.undo": Action(FIELD),
    "briefing_taps.done": Action(FIELD),
    "briefing_taps.later": Action(FIELD),
    "briefing_taps.until": Action(FIELD),
    "briefing_taps.not_needed": Action(FIELD),
    "briefing_taps.because": Action(FIELD),
    "briefing_taps.why_not": Action(FIELD),
    "briefing_taps.concerns": Action(FIELD),
    # digest: the supervisor's morning
    "digest.show": Action(SUPERVISING),
    # brief: what the chair wants said in the morning; logbook, week: the day's log, the week and its summary
    "brief.edit": Action(SUPERVISING, command="brief", menu=78),
    "brief.back": Action(SUPERVISING),
    "brief.say": Action(SUPERVISING),
    "brief.task": Action(SUPERVISING),
    "brief.written": Action(SUPERVISING),
    "brief.drop": Action(SUPERVISING),
    "logbook.show": Action(FIELD, command="log", menu=52),
    "logbook.refresh": Action(FIELD),
    "logbook.add": Action(FIELD),
    "logbook.adding": Action(FIELD),
    "logbook.send": Action(FIELD),
    "logbook.read": Action(SUPERVISING),
    "week.show": Action(FIELD, command="week", menu=54),
    "week.look": Action(FIELD),
    "week.send": Action(FIELD),
    "week.write": Action(FIELD),
    "week.remark": Action(FIELD),
    # reminding: why the bot speaks first, and how much
    "reminding.why": Action(EVERYONE),
    "reminding.later": Action(EVERYONE),
    "reminding.volume": Action(EVERYONE, command="reminders", menu=92),
    "reminding.choose": Action(EVERYONE),
    # reports: what a period came to
    "reports.report": Action(EVERYONE, command="report", menu=62),
    "reports.show": Action(EVERYONE),
    "reports.picture": Action(EVERYONE),
    "reports.rows": Action(EVERYONE),
    # broadcasts: a notice to many, being prepared; notices: on its way
    "broadcasts.start": Action(SUPERVISING | ADMINISTRATORS, command="broadcast", menu=64),
    "broadcasts.attach": Action(SUPERVISING | ADMINISTRATORS),
    "broadcasts.fill": Action(SUPERVISING | ADMINISTRATORS),
    "broadcasts.change": Action(SUPERVISING | ADMINISTRATORS),
    "broadcasts.pick": Action(SUPERVISING | ADMINISTRATORS),
    "broadcasts.send": Action(SUPERVISING | ADMINISTRATORS),
    "broadcasts.drop": Action(SUPERVISING | ADMINISTRATORS),
    "notices.read": Action(EVERYONE),
    "notices.refresh": Action(SUPERVISING | ADMINISTRATORS),
    "notices.unread": Action(SUPERVISING | ADMINISTRATORS),
    "notices.stop": Action(SUPERVISING | ADMINISTRATORS),
    "notices.remind": Action(SUPERVISING | ADMINISTRATORS),
    # incidents: told to the whole chain at once
    "incidents.start": Action(FIELD, command="incident", menu=48),
    "incidents.begin": Action(FIELD),
    "incidents.fill": Action(FIELD),
    "incidents.turn_to": Action(FIELD),
    "incidents.tell": Action(FIELD),
    "incidents.drop": Action(FIELD),
    "incidents.read": Action(EVERYONE),
    # audit_views: who did what, for auditors
    "audit_views.start": Action(AUDITORS, command="audit", menu=66),
    "audit_views.narrow": Action(AUDITORS),
    "audit_views.older": Action(AUDITORS),
    "audit_views.clear": Action(AUDITORS),
    "audit_views.export": Action(AUDITORS),
    # staffing: the name list, for administrators
    "staffing.find": Action(ADMINISTRATORS, command="staff", menu=81),
    "staffing.named": Action(ADMINISTRATORS),
    "staffing.card": Action(ADMINISTRATORS),
    "staffing.suspend": Action(ADMINISTRATORS),
    "staffing.moving": Action(ADMINISTRATORS),
    "staffing.move": Action(ADMINISTRATORS),
    "staffing.roles": Action(ADMINISTRATORS),
    "staffing.placing": Action(ADMINISTRATORS),
    "staffing.leaving": Action(ADMINISTRATORS),
    "staffing.leave": Action(ADMINISTRATORS),
    # policy_views: every figure with its source, and another one tried out on paper
    "policy_views.start": Action(SUPERVISING | ADMINISTRATORS | AUDITORS, command="policy", menu=85),
    "policy_views.section": Action(SUPERVISING | ADMINISTRATORS | AUDITORS),
    "policy_views.rehearse": Action(SUPERVISING | ADMINISTRATORS),
    "policy_views.value": Action(SUPERVISING | ADMINISTRATORS),
    # agendas: a meeting's agenda with figures, and the quarter's sample of minutes
    "agendas.show": Action(SUPERVISING),
    "agendas.sample": Action(SUPERVISING | AUDITORS),
    # registers: the paper's books as workbooks
    "registers.choose": Action(SUPERVISING | AUDITORS),
    "registers.write": Action(SUPERVISING | AUDITORS),
    # rollcall: who is there; meetings: the weekly and monthly ones
    "rollcall.here": Action(FIELD),
    "rollcall.said": Action(FIELD),
    "rollcall.look": Action(FIELD),
    "meetings.show": Action(FIELD, command="meeting", menu=77),
    "meetings.card": Action(FIELD),
    "meetings.call": Action(SUPERVISING),
    "meetings.when": Action(SUPERVISING),
    "meetings.cancel": Action(SUPERVISING),
    "meetings.recorder": Action(SUPERVISING),
    "meetings.write": Action(FIELD),
    "meetings.written": Action(FIELD),
    # planning: visits to be made, by month, week and day
    "planning.plan": Action(FIELD, command="plan", menu=52),
    "planning.view": Action(FIELD),
    "planning.add": Action(FIELD),
    "planning.fill": Action(FIELD),
    "planning.pick": Action(FIELD),
    "planning.no_client": Action(FIELD),
    "planning.on_day": Action(FIELD),
    "planning.client": Action(FIELD),
    "planning.client_on": Action(FIELD),
    "planning.look": Action(FIELD),
    "planning.go": Action(FIELD),
    "plan_changes.move": Action(FIELD),
    "plan_changes.put": Action(FIELD),
    "plan_changes.said_day": Action(FIELD),
    "plan_changes.drop": Action(FIELD),
    "plan_changes.because": Action(FIELD),
    "plan_changes.said_why": Action(FIELD),
    # reminders: of one's own
    "reminders.remind": Action(EVERYONE, command="remind", menu=54),
    "reminders.fill": Action(EVERYONE),
    "reminders.when": Action(EVERYONE),
    "reminders.later": Action(EVERYONE),
    # analyses: the quarterly look at a client
    "analyses.done": Action(FIELD),
    "analyses.undo": Action(FIELD),
    # credit: what ends when, and ticks; credit_entry: telling of an item
    "credit.calendar": Action(FIELD, command="credit", menu=56),
    "credit.more": Action(FIELD),
    "credit.look": Action(FIELD),
    "credit.tick": Action(FIELD),
    "credit.plain": Action(FIELD),
    "credit.told": Action(FIELD),
    "credit.untick": Action(FIELD),
    "credit_table.ending": Action(SUPERVISING | frozenset({Role.CLERK})),
    "credit_entry.fill": Action(FIELD),
    "credit_entry.pick": Action(FIELD),
    "credit_entry.sort": Action(FIELD),
    "credit_entry.level": Action(FIELD),
    "credit_entry.confirm": Action(FIELD),
    "credit_entry.discard": Action(FIELD),
    # fallback: nothing else knew what to do with it
    "fallback.button": Action(EVERYONE),
    "fallback.message": Action(EVERYONE),
    "fallback.edit": Action(EVERYONE),
}


def may(roles: frozenset[Role], action: str) -> bool:
    """Whether somebody with these roles may try this action."""
    row = ACTIONS.get(action)
    return row is not None and bool(roles & row.who)


def commands_for(roles: frozenset[Role]) -> list[str]:
    """The actions that have a command for somebody with these roles, in the order of /help."""
    rows = [(row.menu, name) for name, row in ACTIONS.items() if row.menu and row.command and roles & row.who]
    return [name for _, name in sorted(rows)]


# What stands in the menu of somebody who supervises and does not go out themselves: no more than a hand can know.
# Everything else they may do is in /help.
DESK = (
    "team.board",
    "asking.ask",
    "approvals.waiting",
    "review_queue.queue",
    "checks.start",
    "broadcasts.start",
    "reports.report",
    "away.week",
    "brief.edit",
    "boards.today",
    "outings.declare",
    "people.help",
)


def menu_of(roles: frozenset[Role]) -> list[str]:
    """The actions that Telegram's menu button offers."""
    allowed = commands_for(roles)
    if roles & SUPERVISING and not roles & {Role.RM, Role.CLERK}:
        return [action for action in DESK if action in allowed]
    return allowed


__all__ = [
    "ACTIONS",
    "ADMINISTRATORS",
    "AUDITORS",
    "EVERYONE",
    "FIELD",
    "RMS",
    "SUPERVISING",
    "Action",
    "commands_for",
    "may",
    "menu_of",
]
