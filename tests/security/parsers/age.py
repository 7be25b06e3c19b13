"""The age format: headers, files, armour, keys."""

from tests.security.parsers.parser import HYBRID, KEY, PanohErrors, Parser, of_text

from panoh.age import HybridIdentity, ScryptRecipient, X25519Identity, decrypt, encrypt
from panoh.age.armor import armor, dearmor
from panoh.age.format import parse_header


def age_header() -> Parser:
    seeds = [encrypt(b"text", [one]) for one in (KEY.recipient(), HYBRID.recipient())]
    return Parser(parse_header, [*seeds, encrypt(b"", [KEY.recipient()] * 3)])


def age_file() -> Parser:
    return Parser(lambda data: decrypt(data, [KEY, HYBRID]), age_header().seeds)


def age_passphrase() -> Parser:
    # Nobody's passphrase may ask for more work than is allowed: opened, the bound is in the header.
    return Parser(parse_header, [encrypt(b"text", [ScryptRecipient("words", work_factor=2)])])


def age_armor() -> Parser:
    return Parser(dearmor, [armor(age_header().seeds[0]), armor(b"")])


def age_keys() -> Parser:
    def call(text: str) -> None:
        for kind in (X25519Identity, HybridIdentity, type(KEY.recipient())):
            try:
                kind.parse(text)
            except PanohErrors:
                continue

    return Parser(
        of_text(call), [str(KEY).encode(), str(HYBRID).encode(), str(KEY.recipient()).encode()]
    )
