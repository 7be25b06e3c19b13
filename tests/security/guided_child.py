"""Feeds parsers with bytes that each reach something new in them; run by the guided fuzz tests.

guided_child.py PARSER SECONDS FOLDER: PARSER is one of the registry, `together` for all of them
in turn, or `planted` for one with a fault in it. The corpus begins with the honest seeds and grows
in the folder; an input at fault is left there as `crash-…`, and the process does not end with 0.
Half of the mutations are libFuzzer's own, half those that know lines, numbers and JSON.
"""

import random
import resource
import sys
import warnings
from contextlib import suppress
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["panoh"]):
    from tests.security.mutations import mutated
    from tests.security.parsers import PARSERS, Finished, PanohErrors, Parser

MEMORY, SLOW, LONGEST = 3 << 30, 20, 1 << 16


def stumble(data: bytes) -> None:
    """Nobody guesses this by chance; one step after the other it is found at once."""
    if data[:1] != b"p":
        return
    if data[1:2] != b"a":
        return
    if data[2:3] != b"n":
        return
    raise ZeroDivisionError


STUMBLE = atheris.instrument_func(stumble)


def planted() -> Parser:
    return Parser(STUMBLE, [b"a stone"])


def together() -> Parser:
    """The first byte says which parser gets the rest."""
    made = {name: make() for name, make in PARSERS.items()}
    names = list(made)

    def call(data: bytes) -> None:
        name = names[data[0] % len(names)] if data else names[0]
        try:
            made[name].call(data[1:])
        except Finished:
            made[name] = PARSERS[name]()

    seeds = [bytes([n]) + seed for n, name in enumerate(names) for seed in made[name].seeds]
    return Parser(call, seeds)


def main() -> None:
    name, seconds, folder = sys.argv[1:]
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    warnings.simplefilter("ignore")
    make = {**PARSERS, "together": together, "planted": planted}[name]
    parser, kept = make(), int(name == "together")
    corpus = Path(folder) / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(parser.seeds):
        (corpus / f"seed-{number}").write_bytes(seed)

    def one(data: bytes) -> None:
        nonlocal parser
        try:
            with suppress(*PanohErrors):
                parser.call(data)
        except Finished:
            parser = make()

    def changed(data: bytes, longest: int, seed: int) -> bytes:
        draw = random.Random(seed)  # noqa: S311 - libFuzzer draws the seed
        if draw.random() < 0.5:
            return bytes(atheris.Mutate(data, longest))
        return (data[:kept] + mutated([data[kept:]], draw))[:longest]

    limits = [f"-max_total_time={seconds}", f"-timeout={SLOW}", f"-max_len={LONGEST}"]
    limits += [f"-artifact_prefix={folder}/", "-rss_limit_mb=0"]
    atheris.Setup([sys.argv[0], *limits, str(corpus)], one, custom_mutator=changed)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
