"""The questions of the questionnaire as data: which field answers, which consent, whom to ask."""

from dataclasses import dataclass

from panoh.model.messages import mark as _

FAMILY = _("the person or the family, if asking is safe")
LAWYER = _("a lawyer at home, if one can ask safely")
WITNESS = _("whoever was there, if asking is safe")
SUBMITTER = _("the submitter")
FAMILY_PAPER = _("the person or the family, if asking is safe, from a document")
FAMILY_OR_LAWYER = _(
    "the person or the family, if asking is safe; a lawyer at home, if one can ask safely"
)
SUBMITTER_AND_FAMILY = _("the submitter, with the family")
ANY_LAWYER = _("a lawyer")


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
    Question(_("Family name"), "names", "name", FAMILY, "surname"),
    Question(_("First name"), "names", "name", FAMILY, "given"),
    Question(_("Father's name"), "names", "name", "", "father"),
)

IDENTITY = (
    Question(_("Sex"), "sex", "name", FAMILY),
    Question(_("Date of birth"), "born", "birth", FAMILY_PAPER),
    Question(_("Nationality"), "nationalities", "name", FAMILY),
    Question(_("Identity document: number, issuer, date"), "documents", "documents", FAMILY),
    Question(_("Occupation"), "occupation", "facts", FAMILY),
    Question(_("Lives in"), "places", "place", FAMILY),
    Question(_("Address"), "addresses", "contact", FAMILY),
)

ARREST = (
    Question(_("Kind of deprivation"), "type", "facts", ""),
    Question(_("Date of arrest"), "when", "facts", WITNESS),
    Question(_("Place of arrest"), "places", "facts", WITNESS),
    Question(_("Forces that carried it out"), "perpetrators", "facts", WITNESS, "by"),
    Question(_("Warrant or decision shown"), "warrant", "facts", FAMILY),
    Question(_("Authority that issued it"), "perpetrators", "facts", LAWYER, "ordered"),
    Question(_("Reasons given"), "stated_reason", "facts", FAMILY),
    Question(_("Legislation applied"), "", "facts", LAWYER),
    Question(_("How"), "method", "facts", ""),
)

DETENTION = (
    Question(_("Held until"), "until", "facts", FAMILY),
    Question(_("Forces holding the person"), "", "facts", FAMILY),
    Question(_("Authority that ordered the detention"), "", "facts", LAWYER),
    Question(_("Signs of coercion"), "signs", "facts", ""),
)

OBSERVED = (
    Question(_("State told"), "state", "facts", FAMILY),
    Question(_("Places of detention"), "place", "facts", FAMILY),
    Question(_("Contact with family, lawyer or doctor"), "contact", "facts", FAMILY),
    Question(_("Health"), "health", "health", FAMILY),
)

OTHER_ACT = (
    Question(_("Date"), "when", "facts", ""),
    Question(_("Place"), "places", "facts", ""),
    Question(_("Carried out by"), "perpetrators", "facts", "", "by"),
    Question(_("Ordered by"), "perpetrators", "facts", "", "ordered"),
    Question(_("Signs of coercion"), "signs", "facts", ""),
)

#: What sources tell in words, field by field.
WORDS = (
    (_("What they were told"), "message"),
    (_("What was demanded"), "demand"),
    (_("Consequences"), "consequences"),
    (_("Account"), "note"),
)

#: What the submitter has to write: label, field of the matter, who could help.
WRITTEN = (
    (_("Who submits"), "submitter", SUBMITTER),
    (_("Contact of the submitter"), "contact", SUBMITTER),
    (_("Capacity of the submitter"), "capacity", SUBMITTER),
    (_("Circumstances"), "circumstances", SUBMITTER_AND_FAMILY),
    (_("Categories relied on"), "categories", ANY_LAWYER),
    (_("Why the detention is arbitrary"), "argument", ANY_LAWYER),
    (_("Internal steps and remedies"), "remedies", FAMILY_OR_LAWYER),
    (_("What is asked of the Working Group"), "requests", SUBMITTER),
    (_("Whether another body has the case"), "elsewhere", SUBMITTER_AND_FAMILY),
)
