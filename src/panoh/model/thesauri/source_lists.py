"""Lists about sources and files: how they know, how reliable, what may be said, how acquired."""

from panoh.model.messages import mark as _
from panoh.model.thesauri.thesaurus import Term, thesaurus

CONNECTIONS = thesaurus(
    "connections",
    [
        Term("self", _("the person themselves")),
        Term("relative", _("a relative")),
        Term("witness", _("a witness")),
        Term("neighbour", _("a neighbour or friend")),
        Term("colleague", _("a colleague")),
        Term("lawyer", _("a lawyer")),
        Term("doctor", _("a doctor")),
        Term("organisation", _("an organisation")),
        Term("media", _("a publication")),
        Term("official", _("an official")),
        Term("unknown", _("not known")),
    ],
    {
        "self": "self; himself; herself; сам=; сама=; худаш",
        "relative": "relative; родственн; хеш",
        "witness": "witness; очевид; свидет; шохид",
        "neighbour": "neighbour; сосед; знаком; хамсоя",
        "lawyer": "lawyer; адвокат; вакил",
        "doctor": "doctor; врач; духтур; табиб",
        "media": "media; news; сми; видео; video",
    },
)
#: Those who have contact with the person: only their word ends a silence.
CONTACT = frozenset(("self", "relative", "witness", "neighbour", "lawyer", "doctor"))

RELIABILITY = thesaurus(
    "reliability",
    [
        Term("high", _("highly reliable")),
        Term("likely", _("likely reliable")),
        Term("unsure", _("unsure")),
        Term("unlikely", _("likely unreliable")),
        Term("low", _("highly unreliable")),
        Term("unknown", _("not known")),
    ],
)

CITATIONS = thesaurus(
    "citations",
    [
        Term("nothing", _("nothing may be said")),
        Term("kind", _("only how they know")),
        Term("described", _("in the words they chose")),
        Term("code_name", _("by code name")),
        Term("name", _("by name")),
    ],
)

CHANNELS = thesaurus(
    "channels",
    [
        Term("signal", _("Signal")),
        Term("whatsapp", _("WhatsApp")),
        Term("telegram", _("Telegram")),
        Term("email", _("e-mail")),
        Term("phone", _("telephone")),
        Term("in_person", _("in person")),
        Term("web", _("web page")),
        Term("paper", _("paper")),
        Term("other", _("other")),
        Term("unknown", _("not known")),
    ],
)

ACQUIRED = thesaurus(
    "acquired",
    [
        Term("sent", _("sent by the source")),
        Term("downloaded", _("downloaded")),
        Term("made", _("made by a member")),
        Term("unknown", _("not known")),
    ],
)
GENERATIONS = thesaurus(
    "generations",
    [
        Term("original", _("original")),
        Term("copy", _("copy")),
        Term("reencoded", _("re-encoded")),
        Term("derivative", _("derived from another file")),
        Term("unknown", _("not known")),
    ],
)

EVENTS = thesaurus(
    "events",
    [
        Term("protest", _("protest")),
        Term("visit", _("official visit")),
        Term("meeting", _("meeting or conference")),
        Term("publication", _("publication")),
        Term("reprisals", _("reprisals")),
        Term("conviction", _("conviction")),
        Term("incident", _("incident")),
        Term("other", _("other")),
    ],
)
