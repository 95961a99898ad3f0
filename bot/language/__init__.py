"""What people type or say: clients, outings, dates, the blocks of a record, digits to hide."""


def warm_up() -> None:
    """Read a sentence of each kind, so that the tables are there before the first person speaks."""
    from datetime import datetime

    from bot.language.blocks import read as read_blocks
    from bot.language.clients import portfolio
    from bot.language.outing import read as read_outing

    now = datetime.fromisoformat("2026-01-05T09:00")  # any moment will do
    clients = portfolio((("C1", "鼎盛纺织"),))
    read_outing("明天去鼎盛紡織看厂房，四点半回", now, clients, "zh-Hans")
    read_outing("visit Dingsheng tomorrow re plant, back 16:30", now, clients, "en")
    read_blocks("见了王经理，谈续贷，对方同意，下周三再去")
