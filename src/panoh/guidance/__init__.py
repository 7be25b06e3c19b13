"""What now? Situations a person may be in, with their first hour to first week, as data.

Nothing is read, written or asked here, and nothing has to be recorded first: a page or a command
prints a situation as it stands, also while the vault is locked. Everything people read is a msgid.

    situation.py    what a situation, a step and a fact are; the headings they stand under
    areas.py        the areas of the program a situation can lead to
    sources.py      the public pages that facts rest on, each with when it was looked up
    facts.py        the facts: who answers, which deadline runs, what is not confirmed
    situations/     one module per situation
"""

from panoh.guidance.areas import AREAS
from panoh.guidance.situation import Fact, Situation, Source, Step
from panoh.guidance.situations import SITUATIONS

__all__ = ["AREAS", "SITUATIONS", "Fact", "Situation", "Source", "Step"]
