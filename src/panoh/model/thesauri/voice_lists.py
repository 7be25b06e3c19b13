"""Lists about speaking in public: what is published, who answers, how, and what days matter."""

from panoh.model.messages import mark as _
from panoh.model.thesauri.thesaurus import Term, thesaurus

# fmt: off
PUBLICATIONS = thesaurus(
    "publications",
    [
        Term("appeal", _("joint appeal")),
        Term("press", _("press sheet")),
        Term("page", _("public page")),
    ],
)

#: Who answered.
ANSWERERS = thesaurus(
    "answerers",
    [
        Term("state", _("the State complained of")),
        Term("other_state", _("another State")),
        Term("un", _("a body of the United Nations")),
        Term("regional", _("a regional body or court")),
        Term("parliament", _("a parliament or its members")),
        Term("police", _("police or prosecutors")),
        Term("company", _("a company")),
        Term("organisation", _("an organisation")),
        Term("media", _("newspapers, radio, television")),
        Term("other", _("somebody else")),
    ],
)

#: How somebody answered.
RESPONSES = thesaurus(
    "responses",
    [
        Term("received", _("said that it arrived")),
        Term("reply", _("answered")),
        Term("refused", _("refused")),
        Term("silent", _("did not answer by the day asked for")),
        Term("statement", _("spoke in public")),
        Term("question", _("asked the State")),
        Term("opinion", _("gave an opinion or judgment")),
        Term("visit", _("visited or met")),
        Term("measure", _("acted: sanctions, protection, a visa")),
        Term("released", _("the person was released")),
        Term("denied", _("denied what is told")),
        Term("threat", _("threatened or punished")),
    ],
)

OCCASIONS = thesaurus(
    "occasions",
    [
        Term("session", _("a session of a body")),
        Term("review", _("a review of a State")),
        Term("conference", _("a conference")),
        Term("hearing", _("a hearing")),
        Term("visit", _("a visit of officials")),
        Term("anniversary", _("a day of remembrance")),
        Term("other", _("another day")),
    ],
)
# fmt: on
