"""The buttons of the outing's rooms: ids and choices only, checked again when they are pressed."""

from bot.buttons import Button

# ---- while an outing is being told; `number` is the draft's


class Pick(Button, prefix="outings.pick"):
    number: int
    leg: int
    client_id: int


class Unknown(Button, prefix="outings.unknown"):
    number: int
    leg: int


class Purpose(Button, prefix="outings.purpose"):
    number: int
    leg: int
    matter: int


class AtTheirs(Button, prefix="outings.at_theirs"):
    number: int
    leg: int


class Until(Button, prefix="outings.until"):
    number: int
    minute: int  # of the local day


class Why(Button, prefix="outings.why"):
    number: int
    reason: int


class Redo(Button, prefix="outings.redo"):
    number: int
    field: str


class Confirm(Button, prefix="outings.confirm"):
    number: int


class Discard(Button, prefix="outings.discard"):
    number: int


# ---- about an outing that was told


class Depart(Button, prefix="outings.depart"):
    outing_id: int


class Agree(Button, prefix="consent.agree"):
    outing_id: int


class Decline(Button, prefix="consent.decline"):
    outing_id: int


class DeclineWhy(Button, prefix="consent.decline_why"):
    outing_id: int
    reason: int


class Change(Button, prefix="changes.change"):
    outing_id: int


class What(Button, prefix="changes.what"):
    outing_id: int
    stop_id: int
    field: str


class Into(Button, prefix="changes.into"):
    number: int
    client_id: int


class Because(Button, prefix="changes.because"):
    number: int
    reason: int


class Cancel(Button, prefix="changes.cancel"):
    outing_id: int


class Back(Button, prefix="returns.tap_back"):
    outing_id: int


class Extend(Button, prefix="extensions.take"):
    outing_id: int
    minute: int  # of the outing's local day
    reason: int


class ExtendOther(Button, prefix="extensions.other"):
    outing_id: int


class ExtendWhy(Button, prefix="extensions.why"):
    outing_id: int
    reason: int


class CameBack(Button, prefix="returns.came_back"):
    outing_id: int
    minute: int  # of the outing's local day


class CameBackOther(Button, prefix="returns.came_back_other"):
    outing_id: int


class Look(Button, prefix="returns.look"):
    pass
