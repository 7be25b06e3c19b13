"""Words: a line, or as much as somebody wants to write."""

from panoh.web.forms.values.codec import Codec, Texts


def _show(value: str, language: str) -> Texts:
    del language
    return {"": value}


def _read(texts: Texts, language: str) -> str | None:
    """Browsers send line ends as two signs; a vault keeps them as one."""
    del language
    return texts.get("", "").replace("\r\n", "\n").strip() or None


SHORT = Codec("line", ("",), _show, _read)
LONG = Codec("words", ("",), _show, _read)
