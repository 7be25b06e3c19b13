"""Lists about sources and files: how they know, how reliable, what may be said, how acquired.

`huridocs` is the code in micro-thesaurus 19 for connections and 42 for reliability.
"""

from panoh.model.messages import mark as _
from panoh.model.thesauri.thesaurus import Term, thesaurus

CONNECTIONS = thesaurus(
    "connections",
    [
        Term("self", _("the person themselves"), "", "", "010100000000"),
        Term("relative", _("a relative"), "", "", "020101000000"),
        Term("witness", _("a witness"), "", "", "010200000000"),
        Term("neighbour", _("a neighbour or friend")),
        Term("colleague", _("a colleague"), "", "", "020102000000"),
        Term("lawyer", _("a lawyer"), "", "", "040100000000"),
        Term("doctor", _("a doctor"), "", "", "040200000000"),
        Term("organisation", _("an organisation"), "", "", "040400000000"),
        Term("media", _("a publication"), "", "", "030100000000"),
        Term("official", _("an official")),
        Term(
            "hearsay",
            _("heard from others"),
            note=_("Told on by people who did not see it and are not known."),
        ),
        Term("unknown", _("not known"), "", "", "990000000000"),
    ],
    {
        "self": "self; himself; herself; сам=; сама=; худаш",
        "relative": "relative; родственн; хеш",
        "witness": "witness; очевид; свидет; шохид",
        "neighbour": "neighbour; сосед; знаком; хамсоя",
        "lawyer": "lawyer; адвокат; вакил",
        "doctor": "doctor; врач; духтур; табиб",
        "colleague": "colleague; коллег; хамкор",
        "organisation": "organisation; organization; организац; созмон",
        "official": "official; чиновник; мансабдор",
        "unknown": "unknown; not known; неизвест; маълум нест; номаълум",
        "media": "media; news; сми; видео; video",
    },
)
#: Those who have contact with the person: only their word ends a silence.
CONTACT = frozenset(("self", "relative", "witness", "neighbour", "lawyer", "doctor"))

#: One scale for a source as such and for one statement of it.
RELIABILITY = thesaurus(
    "reliability",
    [
        Term("high", _("highly reliable"), "", "", "010000000000"),
        Term("likely", _("likely reliable"), "", "", "020000000000"),
        Term("unsure", _("unsure"), "", "", "030000000000"),
        Term("unlikely", _("likely unreliable"), "", "", "040000000000"),
        Term("low", _("highly unreliable"), "", "", "050000000000"),
        Term("unknown", _("not known"), "", "", "990000000000"),
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
        Term("form", _("form on the web")),
        Term("social_media", _("social media")),
        Term("other", _("other")),
        Term("unknown", _("not known")),
    ],
)

#: What the source handed over or was read.
SOURCE_KINDS = thesaurus(
    "source_kinds",
    [
        Term("testimony", _("testimony")),
        Term("interview", _("interview")),
        Term("conversation", _("telephone conversation")),
        Term("chat", _("chat message")),
        Term("list", _("list")),
        Term("letter", _("letter")),
        Term("photo", _("photograph")),
        Term("video", _("video")),
        Term("audio", _("sound recording")),
        Term("post", _("post on social media")),
        Term("web_page", _("web page")),
        Term("press", _("press article")),
        Term("statement", _("public statement of an organisation")),
        Term("official_paper", _("official paper")),
        Term("court_record", _("court record")),
        Term("medical_record", _("medical record")),
        Term("device_log", _("record of a device or account")),
        Term("report", _("report")),
        Term("other", _("other")),
        Term("unknown", _("not known")),
    ],
    {
        "testimony": "testimony; показани; шаходат",
        "interview": "interview; интервью; мусохиба",
        "conversation": "phone call; telephone; звонок; звонк; телефонн разговор; занги телефон",
        "chat": "chat; message; сообщени; переписк; паем; мукотиба",
        "list": "list=; список; списк; руйхат",
        "letter": "letter; письм; нома=; мактуб",
        "photo": "photo; picture; фото; сурат; акс=",
        "video": "video; видео; навор",
        "audio": "audio; voice; аудио; запись голос; овоз; сабти овоз",
        "post": "post=; facebook; instagram; пост=; соцсет; фейсбук; шабака",
        "web_page": "web; site; сайт; сомона",
        "press": "article; newspaper; стать; газет; макола; рузнома",
        "official_paper": "warrant; decision; summons; постановлен; повестк; ордер;"
        " карор; даъватнома",
        "court_record": "verdict; judgment; приговор; решение суд; хукми суд",
        "medical_record": "medical; hospital; медицинск; справк; больничн; маълумотномаи тибби",
    },
)

ACQUIRED = thesaurus(
    "acquired",
    [
        Term("sent", _("sent by the source")),
        Term("downloaded", _("downloaded")),
        Term("captured", _("captured from a page or conversation")),
        Term("received_paper", _("received on paper")),
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
        Term("conference", _("conference of exiles")),
        Term("publication", _("publication")),
        Term("interview", _("interview or broadcast")),
        Term("statement", _("public statement")),
        Term("un_submission", _("complaint to the United Nations")),
        Term("election", _("election or referendum")),
        Term("anniversary", _("anniversary")),
        Term("law", _("new law or decree")),
        Term("extradition", _("extradition or deportation")),
        Term("reprisals", _("reprisals")),
        Term("conviction", _("conviction")),
        Term("incident", _("incident")),
        Term("other", _("other")),
    ],
)
