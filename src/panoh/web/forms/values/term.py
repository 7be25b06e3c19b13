"""A term of a thesaurus: chosen from a short list, or searched by its words in a long one."""

from functools import cache
from typing import ClassVar

from panoh.model.errors import PanohError
from panoh.model.languages import LANGUAGES
from panoh.model.messages import translator
from panoh.model.thesauri import THESAURI, Thesaurus
from panoh.web.forms.values.codec import Codec, Texts

#: A list longer than this is searched.
SHORT = 20


class TermUnknown(PanohError):
    """The words name none of the terms, or more than one."""

    code: ClassVar[str] = "term-not-listed"
    message: ClassVar[str] = "This is none of the words in the list, or it names more than one."
    hint: ClassVar[str] = "Choose one of those shown, or leave it empty."


def codec(thesaurus: Thesaurus, *, many: bool) -> Codec:
    """The codec of one thesaurus."""
    searched = len(thesaurus.terms) > SHORT

    def show(value: str, language: str) -> Texts:
        return {"": thesaurus.label(value, translator(language)) if searched else value}

    def read(texts: Texts, language: str) -> str | None:
        text = texts.get("", "").strip()
        return term_of(thesaurus, text, language) if text else None

    widget = "search" if searched else "checks" if many else "choice"
    return Codec(widget, ("",), show, read)


def term_of(thesaurus: Thesaurus, text: str, language: str) -> str:
    """The code that a text means: a code, a label in any language, or words that name one term."""
    if text in thesaurus.terms:
        return text
    typed = text.casefold()
    for code in (language, *LANGUAGES):
        found = _labels(thesaurus.name, code).get(typed)
        if found:
            return found
    named = thesaurus.recognise(text)
    if len(named) != 1:
        raise TermUnknown
    return named[0].code


@cache
def _labels(thesaurus: str, language: str) -> dict[str, str]:
    terms = next(each.terms for each in THESAURI if each.name == thesaurus)
    say = translator(language)
    # Of two terms with one label the first is meant: the list shows it first.
    return {say(term.label).casefold(): term.code for term in reversed(list(terms.values()))}
