"""A day that nobody can move: what ends or must be in, and when."""

from panoh.model.kinds import HardDate
from panoh.web.forms.values import day
from panoh.web.forms.values.codec import Codec, Texts


def _show(value: HardDate, language: str) -> Texts:
    return {"": value.what, "until": day.shown(value.until, language)}


def _read(texts: Texts, language: str) -> HardDate | None:
    found = HardDate(texts.get("", "").strip(), day.read(texts.get("until", ""), language))
    return found if found != HardDate("", "") else None


CODEC = Codec("hard_date", ("", "until"), _show, _read)
