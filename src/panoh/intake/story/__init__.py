"""A story in somebody's own words: what it may say, each proposal with the words that prompted it.

Nothing here decides or saves. What a story proposes is shown to a person, who takes it, changes
it, or leaves it unknown.
"""

from panoh.intake.story.finding import Story, find_story
from panoh.intake.story.found import DOER, PRESSURED, ROLES, VICTIM, Found, Person, Words
from panoh.intake.story.language import language_of
from panoh.intake.story.telling import Happened, Somebody, Told, statements
from panoh.intake.story.undoing import is_taken_back, saved, take_back

__all__ = [
    "DOER",
    "PRESSURED",
    "ROLES",
    "VICTIM",
    "Found",
    "Happened",
    "Person",
    "Somebody",
    "Story",
    "Told",
    "Words",
    "find_story",
    "is_taken_back",
    "language_of",
    "saved",
    "statements",
    "take_back",
]
