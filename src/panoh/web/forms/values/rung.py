"""One of the ways to talk: which of the four, through what, when to go on, how they are known."""

from panoh.model.kinds import Rung
from panoh.model.thesauri import ANSWERS, STEPS
from panoh.web.forms.values import number
from panoh.web.forms.values.codec import Codec, Texts
from panoh.web.forms.values.reference import entity_of
from panoh.web.forms.values.term import term_of

_TEXTS = ("sign", "tested")
_EMPTY = Rung("")


def _show(value: Rung, language: str) -> Texts:
    del language
    return {
        "": value.text,
        "step": value.step,
        "entity": value.entity,
        "offline": value.offline,
        "minutes": str(value.minutes) if value.minutes else "",
        **{part: getattr(value, part) for part in _TEXTS},
    }


def _read(texts: Texts, language: str) -> Rung | None:
    """The way; which of the four it would be says nothing by itself."""
    offline, step = texts.get("offline", "").strip(), texts.get("step", "").strip()
    found = Rung(
        "",
        entity=entity_of(texts.get("entity", "")),
        text=texts.get("", "").strip(),
        offline=term_of(ANSWERS, offline, language) if offline else "",
        minutes=number.CODEC.read({"": texts.get("minutes", "")}, language) or 0,
        **{part: texts.get(part, "").strip() for part in _TEXTS},
    )
    if found == _EMPTY:
        return None
    rest = {name: getattr(found, name) for name in found.__struct_fields__ if name != "step"}
    return Rung(term_of(STEPS, step, language) if step else "", **rest)


CODEC = Codec("rung", ("", "step", "entity", "offline", "minutes", "sign", "tested"), _show, _read)
