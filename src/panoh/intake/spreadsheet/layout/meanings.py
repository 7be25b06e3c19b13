"""What a column of a list can mean. Layouts that are kept use these words: they never change."""

from typing import Final

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
