"""A share is checked while it is typed: the earlier a mistake shows, the better."""

import pytest

from panoh.shares import Entry, Share, SharesMixed, ShareTwice, WordMisread, WordUnknown, split


def typed(mnemonic: str, before: list[Share] | None = None) -> Entry:
    entry = Entry(before or [])
    for word in mnemonic.split():
        entry.add(word)
    return entry


def test_a_share_is_whole_after_its_last_word_and_not_before(five: list[str]) -> None:
    entry = Entry()
    for number, word in enumerate(five[0].split(), 1):
        assert not entry.whole
        assert entry.number == number
        entry.add(word)
    assert entry.whole
    assert entry.share() == Share.parse(five[0])


def test_first_four_letters_are_enough(five: list[str]) -> None:
    assert typed(" ".join(word[:4] for word in five[0].split())).share() == Share.parse(five[0])


def test_a_word_that_is_no_word_is_not_kept(five: list[str]) -> None:
    entry = Entry()
    with pytest.raises(WordUnknown) as refused:
        entry.add("xyzzy")
    assert refused.value.values == {"number": 1}
    for word in five[0].split():
        entry.add(word)
    assert entry.share() == Share.parse(five[0])


def test_another_set_shows_after_two_words(five: list[str]) -> None:
    other = next(
        share
        for share in (split(bytes(32))[1] for _ in range(9))
        if share.split()[:2] != five[0].split()[:2]
    )
    entry = Entry([Share.parse(five[0])])
    entry.add(other.split()[0])
    with pytest.raises(SharesMixed):
        entry.add(other.split()[1])


def test_a_share_given_before_shows_after_four_words(five: list[str]) -> None:
    entry = Entry([Share.parse(five[0]), Share.parse(five[2])])
    words = five[2].split()
    for word in words[:3]:
        entry.add(word)
    with pytest.raises(ShareTwice) as refused:
        entry.add(words[3])
    assert refused.value.values == {"number": 3}


def test_a_misread_word_can_be_put_right_alone(five: list[str]) -> None:
    words = five[1].split()
    wrong = [*words[:20], "acid" if words[20] != "acid" else "acne", *words[21:]]
    entry = typed(" ".join(wrong), [Share.parse(five[0])])
    with pytest.raises(WordMisread) as refused:
        entry.share()
    number = refused.value.values["number"]
    assert number == 21
    entry.replace(21, words[20])
    assert entry.share() == Share.parse(five[1])


def test_putting_words_right_cannot_smuggle_in_another_set(five: list[str]) -> None:
    entry = typed(five[1], [Share.parse(five[0])])
    for number, word in enumerate(split(bytes(32), 4, 5)[1].split(), 1):
        entry.replace(number, word)
    with pytest.raises(SharesMixed):
        entry.share()
