"""The judgements that ship with the example, made through the same door as a person's."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from panoh.casebook.index.reading import root_of, view_of
from panoh.casebook.judge import judge, judge_all
from panoh.casebook.record import Case
from panoh.demo.files import read
from panoh.demo.rows import Taken
from panoh.model.kinds.judging import SAME

Place = Mapping[str, Any]


def judge_people(case: Case, taken: Taken) -> int:
    """Judge the pairs of rows; returns how many judgements were made."""
    told = read("judgements.json")["persons"]
    db = case.vault.db
    for each in told:
        a, b = taken.harmed(db, each["a"]), taken.harmed(db, each["b"])
        judge(case, a, b, each["verdict"], each["why"])
    return len(told)


def judge_exiles(case: Case, taken: Taken) -> dict[str, str]:
    """Join the rows that name one exile; returns an entity for each exile."""
    db, found = case.vault.db, {}
    for each in read("judgements.json")["exiles"]:
        places = [{"list": letter, "row": row} for letter in ("a", "b") for row in each[letter]]
        first, *others = [taken.exile(db, place) for place in places]
        judge_all(case, [(first, other) for other in others], each["verdict"], each["why"])
        found[each["exile"]] = first
    return found


def judge_acts(case: Case, taken: Taken) -> int:
    """Say which acts of joined rows are one act told twice; returns how many pairs were joined."""
    pairs: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for each in read("judgements.json")["acts"]:
        if each["same"] is None:
            continue
        verdict = SAME if each["same"] else "different"
        pairs[verdict].extend(_of_one_type(case, taken, each["a"], each["b"]))
    for verdict, told in pairs.items():
        judge_all(case, told, verdict, "as the example decides")
    return len(pairs[SAME])


def _of_one_type(case: Case, taken: Taken, a: Place, b: Place) -> list[tuple[str, str]]:
    db = case.vault.db
    ours, theirs = _by_type(db, taken.acts(db, a)), _by_type(db, taken.acts(db, b))
    return [(ours[type_], theirs[type_]) for type_ in sorted(ours.keys() & theirs.keys())]


def _by_type(db: Any, acts: Sequence[str]) -> dict[str, str]:
    return {view_of(db, act).told("type")[0].value: root_of(db, act) for act in acts}
