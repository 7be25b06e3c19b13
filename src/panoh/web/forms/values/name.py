"""A name, as it is written and in any script, and which part of a name it is."""

from panoh.model.names import Name, NameKind
from panoh.web.forms.values.codec import Codec, Texts

KINDS = (
    NameKind.FULL,
    NameKind.GIVEN,
    NameKind.FATHER,
    NameKind.SURNAME,
    NameKind.LEGAL,
    NameKind.ALIAS,
    NameKind.CODE,
)


def _show(value: Name, language: str) -> Texts:
    del language
    return {"": value.text, "kind": value.kind}


def _read(texts: Texts, language: str) -> Name | None:
    del language
    text, kind = texts.get("", "").strip(), texts.get("kind", "")
    return Name.of(text, kind if kind in KINDS else NameKind.FULL) if text else None


CODEC = Codec("name", ("", "kind"), _show, _read)
