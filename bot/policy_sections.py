"""The bank's figures, section by section, as this version of the bot uses them.

Each field is one key of the policy file, with the rules it comes from and the way it may be tightened.
The figures themselves stand in `policy.default.toml`. Times are local times of the person's unit.
"""

from dataclasses import dataclass
from datetime import time, timedelta
from functools import cached_property
from typing import Annotated, Literal

from bot.policy_briefing import Briefing, Daylog, Meeting, Reminders, Training, meeting_policy, reminding_policy
from bot.policy_calendar import Cadence, Care, Coverage, Credit, cadence_policy, care_policy, credit_policy
from bot.policy_keys import EARLIER, FIXED, LARGER, LATER, MORE, OFF, ON, SMALLER, along, figure
from bot.policy_leave import Leave, LeaveAccounts, LeaveTypes, account_policy, leave_policy
from bot.policy_reports import Notices, broadcast_policy, incident_policy
from bot.policy_supervision import Penalties, Review, SpotCheck, check_policy
from bot.policy_trust import Audit, Keeping
from bot.rules import records
from bot.rules.appointments import ReminderPolicy
from bot.rules.board import BoardPolicy
from bot.rules.broadcasts import BroadcastPolicy
from bot.rules.cadence import CadencePolicy
from bot.rules.contacts import Channel, ContactPolicy
from bot.rules.credit import CreditPolicy
from bot.rules.evidence import EvidencePolicy
from bot.rules.incidents import IncidentPolicy
from bot.rules.intervals import Hours
from bot.rules.leave import LeavePolicy
from bot.rules.ledger import AccountPolicy
from bot.rules.meetings import MeetingPolicy
from bot.rules.occasions import CarePolicy
from bot.rules.outings import Field, Mode, OutingPolicy
from bot.rules.penalties import PenaltyPolicy
from bot.rules.places import PlacePolicy
from bot.rules.ranking import RankingPolicy
from bot.rules.records import RecordPolicy
from bot.rules.reminding import RemindingPolicy
from bot.rules.review_risk import ReviewPolicy
from bot.rules.rollcall import RollCallPolicy
from bot.rules.spot_checks import SpotCheckPolicy
from bot.rules.visits import VisitPolicy

Segment = Literal["corporate", "retail", "lobby_wealth", "rural"]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
PlanField = Literal["client", "matter", "place"]
Block = Literal["who", "purpose", "result", "next_step"]
RoutineChannel = Literal["on_site", "outlet_reception", "group_event", "phone", "sms", "online", "email", "mail"]
FaceToFace = Literal["client_place", "outlet_reception", "group_event"]

WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Meta:
    """Which bank this is."""

    bank: Annotated[str, figure("", FIXED)]
    segment_profiles: Annotated[tuple[Segment, ...], figure("D01 D15", FIXED)]
    timezone: Annotated[str, figure("", FIXED, kind="zone")]  # for units that name none
    lower_layers_may_only_tighten: Annotated[bool, figure("Y10", FIXED, only=True)]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The week and the day."""

    country: Annotated[str, figure("", FIXED, kind="country")]  # whose public holidays: CN, SG, DE-BY
    working_days: Annotated[tuple[Weekday, ...], figure("A01", MORE)]
    opening: Annotated[time, figure("D34", EARLIER)]
    closing: Annotated[time, figure("D34", LATER)]
    work_start: Annotated[time, figure("L05 A22", EARLIER)]
    day_end: Annotated[time, figure("A07 O01", EARLIER)]  # records of the day are due by then
    quiet_from: Annotated[time, figure("S-03", EARLIER)]  # the bot does not speak first between these two
    quiet_to: Annotated[time, figure("S-03", LATER)]


@dataclass(frozen=True, slots=True)
class Roles:
    """Who stands in for whom."""

    approver_absent: Annotated[Literal["deputy", "next_up"], figure("D40", FIXED)]
    self_approval: Annotated[bool, figure("S-11", FIXED, only=False)]
    multi_role_users: Annotated[bool, figure("D32", FIXED, only=True)]
    levels: Annotated[tuple[str, ...], figure("E01 D10", FIXED)]


@dataclass(frozen=True, slots=True)
class Outing:
    """Going out and coming back."""

    mode: Annotated[Literal["declare", "approve"], figure("A04 A23 D17", along("declare", "approve"))]
    plan_fields: Annotated[tuple[PlanField, ...], figure("A13", MORE)]
    plan_change_needs_reason: Annotated[bool, figure("A13", ON)]
    return_time: Annotated[time, figure("A05 D18", EARLIER)]
    return_reminder: Annotated[time, figure("A05", EARLIER)]
    latest_return: Annotated[time, figure("A05", EARLIER)]  # nobody extends beyond it
    extension_minutes: Annotated[int, figure("A05", SMALLER, between=(5, 240))]  # what one tap adds
    most_extensions: Annotated[int, figure("A05", SMALLER, between=(0, 20))]
    most_stops: Annotated[int, figure("A04", SMALLER, between=(1, 50))]
    shortest_reason: Annotated[int, figure("A13", LARGER, between=(1, 100))]  # characters
    departure_grace_minutes: Annotated[int, figure("A04", SMALLER, between=(0, 60))]  # said so late is not late
    duty_rm_exempt_from_return: Annotated[bool, figure("A06", OFF)]
    duty_rm_writes_log: Annotated[bool, figure("A06", ON)]
    information_clerk_follows_17: Annotated[bool, figure("A11", ON)]
    live_location: Annotated[
        bool, figure("C21", OFF)
    ]  # whether the bot asks for it; one that is offered is always read


@dataclass(frozen=True, slots=True)
class Worklog:
    """The record of a visit, and one-line contacts."""

    note_required_blocks: Annotated[tuple[Block, ...], figure("A10", MORE)]
    note_deadline: Annotated[Literal["same_day"], figure("A07", FIXED)]  # until calendar.day_end
    longest_block: Annotated[int, figure("A10", FIXED, between=(200, 3_500))]  # characters
    longest_contact: Annotated[int, figure("V30", FIXED, between=(50, 1_000))]  # characters
    appointment_minutes: Annotated[int, figure("V27 A16", FIXED, between=(5, 600))]  # reminded so long before


@dataclass(frozen=True, slots=True)
class Visits:
    """Being at a client's, and what counts as having been there."""

    business_visit_on_site_only: Annotated[bool, figure("V07", ON)]
    routine_channels: Annotated[tuple[RoutineChannel, ...], figure("V07 D03", FIXED)]
    face_to_face_forms: Annotated[tuple[FaceToFace, ...], figure("V15 D03", FIXED)]
    window: Annotated[Literal["rolling", "calendar"], figure("V01 D01", FIXED)]
    counts_as_call: Annotated[tuple[RoutineChannel, ...], figure("V02 V11 D03", FIXED)]
    pcrm_tick_after_visit: Annotated[bool, figure("V21", ON)]
    usual_stay_minutes: Annotated[int, figure("", FIXED, between=(5, 480))]  # proposed where nothing better is known
    longest_stay_hours: Annotated[int, figure("", SMALLER, between=(1, 16))]
    nearby_m: Annotated[int, figure("A13", SMALLER, between=(50, 5_000))]  # clients this near are proposed
    most_proposals: Annotated[int, figure("", FIXED, between=(1, 8))]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What makes a check-in strong, fair, weak or contradicted. Metres, minutes, km/h."""

    radius_m: Annotated[int, figure("A13", SMALLER, between=(20, 2_000))]  # a client's premises
    far_m: Annotated[int, figure("A13", SMALLER, between=(100, 20_000))]  # beyond this a point speaks against the visit
    accuracy_good_m: Annotated[int, figure("A13", SMALLER, between=(5, 1_500))]
    accuracy_poor_m: Annotated[int, figure("A13", SMALLER, between=(5, 1_500))]
    fastest_km_h: Annotated[int, figure("A13", SMALLER, between=(60, 1_000))]
    shortest_jump_m: Annotated[int, figure("A13", SMALLER, between=(100, 20_000))]  # speed is not asked below this
    stale_minutes: Annotated[int, figure("C12", SMALLER, between=(1, 240))]
    received_late_minutes: Annotated[int, figure("C12", SMALLER, between=(1, 240))]
    dwell_minutes: Annotated[
        int, figure("A13", LARGER, between=(1, 120))
    ]  # a live location that stays this long is strong
    longest_gap_minutes: Annotated[int, figure("A13", SMALLER, between=(1, 60))]  # a longer silence is not staying
    thin_m: Annotated[
        int, figure("C21", LARGER, between=(5, 500))
    ]  # of a live location a point is kept when this far ...
    thin_minutes: Annotated[int, figure("C21", LARGER, between=(1, 30))]  # ... or this long after the last


@dataclass(frozen=True, slots=True)
class Places:
    """How a client's place is learned from visits that the supervisor accepted."""

    fewest_visits: Annotated[int, figure("", LARGER, between=(1, 50))]
    most_visits: Annotated[int, figure("", FIXED, between=(1, 500))]  # only the latest teach: an office may have moved
    outlier_m: Annotated[int, figure("", SMALLER, between=(20, 5_000))]
    widest_spread_m: Annotated[int, figure("", SMALLER, between=(20, 5_000))]
    same_shift_clients: Annotated[int, figure("", FIXED, between=(2, 50))]  # alike, and the map's datum is suspected
    same_shift_m: Annotated[int, figure("", FIXED, between=(10, 500))]


@dataclass(frozen=True, slots=True)
class Access:
    """Coming in."""

    invitation_hours: Annotated[int, figure("C02 SY36", SMALLER, between=(1, 720))]


@dataclass(frozen=True, slots=True)
class Confidentiality:
    """What is shown, kept and hidden."""

    private_chat_only: Annotated[bool, figure("S-03", FIXED, only=True)]
    protect_content: Annotated[bool, figure("S-03 S-04", ON)]
    show_client: Annotated[Literal["code_and_alias", "code"], figure("S-02 C07", along("code_and_alias", "code"))]
    mask_digit_runs_from: Annotated[int, figure("C01 C02 C03", SMALLER, between=(6, 15))]
    first_start_notice: Annotated[bool, figure("S-03", ON)]
    revoke_on_exit: Annotated[bool, figure("S-01", FIXED, only=True)]
    risk_disclosure_prompt: Annotated[bool, figure("S-06", ON)]  # asked where products were talked about


@dataclass(frozen=True, slots=True)
class RetentionDays:
    """How long things are kept. What auditors need is set once for the bank; what concerns people may be shorter."""

    visit_note: Annotated[int, figure("C12 C06", FIXED, between=(365, 36_500))]
    audit: Annotated[int, figure("C06 C14", FIXED, between=(365, 36_500))]
    leave: Annotated[int, figure("L01 C06", FIXED, between=(365, 36_500))]
    leave_proof: Annotated[int, figure("L01", FIXED, between=(1, 36_500))]
    location: Annotated[int, figure("C21", SMALLER, between=(1, 3_650))]
    message_text: Annotated[int, figure("S-02 C03", SMALLER, between=(1, 365))]
    audio_after_confirm: Annotated[int, figure("C03 V30", SMALLER, between=(0, 1))]  # recordings, in the chat alone


@dataclass(frozen=True)
class Policy:
    """All figures as they apply to one unit."""

    meta: Meta
    calendar: Calendar
    roles: Roles
    outing: Outing
    worklog: Worklog
    visits: Visits
    evidence: Evidence
    places: Places
    cadence: Cadence
    coverage: Coverage
    care: Care
    credit: Credit
    leave: Leave
    leave_types: LeaveTypes
    leave_accounts: LeaveAccounts
    access: Access
    confidentiality: Confidentiality
    retention_days: RetentionDays
    audit: Audit
    keeping: Keeping
    briefing: Briefing
    training: Training
    meeting: Meeting
    reminders: Reminders
    daylog: Daylog
    review: Review
    spot_check: SpotCheck
    penalties: Penalties
    notices: Notices

    @cached_property
    def rules(self) -> "Rules":
        """The same figures in the shapes that the rules ask for."""
        return Rules(
            review=self.review.policy(),
            spot_checks=check_policy(self.spot_check, self.evidence.far_m),
            penalties=self.penalties.policy(),
            outings=OutingPolicy(
                mode=Mode(self.outing.mode),
                fields=frozenset(Field(each) for each in self.outing.plan_fields),
                return_time=self.outing.return_time,
                return_reminder=self.outing.return_reminder,
                latest_return=self.outing.latest_return,
                duty_exempt=self.outing.duty_rm_exempt_from_return,
                clerk_bound=self.outing.information_clerk_follows_17,
                change_needs_reason=self.outing.plan_change_needs_reason,
                most_stops=self.outing.most_stops,
                most_extensions=self.outing.most_extensions,
                extension_step=timedelta(minutes=self.outing.extension_minutes),
                shortest_reason=self.outing.shortest_reason,
                departure_grace=timedelta(minutes=self.outing.departure_grace_minutes),
            ),
            visits=VisitPolicy(
                late_after=timedelta(minutes=self.evidence.received_late_minutes),
                usual_stay=timedelta(minutes=self.visits.usual_stay_minutes),
                longest_stay=timedelta(hours=self.visits.longest_stay_hours),
                nearby_m=self.visits.nearby_m,
                most_proposals=self.visits.most_proposals,
            ),
            evidence=EvidencePolicy(
                radius_m=self.evidence.radius_m,
                accuracy_good_m=self.evidence.accuracy_good_m,
                accuracy_poor_m=self.evidence.accuracy_poor_m,
                far_m=self.evidence.far_m,
                fastest_kmh=self.evidence.fastest_km_h,
                shortest_jump_m=self.evidence.shortest_jump_m,
                stale_after=timedelta(minutes=self.evidence.stale_minutes),
                late_after=timedelta(minutes=self.evidence.received_late_minutes),
                dwell_enough=timedelta(minutes=self.evidence.dwell_minutes),
                thin_m=self.evidence.thin_m,
                thin_after=timedelta(minutes=self.evidence.thin_minutes),
                longest_gap=timedelta(minutes=self.evidence.longest_gap_minutes),
            ),
            reminders=ReminderPolicy(
                ahead=timedelta(minutes=self.worklog.appointment_minutes),
                morning=max(self.calendar.work_start, self.calendar.quiet_to),
                quiet_from=self.calendar.quiet_from,
                quiet_to=self.calendar.quiet_to,
            ),
            places=PlacePolicy(
                fewest_visits=self.places.fewest_visits,
                most_visits=self.places.most_visits,
                outlier_m=self.places.outlier_m,
                widest_spread_m=self.places.widest_spread_m,
                same_shift_clients=self.places.same_shift_clients,
                same_shift_m=self.places.same_shift_m,
            ),
            records=RecordPolicy(
                required=tuple(block for block in records.Block if block.value in self.worklog.note_required_blocks),
                day_end=self.calendar.day_end,
                pcrm_tick=self.visits.pcrm_tick_after_visit,
                longest_block=self.worklog.longest_block,
            ),
            contacts=ContactPolicy(
                routine_channels=frozenset(Channel(each) for each in self.visits.routine_channels),
                business_on_site_only=self.visits.business_visit_on_site_only,
                face_to_face=frozenset(FORMS[each] for each in self.visits.face_to_face_forms),
                longest_line=self.worklog.longest_contact,
            ),
            cadence=cadence_policy(self),
            credit=credit_policy(self.credit),
            care=care_policy(self.care),
            board=BoardPolicy(
                work_start=self.calendar.work_start,
                day_end=self.calendar.day_end,
            ),
            leave=leave_policy(
                self.leave,
                self.leave_types,
                self.leave_accounts,
                Hours(
                    work_start=self.calendar.work_start,
                    forenoon_end=self.leave.forenoon_end,
                    afternoon_start=self.leave.afternoon_start,
                    closing=self.calendar.closing,
                ),
            ),
            accounts=account_policy(self.leave_accounts),
            ranking=self.briefing.ranking,
            roll_call=self.training.roll_call,
            meetings=meeting_policy(self.training, self.meeting),
            broadcasts=broadcast_policy(self.notices),
            incidents=incident_policy(self.notices),
            reminding=reminding_policy(self.reminders, self.calendar.quiet_from, self.calendar.quiet_to),
        )


@dataclass(frozen=True, slots=True)
class Rules:
    """A policy as the rules read it."""

    outings: OutingPolicy
    visits: VisitPolicy
    evidence: EvidencePolicy
    places: PlacePolicy
    records: RecordPolicy
    contacts: ContactPolicy
    cadence: CadencePolicy
    credit: CreditPolicy
    care: CarePolicy
    board: BoardPolicy
    leave: LeavePolicy
    accounts: AccountPolicy
    review: ReviewPolicy
    spot_checks: SpotCheckPolicy
    penalties: PenaltyPolicy
    reminders: ReminderPolicy
    ranking: RankingPolicy
    roll_call: RollCallPolicy
    meetings: MeetingPolicy
    reminding: RemindingPolicy
    broadcasts: BroadcastPolicy
    incidents: IncidentPolicy


FORMS = {"client_place": Channel.ON_SITE, "outlet_reception": Channel.RECEPTION, "group_event": Channel.EVENT}


# What a bank's full policy file may hold already and this version does not use yet: whole sections,
# and single keys of sections that are in use. They are accepted unread and reported as such.

LATER_SECTIONS = frozenset(
    {
        "assessment",
        "attendance",
        "churn",
        "client_classes",
        "complaint",
        "dictation",
        "followup",
        "meetings",
        "minutes_sampling",
        "opportunity",
        "portfolio",
        "protection",
        "reporting",
        "targets",
    }
)

LATER_KEYS = frozenset(
    {
        "meta.currency",
        "meta.effective_from",
        "calendar.holidays_file",
        "calendar.month_end_tables_reading",
        "calendar.ten_day_marks",
        "roles.department_head_aliases",
        "worklog.corporate_sections",
        "worklog.personal_sections",
        "worklog.review",
        "worklog.sample_per_rm_per_month",
        "penalties.catalogue",
        "penalties.complaint_links",
        "penalties.must_and_must_not_text",
        "penalties.profit_cut_enabled",
        "penalties.profit_cut_percent",
        "worklog.wealth_sections",
        "worklog.weekly_summary_day",
        "visits.due_list_max_lines",
        "visits.plan_levels",
        "visits.pre_visit_items",
        "visits.rural_channels",
        "visits.wealth_channels",
        "access.activation_needs_training_passed",
        "access.corporate_rm",
        "access.self_check_every",
        "access.training_events",
        "care.festival_greetings",
        "care.theme_event_every",
        "care.vip_message_every",
        "confidentiality.legal_hold",
        "coverage.vip_keeper_min",
        "credit.application",
        "credit.states",
        "confidentiality.vault_hours_only",
        "retention_days.complaint",
    }
)
