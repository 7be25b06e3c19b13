"""What the first statement of a vault says for ever: the public half of its recovery identity."""

from collections.abc import Iterable

from panoh.vault.control import Genesis, parse
from panoh.vault.index import Leaf


def recovery_recipient(leaves: Iterable[Leaf]) -> str:
    """The age recipient of the recovery identity, as the first of a vault's leaves tells it."""
    statements = (parse(leaf.body) for leaf in leaves if leaf.tag == "c" and leaf.body)
    return next(each.recovery for each in statements if isinstance(each, Genesis))
