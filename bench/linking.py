"""Recognising people: made-up lists of 10,000 people, and real lists of victims where they lie.

`python bench/linking.py [--quick]`. The real lists are two releases of one official list of people
killed in Gaza; the same person has the same key in both. They are not part of the project: they
are read from `PANOH_DATA/gaza-lists`, by default `../shared/data/gaza-lists`, and only figures are
printed. Their names have up to four parts: given, father's, grandfather's, family.
"""

import argparse
import csv
import logging
import os
import re
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.analysis.figures import features_of
from tests.analysis.lists import two_lists

from panoh.analysis.same.blocking import candidates
from panoh.analysis.same.features import Features, Kin
from panoh.analysis.same.propose import compare_all
from panoh.casebook.pairs import LIKELY, Proposal
from panoh.model.names import NameParts

PRECISION, SIBLINGS = 0.98, 0.02
#: Splink's recall on these lists where its precision is 0.99, Arabic names made alike.
RECALL = 0.605
#: Pairs compared in a CPU second: 10,000 people in less than a minute.
PAIRS = 10_000
#: First or middle words of a name that belong to the next.
_LEADING = re.compile(r"(?<!\S)(عبد|ابو|أبو|ابن|بن|آل|ال|ام|أم)\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody on a list: the key that is the truth, and who their siblings share names with."""

    key: str
    family: tuple[str, ...]
    features: Features


def main() -> None:
    """Measure and print one line per figure."""
    parser = argparse.ArgumentParser(description="recognising people in lists")
    parser.add_argument("--quick", action="store_true", help="a small run, for a first look")
    quick = parser.parse_args().quick
    figures = made_up(2_000 if quick else 10_000)
    folder = Path(os.environ.get("PANOH_DATA", "../shared/data")) / "gaza-lists"
    if folder.is_dir():
        figures += real(folder, 4 if quick else 1)
    else:
        print(f"skipped: {folder} is absent; PANOH_DATA names the folder that holds gaza-lists")
    print("\n".join(figures))


def made_up(count: int) -> list[str]:
    """People of many families, mixed into two lists."""
    entries: list[Entry] = []
    seed = 0
    while len(entries) < count:
        lists = two_lists(seed)
        for row in lists.rows:
            who = lists.people[row.who]
            family = () if who.parent is None else (str(seed), str(who.parent))
            features = features_of(row, str(len(entries)))
            entries.append(Entry(f"{seed} {row.who}", family, features))
        seed += 1
    return _measured("made-up", entries[:count])


def real(folder: Path, every: int) -> list[str]:
    """Both lists as one; every person, or every n-th by key."""
    entries = [
        entry
        for name in ("listB.csv", "listC.csv")
        for entry in _read(folder / name)
        if int(entry.key[1:]) % every == 0
    ]
    entries = [
        Entry(each.key, each.family, _rooted(each.features, str(number)))
        for number, each in enumerate(entries)
    ]
    if find_spec("splink") is None:
        print("left out: the comparison with Splink, which is not installed")
    else:
        beside_splink(entries)
    return _measured("real", entries, recall=RECALL)


def beside_splink(entries: Sequence[Entry]) -> None:
    """What Splink finds in the same lists with its library's own comparisons."""
    import pyarrow as pa
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    parts = ("given", "father", "grandfather", "family")
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            *(cl.JaroWinklerAtThresholds(part, [0.92, 0.8]) for part in parts),
            cl.LevenshteinAtThresholds("born", 1),
            cl.ExactMatch("sex"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("given", "father"), block_on("given", "family", "born"),
            block_on("father", "family"), block_on("given", "grandfather", "family"),
        ],
    )  # fmt: skip
    start = time.perf_counter()
    table = pa.Table.from_pylist([_columns(each, parts) for each in entries])
    linker = Linker(DuckDBAPI().register(table), settings, log_level=logging.ERROR)
    linker.training.estimate_probability_two_random_records_match(
        [block_on("given", "father", "grandfather", "family")], recall=0.6
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    for rule in (block_on("given", "father"), block_on("family", "born")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule, max_pairs=1e6)
    found = linker.inference.predict(threshold_match_probability=0.95).as_record_list()
    seconds = time.perf_counter() - start
    likely = [(entries[each["unique_id_l"]], entries[each["unique_id_r"]]) for each in found]
    right = sum(a.key == b.key for a, b in likely)
    siblings = sum(a.key != b.key and a.family == b.family for a, b in likely)
    print(
        f"Splink at 0.95: {len(likely)} pairs in {seconds:.1f} s, precision"
        f" {right / len(likely):.4f}, recall {right / _true_pairs(entries):.3f}, siblings"
        f" {siblings / len(likely):.4f}"
    )


def _columns(entry: Entry, parts: Sequence[str]) -> dict[str, object]:
    name, born = entry.features.names[0], entry.features.born
    grandfather = entry.features.kin[0].name.given if entry.features.kin else ()
    words = (name.given, name.father, grandfather, name.surname)
    return {
        "unique_id": int(entry.features.root),
        **{part: "".join(word) or None for part, word in zip(parts, words, strict=True)},
        "born": str(born[0][1].year) if born else None,
        "sex": next(iter(entry.features.sex), None),
    }


def _read(path: Path) -> Iterator[Entry]:
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), start=2):
            words = _LEADING.sub(r"\1", row["name"]).split()
            yield Entry(
                row["pid"],
                tuple(words[1:]),
                Features(
                    root="",
                    names=(_parts(words),),
                    written=(),
                    sex=frozenset({row["sex"]} - {""}),
                    born=_born(row["age"]),
                    places=frozenset(),
                    kin=_grandfather(words),
                    acted=(),
                    rows=frozenset({(path.name, number)}),
                    harmed=True,
                ),
            )


def _parts(words: Sequence[str]) -> NameParts:
    given, *rest = words
    father, family = rest[:1] if len(rest) > 1 else (), rest[-1:]
    return NameParts((given,), tuple(father), tuple(family))


def _grandfather(words: Sequence[str]) -> tuple[Kin, ...]:
    """Four parts name the grandfather: a relative, by whose name a family is told from another."""
    return (Kin(NameParts((words[2],)), "grandchild"),) if len(words) == 4 else ()


def _born(age: str) -> tuple[tuple[date, date], ...]:
    """The year in which somebody of this age was born, or the year before."""
    if not age:
        return ()
    year = 2024 - int(float(age))
    return ((date(year - 1, 9, 1), date(year, 8, 31)),)


def _rooted(features: Features, root: str) -> Features:
    return Features(root, *(getattr(features, name) for name in Features.__slots__[1:]))


def _measured(name: str, entries: Sequence[Entry], recall: float | None = None) -> list[str]:
    people = [each.features for each in entries]
    start = time.process_time()
    pairs = len(candidates(people))
    blocked = time.process_time()
    found = list(compare_all(people))
    seconds = time.process_time() - blocked
    speed = pairs / seconds
    likely = [_ends(each, entries) for each in found if each.level == LIKELY]
    right = sum(a.key == b.key for a, b in likely)
    siblings = sum(a.key != b.key and a.family == b.family != () for a, b in likely)
    truth = _true_pairs(entries)
    either = sum(a.key == b.key for a, b in (_ends(each, entries) for each in found))
    print(
        f"{name}: {len(entries)} entries, {pairs} pairs to compare, found in"
        f" {blocked - start:.1f} s, compared in {seconds:.1f} s of CPU; {len(likely)} likely,"
        f" {len(found) - len(likely)} possible; of {truth} true pairs likely {right / truth:.3f},"
        f" likely or possible {either / truth:.3f}"
    )
    precision, share = right / max(1, len(likely)), siblings / max(1, len(likely))
    figures = [
        figure(f"{name}-precision", f"{precision:.4f}", PRECISION, ok=precision >= PRECISION),
        figure(f"{name}-siblings", f"{share:.4f}", SIBLINGS, ok=share <= SIBLINGS),
        figure(f"{name}-pairs-per-second", f"{speed:.0f}", PAIRS, ok=speed >= PAIRS),
    ]
    if recall is not None:
        reached = right / truth
        figures.append(figure(f"{name}-recall", f"{reached:.3f}", recall, ok=reached >= recall))
    return figures


def _ends(proposal: Proposal, entries: Sequence[Entry]) -> tuple[Entry, Entry]:
    return entries[int(proposal.a)], entries[int(proposal.b)]


def _true_pairs(entries: Sequence[Entry]) -> int:
    counts: dict[str, int] = {}
    for each in entries:
        counts[each.key] = counts.get(each.key, 0) + 1
    return sum(count * (count - 1) // 2 for count in counts.values())


def figure(name: str, value: str, bar: float, *, ok: bool) -> str:
    """Return the line that tells whether a figure reaches its bar."""
    return f"figure linking-{name} {value} bar {bar} {'ok' if ok else 'short'}"


if __name__ == "__main__":
    main()
