"""The areas of the bot. The fallback stays last: it takes what nobody else took."""

from bot.talk import Area
from handlers import (
    boards,
    changes,
    consent,
    contacts,
    corrections,
    departures,
    duty,
    evidence,
    fallback,
    house,
    outings,
    people,
    places,
    records,
    returns,
    reviews,
    visits,
    words,
)

AREAS: tuple[Area, ...] = (
    people.area,
    house.area,
    outings.area,
    consent.area,
    changes.area,
    returns.area,
    duty.area,
    visits.area,
    corrections.area,
    evidence.area,
    departures.area,
    places.area,
    records.area,
    reviews.area,
    contacts.area,
    boards.area,
    words.area,
    fallback.area,
)
