"""The public pages that facts rest on. Titles are names and are not translated.

What was read were stored copies of these pages; whoever relies on a fact opens the page first.
"""

from panoh.guidance.situation import Source

_READ = "2026-11"

FRONT_LINE = Source(
    "Front Line Defenders, Who we are", "https://www.frontlinedefenders.org/en/who-we-are", _READ
)
FRONT_LINE_NUMBER = Source(
    "ProtectDefenders.eu, an older list of emergency lines", "https://protectdefenders.eu", _READ
)
ACCESS_NOW = Source(
    "Access Now, Digital Security Helpline FAQ",
    "https://www.accessnow.org/help/helpline-faq/",
    _READ,
)
EMERGENCY_112 = Source(
    "European Commission, release on 112 of February 2009 (a copy)",
    "https://www.news.lt/Law-And-Order-Crime/Need-help-Dial-112.im?f=c&id=189320&p=12",
    _READ,
)
SIGNAL_LOCK = Source(
    "Privacy Guides, Important Changes to Signal Registration and Registration Lock",
    "https://blog.privacyguides.org/2022/11/10/signal-number-registration-update/",
    _READ,
)
DISAPPEARANCES = Source(
    "OHCHR, Reporting a disappearance to the Working Group",
    "https://www.ohchr.org/en/special-procedures/wg-disappearances/"
    "reporting-disappearance-working-group",
    _READ,
)
DEFENDERS_MANDATE = Source(
    "UN Special Rapporteur on human rights defenders, Submit information",
    "https://srdefenders.org/submit-information/submit-information-on-a-human-rights-violation/",
    _READ,
)
RULE_39 = Source(
    "European Court of Human Rights, how to contact it under Rule 39 (a copy)",
    "https://europeancourt.org/en/documents/council-of-europe/echr/"
    "practice-directions-requests-interim-measures/contact-court/",
    _READ,
)
INTERPOL = Source(
    "INTERPOL, How to submit a request to the Commission for the Control of Files",
    "https://www.interpol.int/en/Who-we-are/"
    "Commission-for-the-Control-of-INTERPOL-s-Files-CCF/How-to-submit-a-request",
    _READ,
)
UNHCR = Source("UNHCR, Help", "https://help.unhcr.org", _READ)
EUROJUST = Source(
    "Eurojust, guidelines of 2022 for civil society, and its news of 7 October 2022",
    "https://www.eurojust.europa.eu/publication/"
    "documenting-international-crimes-and-human-rights-violations",
    _READ,
)
