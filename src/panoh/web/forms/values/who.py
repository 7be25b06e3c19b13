"""Somebody as told: an entity, or only words, or both."""

from panoh.model.kinds import Mention, Perpetrator
from panoh.model.thesauri import BASIS, INVOLVEMENT, PERPETRATORS
from panoh.web.forms.values.codec import Codec, Texts
from panoh.web.forms.values.reference import entity_of
from panoh.web.forms.values.term import term_of

_TERMS = (("type", PERPETRATORS), ("degree", INVOLVEMENT), ("basis", BASIS))


def _show_mention(value: Mention, language: str) -> Texts:
    del language
    return {"": value.text, "entity": value.entity}


def _read_mention(texts: Texts, language: str) -> Mention | None:
    del language
    found = Mention(entity_of(texts.get("entity", "")), texts.get("", "").strip())
    return found if found != Mention() else None


def _show_perpetrator(value: Perpetrator, language: str) -> Texts:
    del language
    return {
        "": value.text,
        "entity": value.entity,
        "type": value.type,
        "degree": value.degree,
        "basis": value.basis,
    }


def _read_perpetrator(texts: Texts, language: str) -> Perpetrator | None:
    terms = {
        part: term_of(thesaurus, texts[part].strip(), language)
        for part, thesaurus in _TERMS
        if texts.get(part, "").strip()
    }
    entity, text = entity_of(texts.get("entity", "")), texts.get("", "").strip()
    found = Perpetrator(entity=entity, text=text, **terms)
    return found if found != Perpetrator() else None


MENTION = Codec("who", ("", "entity"), _show_mention, _read_mention)
PERPETRATOR = Codec(
    "doer", ("", "entity", "type", "degree", "basis"), _show_perpetrator, _read_perpetrator
)
