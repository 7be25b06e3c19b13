"""Lists about safety: threats and what they hit, incidents, measures, results of checks."""

from panoh.model.messages import mark as _
from panoh.model.thesauri.thesaurus import Term, thesaurus

# fmt: off
THREATS = thesaurus(
    "threats",
    [
        Term("device_taken", _("a device is taken, searched or stolen")),
        Term("device_spied", _("a device is spied on")),
        Term("account_taken", _("an account is taken over")),
        Term("number_taken", _("a telephone number is taken over")),
        Term("messages_read", _("messages are read")),
        Term("network_watched", _("the connection is watched or tampered with")),
        Term("cut_off", _("the internet or a service is cut off")),
        Term("tricked", _("somebody is tricked by a false message or person")),
        Term("exposed", _("address, face or family are made public")),
        Term("located", _("whereabouts become known")),
        Term("family_pressed", _("relatives are pressed because of somebody")),
        Term("travel_stopped", _("arrest or search while travelling")),
        Term("removed", _("deportation, extradition or abduction")),
        Term("harmed", _("bodily harm")),
        Term("informed_on", _("somebody close passes things on")),
        Term("smeared", _("lies are spread about somebody")),
        Term("records_lost", _("records are lost")),
        Term("other", _("other")),
    ],
)
BANDS = thesaurus(
    "bands",
    [
        Term("now", _("act now")),
        Term("plan", _("plan")),
        Term("watch", _("watch")),
        Term("unknown", _("not known"), "",
             _("Say how likely it is and what it would hit.")),
    ],
)
IMPACTS = thesaurus(
    "impacts",
    [
        Term("body", _("life and body")),
        Term("liberty", _("liberty")),
        Term("family", _("family")),
        Term("livelihood", _("work, home and permit to stay")),
        Term("data", _("records and sources")),
        Term("mind", _("peace of mind")),
    ],
)
CONFIDENCE = thesaurus(
    "confidence",
    [
        Term("low", _("a guess")),
        Term("medium", _("there are signs")),
        Term("high", _("it happened to us or to people like us")),
    ],
)
INCIDENTS = thesaurus(
    "incidents",
    [
        Term("watched", _("watched or followed")),
        Term("visit", _("a visit")),
        Term("summons", _("a summons")),
        Term("call", _("a call")),
        Term("message_threat", _("a threat in writing")),
        Term("phishing", _("a false message with a link or file")),
        Term("login_attempt", _("somebody tried to log in")),
        Term("malware_sign", _("a device behaves oddly")),
        Term("platform_warning", _("a warning by Apple, Google, Meta or another service")),
        Term("device_taken", _("a device was taken or out of sight")),
        Term("doxxing", _("address, face or family were made public")),
        Term("smear", _("lies were spread")),
        Term("proxy_approach", _("an approach by an acquaintance or stranger")),
        Term("consulate", _("pressure by an embassy or consulate")),
        Term("document_refused", _("a document was refused")),
        Term("notice", _("a sign of an Interpol notice or extradition request")),
        Term("relative_questioned", _("a relative was questioned")),
        Term("relative_held", _("a relative was detained")),
        Term("property", _("damage to property or a break-in")),
        Term("assault", _("an assault")),
        Term("near_miss", _("something that just went well")),
        Term("odd_feeling", _("an odd feeling")),
        Term("other", _("other")),
    ],
)
SECURITY_RELATED = thesaurus(
    "security_related",
    [
        Term("fact", _("certain: it is about our safety")),
        Term("likely", _("likely")),
        Term("guess", _("only a guess")),
        Term("unknown", _("not known")),
    ],
)
MEASURE_STATES = thesaurus(
    "measure_states",
    [
        Term("done", _("done")),
        Term("later", _("later")),
        Term("not_for_me", _("not for me")),
        Term("again", _("show it again")),
    ],
)
RESULTS = thesaurus(
    "results",
    [
        Term("pass", _("in order"), "",
             _("For what was looked at, and at that time only.")),
        Term("fail", _("not in order")),
        Term("unknown", _("not known"), "",
             _("Neither yes nor no: look by hand.")),
    ],
)
AUDIENCES = thesaurus(
    "audiences",
    [
        Term("all", _("everybody")),
        Term("exile", _("somebody in exile")),
        Term("family", _("family at home")),
        Term("in_country", _("somebody active in the country itself")),
        Term("traveller", _("somebody about to travel")),
        Term("organisation", _("a small organisation")),
    ],
)
PLATFORMS = thesaurus(
    "platforms",
    [
        Term("linux", _("a computer with Linux")),
        Term("macos", _("a computer with macOS")),
        Term("windows", _("a computer with Windows")),
        Term("android", _("a phone with Android")),
        Term("ios", _("an iPhone")),
    ],
)
# fmt: on
