"""A date, in the words people write; what they wrote is kept."""

from panoh.model.dates import DateError, PartialDate, format_date, parse_date
from panoh.web.forms.values.codec import Codec, Texts


def _show(value: PartialDate, language: str) -> Texts:
    """In the words it was told in, where those are read as the same date again."""
    for text in (value.text, format_date(value, language), format_date(value, "en")):
        if text.strip() and _is_read_as(text, value, language):
            return {"": text}
    return {"": value.edtf}


def _is_read_as(text: str, value: PartialDate, language: str) -> bool:
    try:
        found = parse_date(text, language)
    except DateError:
        return False
    return (found.edtf, found.calendar) == (value.edtf, value.calendar)


def _read(texts: Texts, language: str) -> PartialDate | None:
    text = texts.get("", "").strip()
    return parse_date(text, language) if text else None


CODEC = Codec("date", ("",), _show, _read)
