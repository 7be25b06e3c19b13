"""Identifiers: an entity is 16 random bytes, a statement the SHA-256 of its leaf, both as hex."""

import re
import secrets
from typing import ClassVar

from panoh.model.errors import PanohError

ENTITY_PATTERN = re.compile(r"[0-9a-f]{32}")
STATEMENT_PATTERN = re.compile(r"[0-9a-f]{64}")


class IdMalformed(PanohError):
    """A text that should name an entity or a statement does not."""

    code: ClassVar[str] = "id-malformed"
    message: ClassVar[str] = "This is not the identifier of a record."
    hint: ClassVar[str] = "Copy it whole from a list; the first eight characters are enough there."
    exit_status: ClassVar[int] = 30


def new_entity() -> str:
    """A fresh entity identifier: 128 random bits as 32 hex digits."""
    return secrets.token_hex(16)


def check_entity(text: str) -> str:
    """`text` if it is an entity identifier; raises `IdMalformed`."""
    if not ENTITY_PATTERN.fullmatch(text):
        raise IdMalformed
    return text
