"""Lists about consent: who may receive, what may be shared, for which use, how it was given."""

from panoh.model.messages import mark as _
from panoh.model.thesauri.thesaurus import Term, thesaurus

# fmt: off
RECIPIENTS = thesaurus(
    "recipients",
    [
        Term("all", _("everybody")),
        Term("wgad", _("UN Working Group on Arbitrary Detention"), "",
             _("The government learns all of it, and the opinion is public.")),
        Term("special_procedures", _("UN special procedures"), "",
             _("The government learns what the letter says; the letter is published later.")),
        Term("treaty_body", _("UN treaty body"), "",
             _("The government learns the name and the facts.")),
        Term("un_confidential", _("UN body, in confidence"), "",
             _("For background; not passed on to the government.")),
        Term("government", _("the government complained of"), "",
             _("Told directly or through a body that passes it on.")),
        Term("regional_body", _("a regional body or court")),
        Term("sanctions_body", _("an authority that decides on sanctions")),
        Term("police", _("police or prosecutors of the country of exile"), "",
             _("They may have to act on what they learn.")),
        Term("asylum_authority", _("an asylum authority or court")),
        Term("host_state", _("authorities of the host State")),
        Term("foreign_ministry", _("diplomats of other States")),
        Term("lawyer", _("a lawyer"), "", _("Bound to keep it secret.")),
        Term("doctor", _("a doctor or counsellor"), "", _("Bound to keep it secret.")),
        Term("organisation", _("an organisation")),
        Term("trusted", _("a trusted person"), "",
             _("Keeps a copy of a plan or a list; it may be found there.")),
        Term("card", _("whoever finds a card that is carried"), "",
             _("In a search or at a border it may be the police.")),
        Term("watcher", _("a service that keeps check-ins"), "",
             _("It learns an address, and that it belongs to people of somebody it watches.")),
        Term("press", _("journalists")),
        Term("public", _("the public"), "", _("Cannot be called back.")),
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
        Term("urgent_appeal", _("an urgent appeal")),
        Term("asylum", _("an asylum case")),
        Term("investigation", _("a criminal investigation")),
        Term("sanctions", _("a proposal for sanctions")),
        Term("advocacy", _("talks behind closed doors")),
        Term("publication", _("publication")),
        Term("research", _("research")),
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
        Term("guardian", _("by the guardian")),
        Term("family", _("by the family, who could not ask")),
        Term("code_word", _("by code word")),
        Term("unknown", _("not known")),
    ],
)
# fmt: on
