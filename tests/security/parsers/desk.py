"""What reaches the local interface and the checks of this machine."""

import logging

from starlette.datastructures import Headers
from tests.security.checks.machine import MACHINES, NOW
from tests.security.parsers.parser import LIST, Parser

from panoh.security.checks import CHECKS
from panoh.security.checks.looking import LIMIT, Everything, Seen, _bounded
from panoh.security.phone.mvt import MvtUnreadable, result_of
from panoh.security.wording import worded
from panoh.web.uploads import sent_file, words_of

BOUNDARY = "panoh-0123456789"


def sent_form() -> Parser:
    """A form that is malformed is a ValueError, which the interface answers with 400."""
    part = (
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="list"; filename="a.csv"\r\n'
        f"Content-Type: text/csv\r\n\r\n{LIST}\r\n--{BOUNDARY}\r\n"
        f'Content-Disposition: form-data; name="source"\r\n\r\nniso\r\n--{BOUNDARY}--\r\n'
    ).encode()
    logging.getLogger("python_multipart").setLevel(logging.CRITICAL)
    several = Headers({"content-type": f"multipart/form-data; boundary={BOUNDARY}"})

    def call(data: bytes) -> None:
        text = data.decode("latin-1")
        one = Headers({"x-form": text, "x-file-name": text})
        own = Headers({"content-type": text.partition("\n")[0]})
        for headers in (several, one, own):
            try:
                sent_file(headers, data)
            except ValueError:
                continue
        try:
            words_of(data.decode("utf-8"))
        except ValueError:
            return

    return Parser(call, [part, b"who=%D0%97&why=&page=2", b"multipart/form-data; boundary=x"])


def phone_result() -> Parser:
    """Either file of MVT, as bytes; what is read is told as well."""
    alert = '{"level": "HIGH", "module": "sms", "message": "Found", "event": {"a": [1, null]}}'
    info = b'{"mvt_version": "2026.10.26", "date": "2026-11-20T10:00:00", "ioc_files": ["a.stix2"]}'

    def call(data: bytes) -> None:
        for alerts, lists in ((data, None), (data, info), (None, data)):
            try:
                told = result_of(alerts, lists)
            except MvtUnreadable:
                continue
            assert told.result in ("fail", "unknown")
            for each in told.evidence:
                worded(each, str)

    return Parser(call, [f"[{alert}, {alert}]".encode(), b"[]", info])


def machine() -> Parser:
    """One reading of a machine, both named in the first line, as a program or file gave it."""
    seeds = {
        f"{which} {name}\n{seen.text}"[:4000].encode()
        for which, each in MACHINES.items()
        for name, seen in each.everything.items()
    }

    def call(data: bytes) -> None:
        first, _, text = data.partition(b"\n")
        which, _, name = first.decode("utf-8", "replace").partition(" ")
        base = MACHINES.get(which, MACHINES["debian_12_laptop"]).everything
        seen = _bounded(text * (1 + len(text) // LIMIT))
        changed = Everything({**base, name: Seen(seen.text, seen.state)})
        for check in CHECKS:
            check.judge(changed, NOW)

    return Parser(call, sorted(seeds))
