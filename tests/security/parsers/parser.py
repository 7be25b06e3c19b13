"""What a fuzzer needs of a parser, and keys and words that several of them begin with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from nacl.signing import SigningKey

from panoh.age import HybridIdentity, X25519Identity
from panoh.intake.spreadsheet.errors import ListRefused
from panoh.model.errors import PanohError

PanohErrors = (PanohError, ListRefused)
KEY, HYBRID, SIGNING = X25519Identity.generate(), HybridIdentity.generate(), SigningKey.generate()
LIST = "Ному насаб;Соли таваллуд;Чӣ шуд\nЗарина Саломова;1969;30.09.2023 дастгир шуд\n"


@dataclass(frozen=True)
class Parser:
    """What is called, and the honest bytes that mutations begin with."""

    call: Callable[[bytes], object]
    seeds: Sequence[bytes]


class Finished(Exception):
    """A parser that holds things open wants to be made anew."""


def of_text(call: Callable[[str], object]) -> Callable[[bytes], object]:
    return lambda data: call(data.decode("utf-8", "replace"))
