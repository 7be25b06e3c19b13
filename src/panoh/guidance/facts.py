"""What is so today and may change: who answers, which time runs, what a body asks first."""

from panoh.guidance import sources
from panoh.guidance.situation import Fact
from panoh.model.messages import mark as _

FRONT_LINE = Fact(
    _(
        "Front Line Defenders has an emergency line for human rights defenders, day and night, in"
        " Arabic, English, French, Russian and Spanish."
    ),
    sources.FRONT_LINE,
    contact="https://www.frontlinedefenders.org",
)
FRONT_LINE_NUMBER = Fact(
    _("An older page gives this number of the Front Line Defenders emergency line."),
    sources.FRONT_LINE_NUMBER,
    contact="+353 1 210 0489",
    confirmed=False,
)
ACCESS_NOW = Fact(
    _(
        "The Access Now helpline is free for activists, journalists and defenders. It answers day"
        " and night, within two hours, and first checks who is asking."
    ),
    sources.ACCESS_NOW,
    contact="help@accessnow.org",
)
EMERGENCY_112 = Fact(
    _("The emergency number in every country of the European Union, free of charge."),
    sources.EMERGENCY_112,
    contact="112",
)
SIGNAL_LOCK = Fact(
    _("Signal's registration lock is not enforced after seven days without use."),
    sources.SIGNAL_LOCK,
)
DISAPPEARED = Fact(
    _(
        "If nobody says where a person is: the UN group on disappearances passes a case of the"
        " last three months to the foreign ministry within one or two days. Relatives have to"
        " agree; who reported it stays confidential."
    ),
    sources.DISAPPEARANCES,
)
LETTERS = Fact(
    _(
        "The UN expert on defenders asks two things before a letter: may the government see the"
        " names, and may they be published?"
    ),
    sources.DEFENDERS_MANDATE,
)
CAMERAS = Fact(_("Many recordings are kept for two or three days only."), confirmed=False)
COMPLAINT_DE = Fact(
    _("In Germany some offences are prosecuted only if you ask for it within three months."),
    confirmed=False,
)
APPEALS = Fact(
    _(
        "In the European Union the times for appeals changed in June 2026; some are five to ten"
        " days."
    ),
    confirmed=False,
)
RULE_39 = Fact(
    _(
        "The European Court of Human Rights can ask its member States to stop a removal. Requests"
        " go through its site, by fax or by post, never by e-mail. If less than a working day is"
        " left, it may be unable to act."
    ),
    sources.RULE_39,
    contact="https://r39.echr.coe.int",
)
INTERPOL = Fact(
    _(
        "Since 26 March 2026 INTERPOL's commission takes requests only through its own portal, to"
        " which this page leads."
    ),
    sources.INTERPOL,
    contact=sources.INTERPOL.address,
)
TRANSIT = Fact(
    _(
        "Russia and Kazakhstan are dangerous to pass through for people wanted by Tajikistan:"
        " agreements allow handing them over."
    ),
    confirmed=False,
)
UNHCR = Fact(
    _("The UN refugee agency tells for many countries how to ask for protection."),
    sources.UNHCR,
    contact="https://help.unhcr.org",
)
REPEATED = Fact(
    _(
        "European investigators warn organisations against taking the same story again and again:"
        " it hurts anew."
    ),
    sources.EUROJUST,
)


def known_contacts() -> dict[str, Fact]:
    """Every number and address told here, as it is compared (`same_contact`).

    Whoever lists the same one later takes from here whether it is confirmed.
    """
    told = (each for each in globals().values() if isinstance(each, Fact))
    return {same_contact(fact.contact): fact for fact in told if fact.contact}


def same_contact(text: str) -> str:
    """A number or address as it is compared: without signs between, protocol and `www`."""
    text = text.casefold().strip().removeprefix("https://").removeprefix("www.").rstrip("/")
    digits = "".join(letter for letter in text if letter.isdigit() or letter == "+")
    return digits if text.strip("+0123456789 ()-./") == "" else text
