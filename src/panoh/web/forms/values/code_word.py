"""What an agreed word means, who keeps it, when it is changed. The word itself has no field."""

from panoh.model.kinds import CodeWord
from panoh.web.forms.values import day
from panoh.web.forms.values.codec import Codec, Texts


def _show(value: CodeWord, language: str) -> Texts:
    return {
        "": value.meaning,
        "kept_by": value.kept_by,
        "change_on": day.shown(value.change_on, language),
    }


def _read(texts: Texts, language: str) -> CodeWord | None:
    found = CodeWord(
        texts.get("", "").strip(),
        texts.get("kept_by", "").strip(),
        day.read(texts.get("change_on", ""), language),
    )
    return found if found != CodeWord("") else None


CODEC = Codec("code_word", ("", "kept_by", "change_on"), _show, _read)
