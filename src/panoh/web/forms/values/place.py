"""A place, in the words it is told in; our table knows it where the words name just one."""

from panoh.model.places import TABLE, Place, find_place
from panoh.web.forms.values.codec import Codec, Texts

ROLES = ("executed", "target-lives", "responsible-state", "birth", "residence", "held-at")


def _show(value: Place, language: str) -> Texts:
    del language
    return {"": value.text, "id": value.id, "was": value.text, "role": value.role}


def _read(texts: Texts, language: str) -> Place | None:
    """The place; one that was chosen stays chosen while its words are not changed."""
    del language
    text, role = texts.get("", "").strip(), texts.get("role", "")
    if not text:
        return None
    role = role if role in ROLES else ""
    chosen = texts.get("id", "")
    if chosen in TABLE and text == texts.get("was", "").strip():
        return Place(text, chosen, role)
    return Place(text, id_of(text), role)


def id_of(text: str) -> str:
    """The one place of our table that these words name and nothing else; else empty."""
    found = find_place(text)
    return found[0].id if len(found) == 1 and found[0].whole else ""


CODEC = Codec("place", ("", "id", "was", "role"), _show, _read)
