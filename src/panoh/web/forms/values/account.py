"""An account or device: who can act there and how, and whether it must be kept as evidence."""

from panoh.model.kinds import Account
from panoh.web.forms.values.codec import Codec, Texts

_YES = "yes"


def _show(value: Account, language: str) -> Texts:
    del language
    evidence = _YES if value.evidence else ""
    return {"": value.what, "who": value.who, "how": value.how, "evidence": evidence}


def _read(texts: Texts, language: str) -> Account | None:
    del language
    what, who, how = (texts.get(part, "").strip() for part in ("", "who", "how"))
    found = Account(what, who, how, texts.get("evidence", "") == _YES)
    return found if what or who or how else None


CODEC = Codec("account", ("", "who", "how", "evidence"), _show, _read)
