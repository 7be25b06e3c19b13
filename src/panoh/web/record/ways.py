"""How do we know? The connections of sources, in the words of whoever tells."""

from panoh.model.messages import mark as _
from panoh.model.thesauri import CONNECTIONS

PLAIN = {
    "self": _("It happened to me"),
    "witness": _("I saw it, or was there"),
    "relative": _("A relative told me"),
    "neighbour": _("A neighbour or friend told me"),
    "colleague": _("A colleague told me"),
    "lawyer": _("A lawyer told me"),
    "doctor": _("A doctor told me"),
    "organisation": _("An organisation told me"),
    "media": _("I read, heard or saw it in public"),
    "official": _("An official said so"),
    "hearsay": _("People say so; I do not know who saw it"),
    "unknown": _("I do not know, or would rather not say"),
}

#: How somebody may be now, as it is asked here.
STATES = ("held", "released", "missing", "dead")


def in_order(found: set[str]) -> list[str]:
    """The connections, those that the story speaks of first."""
    return sorted(CONNECTIONS.terms, key=lambda code: code not in found)
