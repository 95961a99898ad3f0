"""Contacts in one line, and what counts as what (D03, V07, V12–V15, V30)."""

import pytest

from bot.rules.contacts import REMOTE, Channel, ContactPolicy, Kind, Measure, counts_for, fits, note
from bot.rules.refusal import Refusal
from tests.rules.facts import ANNA, DAY, ZONE, at

POLICY = ContactPolicy()


def noted(**facts):
    told = {"client_id": 50, "lead": None, "channel": Channel.PHONE, "line": "约周四  看厂房\n上午", **facts}
    return note(ANNA, 9, told["client_id"], told["lead"], told["channel"], told["line"], POLICY, ZONE, at(10))


def test_one_line():
    contact = noted()
    assert (contact.line, contact.day, contact.channel, contact.at) == (
        "约周四 看厂房 上午",
        DAY,
        Channel.PHONE,
        at(10),
    )


def test_a_line_may_be_as_long_as_the_policy_says():
    assert len(noted(line="长" * 300).line) == 300


@pytest.mark.parametrize(
    ("facts", "key"),
    [
        ({"channel": Channel.ON_SITE}, "contacts-is-a-visit"),
        ({"channel": Channel.RECEPTION}, "contacts-is-a-visit"),
        ({"channel": Channel.MAIL}, "contacts-channel-unknown"),
        ({"client_id": None}, "contacts-with-whom"),
        ({"line": " \n"}, "contacts-about-what"),
        ({"line": "长" * 301}, "contacts-line-too-long"),
    ],
)
def test_refused(facts, key):
    with pytest.raises(Refusal, match=key):
        noted(**facts)


@pytest.mark.parametrize("channel", Channel)
def test_a_business_visit_is_on_site_only(channel):
    """V07."""
    assert fits(Kind.BUSINESS, channel, POLICY) is (channel is Channel.ON_SITE)


def test_routine_goes_any_known_way():
    """V07, V15."""
    assert {each for each in Channel if fits(Kind.ROUTINE, each, POLICY)} == set(Channel) - {
        Channel.EMAIL,
        Channel.MAIL,
    }
    assert fits(Kind.BUSINESS, Channel.RECEPTION, ContactPolicy(business_on_site_only=False))


@pytest.mark.parametrize("channel", Channel)
def test_what_counts(channel):
    """D03: platinum wants the client's place, gold face to face; a call is neither, whatever the policy says."""
    loose = ContactPolicy(face_to_face=frozenset(Channel))
    assert counts_for(channel, Measure.ON_SITE, POLICY) is (channel is Channel.ON_SITE)
    assert counts_for(channel, Measure.FACE_TO_FACE, loose) is (channel not in REMOTE)
    assert counts_for(channel, Measure.TOUCHED, POLICY)
