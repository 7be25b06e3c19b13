"""Splitting the recovery key among people by the SLIP-39 standard, by default 3 of 5.

Each share is 33 words on paper; fewer shares than needed say nothing about the key. No passphrase
is used. That the right key came out is seen from a public verifier or by opening the vault.
What is done here does not run in constant time.
"""

from panoh.shares.combine import combine, enough, secret_of, seed_of
from panoh.shares.entry import Entry
from panoh.shares.errors import (
    ShareLengthWrong,
    ShareMalformed,
    ShareMisread,
    SharesAltered,
    SharesCount,
    SharesError,
    SharesGroups,
    SharesMixed,
    SharesOfAnotherKey,
    ShareTwice,
    SplitRefused,
    WordMisread,
    WordUnknown,
)
from panoh.shares.share import WORDS, Head, Share
from panoh.shares.sheet import Sheet, sheets
from panoh.shares.split import split, split_among_groups
from panoh.shares.verifier import grouped, verifier_of

__all__ = [
    "WORDS",
    "Entry",
    "Head",
    "Share",
    "ShareLengthWrong",
    "ShareMalformed",
    "ShareMisread",
    "ShareTwice",
    "SharesAltered",
    "SharesCount",
    "SharesError",
    "SharesGroups",
    "SharesMixed",
    "SharesOfAnotherKey",
    "Sheet",
    "SplitRefused",
    "WordMisread",
    "WordUnknown",
    "combine",
    "enough",
    "grouped",
    "secret_of",
    "seed_of",
    "sheets",
    "split",
    "split_among_groups",
    "verifier_of",
]
