"""An item: a file in the vault, where it came from and what generation it is."""

from typing import Annotated

import msgspec

from panoh.model.kinds.field import Field
from panoh.model.messages import mark as _


class Part(msgspec.Struct, frozen=True):
    """One sealed part of a file: the name of its object and the bytes of plaintext in it."""

    object: str
    size: int


class Item(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A stored file. `digest` is the SHA-256 of all its bytes, `size` their number."""

    digest: Annotated[str, Field(_("SHA-256"))] = ""
    size: Annotated[int, Field(_("Bytes"))] = 0
    unit: Annotated[str, Field(_("Unit of erasure"))] = ""
    parts: Annotated[tuple[Part, ...], Field(_("Parts"))] = ()
    media_type: Annotated[str, Field(_("Type"))] = ""
    name: Annotated[str, Field(_("Original name"))] = ""
    acquired: Annotated[str, Field(_("How acquired"), free=True)] = ""
    from_whom: Annotated[str, Field(_("From whom"), free=True)] = ""
    generation: Annotated[str, Field(_("Generation"))] = ""
    derived_from: Annotated[str, Field(_("Derived from"), ref="item")] = ""
