"""Judges proxies, the servers that are asked for names, and the list of known names."""

import ipaddress
import re
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit

from panoh.model.messages import mark as _
from panoh.security.checks.check import Judged, failed, passed, together, unknown
from panoh.security.checks.looking import Everything, Seen, State
from panoh.security.checks.reading import settings

#: Servers that many people choose on purpose: Cloudflare, Google, Quad9, Mullvad, AdGuard.
_WELL_KNOWN = frozenset(
    map(
        ipaddress.ip_address,
        (
            "1.1.1.1", "1.0.0.1", "2606:4700:4700::1111", "2606:4700:4700::1001",
            "8.8.8.8", "8.8.4.4", "2001:4860:4860::8888", "2001:4860:4860::8844",
            "9.9.9.9", "149.112.112.112", "2620:fe::fe", "2620:fe::9",
            "194.242.2.2", "94.140.14.14", "94.140.15.15",
        ),
    )
)  # fmt: skip
#: Addresses that lead no further than this computer or the house it stands in.
_HOUSE = tuple(
    map(
        ipaddress.ip_network,
        (
            "127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16",
            "::1/128", "fc00::/7", "fe80::/10",
        ),
    )
)  # fmt: skip
_LINK = re.compile(r"^(?:Global|Link \d+ \(.*?\)):")
_OWN_NAMES = re.compile(
    r"^(localhost[\w.-]*|ip6-[a-z]+|broadcasthost|.*\.localdomain|.*\.local|.*\.lan|.*\.internal)$"
)
_SHOWN = 6


def judge(seen: Everything, now: datetime) -> Judged:
    """Three questions, of which any can fail the whole."""
    del now
    return together([*_proxies(seen), _hosts(seen), _names(seen)])


def _proxies(seen: Everything) -> Iterator[Judged]:
    for line in seen["proxies"].text.splitlines():
        address = _bare(line.partition("=")[2])
        yield failed(_("A proxy is set: {address}. Did you set it?"), address=address)
    mode = seen["proxy_mode"].text.strip().strip("'")
    if seen["proxy_mode"].ok and mode in ("manual", "auto"):
        address = _bare(seen["proxy_auto"].text.strip().strip("'")) if mode == "auto" else mode
        yield failed(_("A proxy is set: {address}. Did you set it?"), address=address)
    elif seen["proxy_mode"].ok and mode != "none":
        yield unknown(_("The settings of the proxy were not understood."))
    elif seen["proxy_mode"].state not in (State.OK, State.ABSENT, State.FAILED):
        yield unknown(_("The settings of the proxy could not be read."))
    kinds = [
        value
        for part, name, value in settings(seen["kde_proxy"].text)
        if (part, name) == ("proxy settings", "proxytype")
    ]
    if seen["kde_proxy"].ok and kinds and kinds[-1] not in ("0", ""):
        yield failed(_("A proxy is set: {address}. Did you set it?"), address="KDE")
    elif seen["kde_proxy"].state not in (State.OK, State.ABSENT):
        yield unknown(_("The settings of the proxy could not be read."))


def _bare(address: str) -> str:
    """The host and port only: a proxy's address may hold a name and a password."""
    text = address if "//" in address else f"//{address}"
    try:
        parts = urlsplit(text)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return "?"
    return f"{parts.hostname or '?'}{port}"


def _hosts(seen: Everything) -> Judged:
    if not seen["hosts"].ok or not seen["hosts"].text.strip():
        return unknown(_("The list of known names could not be read."))
    own = seen["hostname"].text.strip().casefold()
    strange = []
    for raw in seen["hosts"].text.splitlines():
        parts = raw.partition("#")[0].split()
        if not parts:
            continue
        try:
            address = ipaddress.ip_address(parts[0].partition("%")[0])
        except ValueError:
            return unknown(_("The list of known names was not understood."))
        if address.is_loopback or address.is_unspecified:
            continue  # a name that leads nowhere blocks advertisers and harms nobody
        names = [name for name in parts[1:] if not _own(name.casefold(), own)]
        strange += [f"{name} → {address}" for name in names]
    if strange:
        told = ", ".join(strange[:_SHOWN])
        return failed(_("Names are led elsewhere: {names}. Did you set this?"), names=told)
    return passed(_("No name is led elsewhere."))


def _own(name: str, own: str) -> bool:
    return bool(_OWN_NAMES.match(name)) or (own != "" and name.partition(".")[0] == own)


def _names(seen: Everything) -> Judged:
    servers = _servers(seen["resolv"], seen["resolved"])
    if not servers:
        return unknown(_("It cannot be seen which server is asked for names."))
    strange = [each for each in servers if not _expected(each)]
    if strange:
        told = ", ".join(map(str, strange[:_SHOWN]))
        return unknown(_("Names are asked for at {servers}. Do you know them?"), servers=told)
    told = ", ".join(map(str, servers[:_SHOWN]))
    return passed(_("Names are asked for at {servers}."), servers=told)


Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def _servers(resolv: Seen, resolved: Seen) -> list[Address]:
    """Whom this computer asks; empty where a line was not understood."""
    lines = [line.split() for line in resolv.text.splitlines()] if resolv.ok else []
    texts = [parts[1] for parts in lines if len(parts) > 1 and parts[0] == "nameserver"]
    if "127.0.0.53" in texts:
        # The system's own go-between; it says whom it asks itself.
        if not resolved.ok or not all(map(_LINK.match, filter(None, resolved.text.splitlines()))):
            return []
        texts = _asked_by_links(resolved.text)
    try:
        found = [ipaddress.ip_address(each.partition("%")[0].partition("#")[0]) for each in texts]
    except ValueError:
        return []
    return list(dict.fromkeys(found))


def _asked_by_links(text: str) -> list[str]:
    return [word for line in text.splitlines() for word in _LINK.sub("", line).split()]


def _expected(address: Address) -> bool:
    """From the house's own router or this computer, or chosen by many."""
    return address in _WELL_KNOWN or any(address in each for each in _HOUSE)
