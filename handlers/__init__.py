"""The areas of the bot. The fallback stays last: it takes what nobody else took."""

from bot.talk import Area
from handlers import fallback, house, people

AREAS: tuple[Area, ...] = (people.area, house.area, fallback.area)
