"""A document of identity: its number, which kind it is, who issued it."""

from panoh.model.kinds import IdentityDocument
from panoh.web.forms.values.codec import Codec, Texts


def _show(value: IdentityDocument, language: str) -> Texts:
    del language
    return {"": value.number, "type": value.type, "issuer": value.issuer}


def _read(texts: Texts, language: str) -> IdentityDocument | None:
    del language
    found = IdentityDocument(
        type=texts.get("type", "").strip(),
        number=texts.get("", "").strip(),
        issuer=texts.get("issuer", "").strip(),
    )
    return found if found != IdentityDocument() else None


CODEC = Codec("document", ("", "type", "issuer"), _show, _read)
