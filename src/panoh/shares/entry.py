"""One share while somebody types it: each word is checked as soon as it can be."""

from collections.abc import Sequence

from panoh.shares.combine import check_together
from panoh.shares.errors import SharesMixed
from panoh.shares.share import HEAD_WORDS, WORDS, Head, Share
from panoh.shares.words import value_of

#: The identifier of the set stands in these first words.
_SET_WORDS = 2


class Entry:
    """A share of a recovery key that grows word by word, beside the shares already given."""

    def __init__(self, before: Sequence[Share] = ()) -> None:
        self._before = [share.head for share in before]
        self._values: list[int] = []

    @property
    def number(self) -> int:
        """The number of the next word, from 1; one more than there are words when all are there."""
        return len(self._values) + 1

    @property
    def whole(self) -> bool:
        """Whether all words are there."""
        return len(self._values) == WORDS

    def add(self, word: str) -> None:
        """Take the next word; a word that is refused is not kept.

        Raises WordUnknown; SharesMixed after the second or fourth word and ShareTwice after the
        fourth when the share does not go with those before.
        """
        values = [*self._values, value_of(word, self.number)]
        self._check(values)
        self._values = values

    def replace(self, number: int, word: str) -> None:
        """Put another word in the place of the `number`th; raises WordUnknown."""
        self._values[number - 1] = value_of(word, number)

    def share(self) -> Share:
        """The share, once it is whole.

        Raises ShareMisread, WordMisread, ShareMalformed; SharesMixed, ShareTwice.
        """
        share = Share.from_values(self._values)
        check_together([*self._before, share.head])
        return share

    def _check(self, values: list[int]) -> None:
        if not self._before:
            return
        if len(values) == _SET_WORDS and values != self._before[0].values()[:_SET_WORDS]:
            raise SharesMixed
        if len(values) == HEAD_WORDS:
            check_together([*self._before, Head.parse(values)])
