"""What every answer carries: nothing foreign runs, nothing is kept, nobody is told where from."""

from collections.abc import Mapping

_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
_NO_SENSORS = ("camera", "geolocation", "microphone", "payment", "usb", "browsing-topics")

#: `no-store` keeps pages out of the cache on disk and out of the memory behind the back button.
HEADERS: Mapping[str, str] = {
    "content-security-policy": "; ".join(f"{name} {value}" for name, value in _POLICY.items()),
    "cache-control": "no-store",
    # Not "no-referrer": browsers then hide the origin of our own forms too.
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-dns-prefetch-control": "off",
    "permissions-policy": ", ".join(f"{name}=()" for name in _NO_SENSORS),
}
#: The bundle holds no record; the browser may keep it for the length of a visit.
STATIC = {"cache-control": "private, max-age=3600"}
