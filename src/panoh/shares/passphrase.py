"""A passphrase to suggest: words that are easily read, written and told apart."""

import secrets

from panoh.shares.words import wordlist

#: Six of 1024 words are 60 bits; with what a try costs, nobody guesses them.
WORDS = 6


def suggested(words: int = WORDS) -> str:
    """Random words, one space between them."""
    return " ".join(secrets.choice(wordlist()) for _ in range(words))
