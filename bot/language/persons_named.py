"""Whether a name that was said is a colleague's: in either script, in pinyin, or as 小张."""

from bot.language.script import fold
from bot.language.sound import readings


def same_person(said: str, name: str) -> bool:
    """张敏, 張敏, Zhang Min, Min Zhang and 小张 are 张敏."""
    one, two = fold(said).strip(), fold(name).strip()
    if one == two:
        return True
    if len(one) == 2 and one[0] in "小老阿" and two.startswith(one[1]):
        return True
    if one.isascii() and not two.isascii():
        spoken = one.replace(" ", "").replace("-", "")
        sounds = [""]
        for character in two:
            sounds = [head + sound for head in sounds for sound in sorted(readings(character))][:64]
        surname = max((len(sound) for sound in readings(two[0])), default=0)
        turned = {each[surname:] + each[:surname] for each in sounds}
        return spoken in turned or spoken in sounds
    return False
