"""The areas in the order a person needs them, as the column beside every page shows them."""

from dataclasses import dataclass

from panoh.model.messages import mark as _


@dataclass(frozen=True, slots=True)
class Area:
    """One area: its key, the word people read, the icon beside it and its first page.

    `always` are open without unlocking.
    """

    key: str
    label: str
    icon: str
    path: str
    always: bool = False


AREAS = (
    Area("what-now", _("What now?"), "life-buoy", "/what-now", always=True),
    Area("today", _("Today"), "sun", "/today"),
    Area("record", _("Record"), "pencil-line", "/record"),
    Area("people", _("People"), "users", "/people"),
    Area("events", _("Events"), "calendar-days", "/events"),
    Area("network", _("Network"), "heart-handshake", "/network"),
    Area("security", _("Security"), "shield-check", "/security"),
    Area("emergency", _("Emergency"), "siren", "/emergency"),
    Area("checkins", _("Check-ins"), "bell-ring", "/checkins"),
    Area("legal", _("Legal"), "scale", "/legal"),
    Area("publish", _("Publish"), "megaphone", "/publish"),
    Area("vault", _("Vault"), "vault", "/vault"),
)
