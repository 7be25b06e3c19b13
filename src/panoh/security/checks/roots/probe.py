"""What is read: the folders into which root certificates are put, and orders to the browsers."""

from panoh.security.checks.looking import File, Files, Names, Reading

#: One of these exists on every system whose store is kept as on Debian, Fedora or Arch.
_STORES = (
    "/usr/local/share/ca-certificates",
    "/etc/pki/ca-trust/source/anchors",
    "/etc/ca-certificates/trust-source/anchors",
    "/etc/pki/trust/anchors",
)
_MORE = (
    "/usr/share/pki/ca-trust-source/anchors",
    "/usr/share/ca-certificates/trust-source/anchors",
    "/usr/share/pki/trust/anchors",
)

PROBE: tuple[Reading, ...] = (
    Names("store", _STORES),
    Files("added", tuple(f"{each}/{deep}" for each in (*_STORES, *_MORE) for deep in ("*", "*/*"))),
    File("chosen", ("/etc/ca-certificates.conf",)),
    Files(
        "policies",
        (
            "/etc/firefox/policies/policies.json",
            "/usr/lib/firefox/distribution/policies.json",
            "/usr/lib/firefox-esr/distribution/policies.json",
            "/etc/opt/chrome/policies/managed/*.json",
            "/etc/chromium/policies/managed/*.json",
        ),
    ),
)
