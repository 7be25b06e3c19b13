"""What the pages say; like the messages they name no cause, place, group or program."""

from collections.abc import Mapping
from functools import cache
from types import SimpleNamespace

from starlette.requests import Request

from panoh.checkin import Reason
from panoh.checkin.events import Answer
from panoh.model.languages import LANGUAGES
from panoh.model.messages import mark as _
from panoh.model.messages import translator

_WORDS = {
    "service": _("Service"),
    "running": _("This service is running."),
    "not_well": _("This service is having trouble."),
    "says_nothing": _("Nothing about anybody can be seen here."),
    "unknown": _("There is nothing to answer here"),
    "unknown_more": _(
        "This link is not in use, or what it asked is over. If you came from a message, look "
        "whether there is a newer one."
    ),
    "answer": _("Your answer"),
    "looking": _("Opening this page has said nothing yet."),
    "own_program": _("No PIN is taken here. Answer with your own program, which signs for you."),
    "pin": _("PIN"),
    "well": _("I am here"),
    "more": _("Pause, or end a pause"),
    "days": _("For how many days? At most {most}."),
    "pause": _("Expect nothing from me until then"),
    "resume": _("Expect me again"),
    "no_more": _("Nothing more is expected from you here."),
    "pause_told": _("The first people on your list are told that nothing is expected."),
    "wrong_pin": _("This PIN is not right"),
    "wrong_pin_more": _("Nothing has been noted. Please try again."),
    "too_often": _("Too many tries"),
    "too_often_more": _(
        "Nothing has been noted. Please wait an hour, then try again. What your own program "
        "signs is still taken."
    ),
    "stale": _("This page has been open for too long"),
    "stale_more": _("Nothing has been noted. Go back, and answer on the fresh page."),
    "busy": _("Too much at once"),
    "busy_more": _("Nothing has been noted. Please try again in a minute."),
    "counts_from": _("It counts from {time}."),
    "next_between": _("The next answer is expected between {start} and {end}."),
    "nothing_until": _("Nothing is expected until {time}."),
    "being_asked": _(
        "The people you named are being asked. One of them has to speak with you and bring this "
        "to an end."
    ),
    "asked": _("You are asked: {reference}"),
    "open_plan": _(
        "Somebody who chose you for this may need you. Look at what you agreed on, then answer. "
        "Nobody sees that you looked."
    ),
    "take": _("I take it"),
    "take_more": _(
        "You find out how this person is, as you agreed. The others are told that somebody does."
    ),
    "cannot": _("I cannot"),
    "cannot_more": _("Others are asked at once. You need not say why."),
    "you_took": _("You have taken it."),
    "now_what": _(
        "Find out how this person is, as you agreed. When you know, say so below. If you cannot go "
        "on, say that too: others are asked at once."
    ),
    "in_secret": _(
        "This was asked in secret. The person may not be able to speak freely: let nobody see "
        "that you know."
    ),
    "another_took": _("Somebody has taken it. You can take it as well."),
    "you_cannot": _("You have said that you cannot. You can still take it."),
    "says_safe": _(
        "An answer has come after all. It proves little: speak with the person yourself."
    ),
    "sealed": _("Save what was left for you"),
    "sealed_more": _("It is sealed. Open it with the key that was given to you for it."),
    "over": _("Is it over?"),
    "over_more": _("Speak with the person yourself before you say so. Your word stands with it."),
    "why": _("Why is it over?"),
    "close": _("It is over"),
    "closing": _("Somebody has said that it is over. If you are sure as well, say so here."),
    "back": _("Back"),
}

ANSWERS: Mapping[Answer, str] = {
    Answer.DONE: _("Noted"),
    Answer.EARLY: _("It is too early for this to count"),
    Answer.NOT_WATCHED: _("Nothing is expected of you here"),
    Answer.NO_ALARM: _("This is over already"),
    Answer.AGAIN: _("This has been noted already"),
    Answer.SECOND_NEEDED: _("Noted; a second person has to say so as well"),
    Answer.TOO_LONG: _("This is longer than your plan allows"),
}

REASONS: Mapping[Reason, str] = {
    Reason.REACHED: _("I, or somebody I trust, have spoken with the person."),
    Reason.ACTING: _("It is known what happened, and others act on it."),
    Reason.MISTAKE: _("It began by mistake."),
    Reason.DRILL: _("It was an exercise."),
}


class Words(SimpleNamespace):
    """The words of one language, by name."""


@cache
def words(language: str) -> Words:
    """All words of the pages in a language."""
    say = translator(language)
    return Words(
        **{name: say(text) for name, text in _WORDS.items()},
        answers={answer: say(text) for answer, text in ANSWERS.items()},
        reasons={reason: say(text) for reason, text in REASONS.items()},
    )


def language_of(request: Request, otherwise: str = "") -> str:
    """The language chosen on the page, else that of the plan, else what the browser asks for."""
    for code in (request.query_params.get("l", ""), otherwise):
        if code in LANGUAGES:
            return code
    for part in request.headers.get("accept-language", "")[:200].split(","):
        code = part.partition(";")[0].partition("-")[0].strip().lower()
        if code in LANGUAGES:
            return code
    return "en"
