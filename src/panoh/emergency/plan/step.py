"""A task that every plan for a situation has."""

from dataclasses import dataclass

from panoh.model.thesauri import SCENARIOS

ALL = tuple(SCENARIOS.terms)


@dataclass(frozen=True, slots=True)
class Step:
    """One task: its code, when it is due (a term of TIMES), who does it (a term of PARTS)."""

    code: str
    at: str
    text: str
    part: str = "coordinator"
    scenarios: tuple[str, ...] = ALL
