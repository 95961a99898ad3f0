"""The record of a visit as it is shown: one card with four blocks, and the buttons that go with it (A10, C12, V21)."""

from collections.abc import Mapping, Sequence

from bot.buttons import Button, Choice
from bot.rules import records as rules
from bot.rules.contacts import Channel, Kind
from bot.rules.records import Block, Record, RecordStatus
from bot.rules.visits import Visit
from bot.text import Line
from bot.turn import Turn
from handlers.visit_card import name_of, put
from storage.clients import Client

WAYS = (Channel.ON_SITE, Channel.RECEPTION, Channel.EVENT)  # of meeting face to face (V15)
MOST_OFFERED = 6  # visits offered as buttons; whoever owes more starts with these


class Write(Button, prefix="records.write"):
    visit_id: int


class Step(Button, prefix="records.one_by_one"):
    visit_id: int


class Fix(Button, prefix="records.fix"):
    visit_id: int
    block: str


class Sort(Button, prefix="records.sort"):
    visit_id: int
    kind: str
    channel: str


class Save(Button, prefix="records.save"):
    visit_id: int


class Elsewhere(Button, prefix="said.elsewhere"):
    visit_id: int


class Move(Button, prefix="said.move"):
    visit_id: int
    to_id: int


class Discard(Button, prefix="records.discard"):
    visit_id: int


class Change(Button, prefix="records.change"):
    visit_id: int


class Tick(Button, prefix="records.tick"):
    visit_id: int


class RiskSaid(Button, prefix="records.risk"):
    """Whether the risks were disclosed (S-06)."""

    visit_id: int
    risk: str


class AsSaid(Button, prefix="said.show"):
    visit_id: int


class Add(Button, prefix="said.add"):
    """Words that fitted no block, into this one."""

    said_id: int
    block: str


class Use(Button, prefix="said.use"):
    """Words that waited, for the record of this visit."""

    said_id: int
    visit_id: int


class Belated(Button, prefix="said.belated"):
    """Words that waited tell of a visit that nobody has checked in to."""

    said_id: int
    client_id: int


class AsContact(Button, prefix="said.as_contact"):
    said_id: int


class Forget(Button, prefix="said.forget"):
    said_id: int


def slot_of(visit: Visit) -> str:
    return f"record:{visit.id}"


def show_card(
    turn: Turn,
    visit: Visit,
    client: Client | None,
    draft: Record,
    counts: Record | None,
    found: Sequence[Line],
    asked: Sequence[Sequence[Choice]],
    *,
    edit: bool = False,
) -> None:
    """Show the person what will be handed in; `counts` is the version that this one would follow.

    `found` are lines about what else the words say, `asked` the buttons of a question about that.
    """
    lines = [*blocks_of(draft), *found, *sort_line(visit)]
    if counts is not None:
        lines.append(Line("records-line-new-version", version=draft.version))
    first = draft.first_submitted_at or turn.now
    if counts is None and rules.is_late(visit.day, turn.policy.rules.records, turn.zone, first):
        lines.append(Line("records-line-will-be-late"))
    last = last_row(visit, counts)
    put(
        turn,
        slot_of(visit),
        "records-card",
        edit=edit,
        buttons=[[Choice("records-save", Save(visit_id=visit.id))], *asked, *fix_rows(visit), sort_row(visit), last],
        visit=visit_line(turn, visit, client),
        lines=lines,
    )


def last_row(visit: Visit, counts: Record | None) -> list[Choice]:
    """The ways out of a record that is being written: it was another client, or it is not wanted."""
    row = [Choice("records-discard", Discard(visit_id=visit.id))]
    if counts is None:
        row.insert(0, Choice("records-elsewhere", Elsewhere(visit_id=visit.id)))
    return row


def saved_buttons(turn: Turn, visit: Visit, record: Record) -> list[list[Choice]]:
    """What the writer can still do about a record that was handed in."""
    row = [Choice("records-change", Change(visit_id=visit.id)), Choice("said-show", AsSaid(visit_id=visit.id))]
    if turn.policy.rules.records.pcrm_tick and record.entered_elsewhere_at is None:
        row.insert(0, Choice("records-tick", Tick(visit_id=visit.id)))
    return [row]


def fix_rows(visit: Visit) -> list[list[Choice]]:
    """A button for each block, to say it anew."""
    choices = [Choice(f"records-fix-{word(block)}", Fix(visit_id=visit.id, block=block.value)) for block in Block]
    return [choices[:2], choices[2:]]


def sort_row(visit: Visit) -> list[Choice]:
    """What kind of visit it was and how it was held, each as a button that changes it (V07, V15)."""
    other = Kind.ROUTINE if visit.kind is Kind.BUSINESS else Kind.BUSINESS
    ways = list(WAYS)
    following = ways[(ways.index(visit.channel) + 1) % len(ways)] if visit.channel in ways else ways[0]
    return [
        Choice(
            "records-kind-as",
            Sort(visit_id=visit.id, kind=other.value, channel=visit.channel.value),
            kind=Line(f"records-kind-{visit.kind.value}"),
        ),
        Choice(
            "records-way-as",
            Sort(visit_id=visit.id, kind=visit.kind.value, channel=following.value),
            way=Line(f"records-way-{visit.channel.value.replace('_', '-')}"),
        ),
    ]


def sort_line(visit: Visit) -> list[Line]:
    """Said only of a visit that was not an ordinary one at the client's."""
    if visit.kind is Kind.ROUTINE and visit.channel is Channel.ON_SITE:
        return []
    kind, way = Line(f"records-kind-{visit.kind.value}"), visit.channel.value.replace("_", "-")
    return [Line("records-line-sort", kind=kind, way=Line(f"records-way-{way}"))]


def write_rows(
    turn: Turn, owed: Sequence[tuple[Visit, bool]], clients: Mapping[int, Client], most: int = MOST_OFFERED
) -> list[list[Choice]]:
    """A button for each visit whose record is owed, the latest first; the flag says that it was sent back."""
    return [
        [
            Choice(
                "records-mend" if sent_back else "records-write",
                Write(visit_id=visit.id),
                client=name_of(turn, clients.get(visit.client_id or 0), visit.lead),
                at=visit.arrived_at,
            )
        ]
        for visit, sent_back in list(reversed(owed))[:most]
    ]


def visit_line(turn: Turn, visit: Visit, client: Client | None) -> Line:
    """Which visit a record is about: whom, which day, from when to when."""
    return Line(
        "records-visit" if visit.left_at else "records-visit-open",
        client=name_of(turn, client, visit.lead),
        arrived=visit.arrived_at,
        **({"left": visit.left_at} if visit.left_at else {}),
    )


def blocks_of(record: Record) -> list[Line]:
    """A line for each block, in their order."""
    return [
        Line(f"records-block-{word(block)}", text=record.blocks.get(block) or Line("records-empty")) for block in Block
    ]


def state_of(record: Record) -> list[Line]:
    """What has become of a record that was handed in: late or not, which version, what the supervisor said."""
    lines = []
    if record.version > 1:
        lines.append(Line("records-line-version", version=record.version))
    if record.late:
        lines.append(Line("records-line-late", at=record.first_submitted_at))
    if record.status is RecordStatus.REVIEWED:
        lines.append(Line("records-line-reviewed", at=record.reviewed_at))
    if record.status is RecordStatus.RETURNED:
        lines.append(Line("records-line-returned", at=record.reviewed_at))
    if record.opinion:
        lines.append(Line("records-line-opinion", opinion=record.opinion))
    if record.entered_elsewhere_at:
        lines.append(Line("records-line-ticked", at=record.entered_elsewhere_at))
    return lines


def word(block: Block) -> str:
    """A block's name inside a key."""
    return block.value.replace("_", "-")
