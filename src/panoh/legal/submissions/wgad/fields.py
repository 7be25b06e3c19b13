"""The questions of the questionnaire as data: which field answers, which consent, whom to ask."""

from dataclasses import dataclass

FAMILY = "the person or the family, if asking is safe"
LAWYER = "a lawyer at home, if one can ask safely"
WITNESS = "whoever was there, if asking is safe"
SUBMITTER = "the submitter"


@dataclass(frozen=True, slots=True)
class Question:
    """A question: its label, the field that answers it, the term of consent it falls under.

    `field` is empty for what no record holds yet; it is asked all the same. `part` picks names or
    perpetrators of one kind.
    """

    label: str
    field: str
    consent: str
    ask: str
    part: str = ""


NAMES = (
    Question("Family name", "names", "name", FAMILY, "surname"),
    Question("First name", "names", "name", FAMILY, "given"),
    Question("Father's name", "names", "name", "", "father"),
)

IDENTITY = (
    Question("Sex", "sex", "name", FAMILY),
    Question("Date of birth", "born", "birth", f"{FAMILY}, from a document"),
    Question("Nationality", "nationalities", "name", FAMILY),
    Question("Identity document: number, issuer, date", "documents", "documents", FAMILY),
    Question("Occupation", "occupation", "facts", FAMILY),
    Question("Lives in", "places", "place", FAMILY),
    Question("Address", "addresses", "contact", FAMILY),
)

ARREST = (
    Question("Kind of deprivation", "type", "facts", ""),
    Question("Date of arrest", "when", "facts", WITNESS),
    Question("Place of arrest", "places", "facts", WITNESS),
    Question("Forces that carried it out", "perpetrators", "facts", WITNESS, "by"),
    Question("Warrant or decision shown", "warrant", "facts", FAMILY),
    Question("Authority that issued it", "perpetrators", "facts", LAWYER, "ordered"),
    Question("Reasons given", "stated_reason", "facts", FAMILY),
    Question("Legislation applied", "", "facts", LAWYER),
    Question("How", "method", "facts", ""),
)

DETENTION = (
    Question("Held until", "until", "facts", FAMILY),
    Question("Forces holding the person", "", "facts", FAMILY),
    Question("Authority that ordered the detention", "", "facts", LAWYER),
    Question("Signs of coercion", "signs", "facts", ""),
)

OBSERVED = (
    Question("State told", "state", "facts", FAMILY),
    Question("Places of detention", "place", "facts", FAMILY),
    Question("Contact with family, lawyer or doctor", "contact", "facts", FAMILY),
    Question("Health", "health", "health", FAMILY),
)

OTHER_ACT = (
    Question("Date", "when", "facts", ""),
    Question("Place", "places", "facts", ""),
    Question("Carried out by", "perpetrators", "facts", "", "by"),
    Question("Ordered by", "perpetrators", "facts", "", "ordered"),
    Question("Signs of coercion", "signs", "facts", ""),
)

#: What sources tell in words, field by field.
WORDS = (
    ("What they were told", "message"),
    ("What was demanded", "demand"),
    ("Consequences", "consequences"),
    ("Account", "note"),
)

#: What the submitter has to write: label, field of the matter, who could help.
WRITTEN = (
    ("Who submits", "submitter", SUBMITTER),
    ("Contact of the submitter", "contact", SUBMITTER),
    ("Capacity of the submitter", "capacity", SUBMITTER),
    ("Circumstances", "circumstances", f"{SUBMITTER}, with the family"),
    ("Categories relied on", "categories", "a lawyer"),
    ("Why the detention is arbitrary", "argument", "a lawyer"),
    ("Internal steps and remedies", "remedies", f"{FAMILY}; {LAWYER}"),
    ("What is asked of the Working Group", "requests", SUBMITTER),
    ("Whether another body has the case", "elsewhere", f"{SUBMITTER}, with the family"),
)
