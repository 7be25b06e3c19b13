"""Lists about those who can help: what they help with, who they are, how a key was checked."""

from panoh.model.messages import mark as _
from panoh.model.thesauri.thesaurus import Term, thesaurus

# fmt: off
#: What somebody can help with.
NEEDS = thesaurus(
    "needs",
    [
        Term("listening", _("somebody who listens, counselling")),
        Term("lawyer_home", _("a lawyer in the country of origin")),
        Term("lawyer_host", _("a lawyer in the country of exile")),
        Term("asylum", _("asylum and residence")),
        Term("bail", _("bail")),
        Term("alarm", _("help in the first hours")),
        Term("publicity", _("publicity")),
        Term("advocacy", _("speaking to States and the United Nations")),
        Term("forensics", _("devices and spyware")),
        Term("accounts", _("getting accounts back")),
        Term("shelter", _("a place to stay")),
        Term("relocation", _("leaving for another country")),
        Term("transport", _("transport")),
        Term("money", _("money")),
        Term("children", _("children")),
        Term("translation", _("translation")),
        Term("medical", _("a doctor, medicines")),
        Term("torture", _("care after torture")),
        Term("tracing", _("finding somebody who is missing")),
        Term("crime_victims", _("help for those a crime was done to")),
        Term("share", _("keeping a part of a key")),
        Term("embassy", _("embassies and diplomats")),
    ],
)

#: What kind of helper somebody is.
CONTACT_TYPES = thesaurus(
    "contact_types",
    [
        Term("trusted", _("a trusted person")),
        Term("relative", _("a relative")),
        Term("lawyer", _("a lawyer")),
        Term("organisation", _("an organisation")),
        Term("doctor", _("a doctor")),
        Term("counsellor", _("a counsellor")),
        Term("journalist", _("a journalist")),
        Term("diplomat", _("a diplomat")),
        Term("official", _("an official")),
        Term("host", _("a host")),
        Term("other", _("other")),
    ],
)

TRUST = thesaurus(
    "trust",
    [
        Term("met", _("met in person")),
        Term("vouched", _("somebody vouches for them")),
        Term("public", _("known in public")),
        Term("unknown", _("not known")),
    ],
)

#: What came of trying to reach somebody.
REACHED = thesaurus(
    "reached",
    [
        Term("reached", _("reached")),
        Term("no_answer", _("no answer")),
        Term("failed", _("could not be delivered")),
        Term("somebody_else", _("somebody else answered")),
        Term("unknown", _("not known")),
    ],
)

#: How it was made sure that a key belongs to somebody.
KEY_CHECKS = thesaurus(
    "key_checks",
    [
        Term("in_person", _("in person")),
        Term("video", _("in a video call")),
        Term("voice", _("by voice")),
        Term("third_person", _("through a third person")),
        Term("published", _("as they publish it")),
        Term("unchecked", _("not checked")),
    ],
)
#: Ways that make sure; a key that is only seen is not verified.
CHECKED = frozenset(("in_person", "video", "voice", "third_person", "published"))
# fmt: on
