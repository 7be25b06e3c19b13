"""The thesauri: short lists of terms in our own words, with the HURIDOCS code as a cross-walk."""

from panoh.model.thesauri.acts import ACTS
from panoh.model.thesauri.consent_lists import CONSENT_HOW, RECIPIENTS, SHAREABLE, USES
from panoh.model.thesauri.people_lists import (
    BASIS,
    INVOLVEMENT,
    PERPETRATORS,
    RELATIONS,
    SEX,
    STATUSES,
)
from panoh.model.thesauri.source_lists import (
    ACQUIRED,
    CHANNELS,
    CITATIONS,
    CONNECTIONS,
    CONTACT,
    EVENTS,
    GENERATIONS,
    RELIABILITY,
)
from panoh.model.thesauri.thesaurus import Term, Thesaurus

__all__ = [
    "ACQUIRED",
    "ACTS",
    "BASIS",
    "CHANNELS",
    "CITATIONS",
    "CONNECTIONS",
    "CONSENT_HOW",
    "CONTACT",
    "EVENTS",
    "GENERATIONS",
    "INVOLVEMENT",
    "PERPETRATORS",
    "RECIPIENTS",
    "RELATIONS",
    "RELIABILITY",
    "SEX",
    "SHAREABLE",
    "STATUSES",
    "THESAURI",
    "USES",
    "Term",
    "Thesaurus",
]

THESAURI = (
    ACTS,
    STATUSES,
    RELATIONS,
    SEX,
    PERPETRATORS,
    INVOLVEMENT,
    BASIS,
    CONNECTIONS,
    RELIABILITY,
    CITATIONS,
    CHANNELS,
    ACQUIRED,
    GENERATIONS,
    EVENTS,
    RECIPIENTS,
    SHAREABLE,
    USES,
    CONSENT_HOW,
)
