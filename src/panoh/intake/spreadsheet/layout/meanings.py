"""What a column of a list can mean. Layouts that are kept use these words: they never change."""

from collections.abc import Mapping
from typing import Final

from panoh.model.messages import mark as _

ROW_KEY: Final = "row-key"
NAME: Final = "name"
SURNAME: Final = "surname"
GIVEN: Final = "given"
FATHER: Final = "father"
SEX: Final = "sex"
BORN: Final = "born"
AGE: Final = "age"
#: The place of the row; lists rarely say whether the person lives there or it happened there.
PLACE: Final = "place"
RESIDENCE: Final = "residence"
ADDRESS: Final = "address"
WHEN: Final = "when"
RELEASED: Final = "released"
WHAT: Final = "what"
WHO: Final = "who"
RELATIVE_OF: Final = "relative-of"
RELATION: Final = "relation"
PHONE: Final = "phone"
DOCUMENT: Final = "document"
OCCUPATION: Final = "occupation"
#: Who told the group that made the list: kept in the raw row only, never in what is told of people.
SOURCE_NOTE: Final = "source-note"
NOTE: Final = "note"
#: Kept in the raw row only.
IGNORE: Final = "ignore"

MEANINGS: Final = (
    ROW_KEY, NAME, SURNAME, GIVEN, FATHER, SEX, BORN, AGE, PLACE, RESIDENCE, ADDRESS, WHEN,
    RELEASED, WHAT, WHO, RELATIVE_OF, RELATION, PHONE, DOCUMENT, OCCUPATION, SOURCE_NOTE, NOTE,
    IGNORE,
)  # fmt: skip
NAMES: Final = frozenset({NAME, SURNAME, GIVEN})
#: Meanings that several columns of one list may have.
REPEATED: Final = frozenset(
    {PLACE, RESIDENCE, ADDRESS, WHAT, WHO, PHONE, DOCUMENT, SOURCE_NOTE, NOTE, IGNORE}
)

#: What people read in place of each word.
LABELS: Final[Mapping[str, str]] = {
    ROW_KEY: _("Number in the list"),
    NAME: _("Whole name"),
    SURNAME: _("Family name"),
    GIVEN: _("Given name"),
    FATHER: _("Father's name"),
    SEX: _("Sex"),
    BORN: _("Date of birth"),
    AGE: _("Age"),
    PLACE: _("Place, as the list gives it"),
    RESIDENCE: _("Where the person lives"),
    ADDRESS: _("Address"),
    WHEN: _("When it happened"),
    RELEASED: _("Released on"),
    WHAT: _("What happened"),
    WHO: _("Who did it"),
    RELATIVE_OF: _("Whose relative"),
    RELATION: _("What kind of relative"),
    PHONE: _("Telephone"),
    DOCUMENT: _("Identity document"),
    OCCUPATION: _("Occupation"),
    SOURCE_NOTE: _("Who told it (kept aside, never shown with the person)"),
    NOTE: _("Note"),
    IGNORE: _("Not read; kept in the row"),
}
