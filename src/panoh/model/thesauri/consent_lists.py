"""Lists about consent: who may receive, what may be shared, for which use, how it was given."""

from panoh.model.messages import mark as _
from panoh.model.thesauri.thesaurus import Term, thesaurus

RECIPIENTS = thesaurus(
    "recipients",
    [
        Term("all", _("everybody")),
        Term(
            "wgad",
            _("UN Working Group on Arbitrary Detention"),
            "",
            _("The government learns all of it, and the opinion is public."),
        ),
        Term("special_procedures", _("UN special procedures")),
        Term("treaty_body", _("UN treaty body")),
        Term("lawyer", _("a lawyer")),
        Term("organisation", _("an organisation")),
        Term("host_state", _("authorities of the host State")),
        Term("public", _("the public")),
    ],
)

SHAREABLE = thesaurus(
    "shareable",
    [
        Term("all", _("everything")),
        Term("name", _("name")),
        Term("birth", _("date of birth")),
        Term("place", _("places")),
        Term("kin", _("whose relative")),
        Term("facts", _("what happened")),
        Term("health", _("health")),
        Term("photo", _("photographs and videos")),
        Term("documents", _("documents")),
        Term("contact", _("addresses and numbers")),
    ],
)

USES = thesaurus(
    "uses",
    [
        Term("complaint", _("a complaint")),
        Term("advice", _("legal advice")),
        Term("publication", _("publication")),
        Term("protection", _("protection")),
        Term("statistics", _("statistics without names")),
    ],
)

CONSENT_HOW = thesaurus(
    "consent_how",
    [
        Term("written", _("in writing")),
        Term("spoken", _("by word of mouth")),
        Term("recorded", _("recorded voice or video")),
        Term("witnessed", _("before a witness")),
        Term("code_word", _("by code word")),
        Term("unknown", _("not known")),
    ],
)
