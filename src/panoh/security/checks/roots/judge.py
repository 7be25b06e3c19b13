"""Judges what was added. Whether it is harmful only a person can say: its name is shown."""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterator
from datetime import datetime

from panoh.model.messages import mark as _
from panoh.security.checks.check import Judged, failed, passed, together, unknown
from panoh.security.checks.looking import Everything, Seen, State

_PEM = re.compile(r"-----BEGIN (?:TRUSTED )?CERTIFICATE-----(.*?)-----END", re.DOTALL)
#: How a name stands in a certificate: the number of "common name" or "organisation", then a text.
_NAMES = re.compile(rb"\x06\x03\x55\x04[\x03\x0a][\x0c\x13\x14\x16]([\x01-\x7f])")
_ORDERS = ("ImportEnterpriseRoots", '"Certificates"', "CACertificates", "CACertificateManagement")
_REMARKS = re.compile(r"^(README.*|.*\.txt)$")
_SHOWN = 8


def judge(seen: Everything, now: datetime) -> Judged:
    """The store of the system first, then orders to the browsers."""
    del now
    return together([_store(seen), _chosen(seen["chosen"]), _browsers(seen["policies"])])


def _store(seen: Everything) -> Judged:
    store, added = seen["store"], seen["added"]
    if not store.ok or not store.text.startswith("==> "):
        return unknown(_("We do not know where this system keeps its root certificates."))
    names = [name for name in store.text.splitlines()[1:] if not _REMARKS.match(name)]
    if added.state is State.ABSENT and not names:
        return passed(_("No root certificate was added to the system."))
    if not added.ok:
        return unknown(_("Something was added to the root certificates; it could not be read."))
    found = list(dict.fromkeys(_told(added.text)))
    if not found:
        return unknown(_("Something was added to the root certificates; it was not understood."))
    return failed(
        _("Added root certificates: {names}. Do you know who added them, and why?"),
        names="; ".join(found[:_SHOWN]),
    )


def _told(text: str) -> Iterator[str]:
    """For every certificate the names in it and the beginning of its SHA-256."""
    for body in _PEM.findall(text):
        try:
            der = base64.b64decode("".join(body.split()), validate=True)
        except (binascii.Error, ValueError):
            continue
        names = dict.fromkeys(
            der[match.end() : match.end() + match[1][0]].decode("utf-8", "replace")
            for match in _NAMES.finditer(der)
        )
        print_ = hashlib.sha256(der).hexdigest()[:16]
        yield f"{' / '.join(names) or '?'} ({print_})"


def _chosen(seen: Seen) -> Judged:
    """Debian's list of what is trusted: all of it comes from Mozilla unless somebody added more."""
    if seen.state is State.ABSENT:
        return passed(_("No root certificate was added to the system."))
    if not seen.ok:
        return unknown(_("The list of trusted root certificates could not be read."))
    lines = [line.strip() for line in seen.text.splitlines()]
    others = [line for line in lines if line and line[0] not in "#!" and line[:8] != "mozilla/"]
    if others:
        return failed(
            _("Added root certificates: {names}. Do you know who added them, and why?"),
            names="; ".join(others[:_SHOWN]),
        )
    return passed(_("No root certificate was added to the system."))


def _browsers(policies: Seen) -> Judged:
    if policies.state is State.ABSENT:
        return passed(_("No browser is told to trust others."))
    if not policies.ok:
        return unknown(_("Orders to the browsers could not be read."))
    if any(order in policies.text for order in _ORDERS):
        return failed(_("A browser is told to trust certificates that somebody added."))
    return passed(_("No browser is told to trust others."))
