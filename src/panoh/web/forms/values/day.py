"""A date that is kept as EDTF inside another value, in the words people write."""

from panoh.model.dates import PartialDate
from panoh.web.forms.values import date


def shown(edtf: str, language: str) -> str:
    """The date in words; what is no date is shown as it is kept."""
    if not edtf:
        return ""
    try:
        return date.CODEC.show(PartialDate(edtf), language)[""]
    except ValueError:
        return edtf


def read(text: str, language: str) -> str:
    """The date as EDTF, empty where nothing was written; raises as a date does."""
    found = date.CODEC.read({"": text}, language)
    return found.edtf if found else ""
