"""What keeps a publication from being made."""

from typing import ClassVar

from panoh.model.errors import PanohError


class AdvocacyError(PanohError):
    """Anything that keeps a publication from being made or answered."""

    code: ClassVar[str] = "advocacy"
    exit_status: ClassVar[int] = 120


class NoText(AdvocacyError):
    """A publication without a text in the language wanted."""

    code = "no-text"
    message = "Nothing is written in this publication yet."
    hint = "Write its text first. Nothing was given out."
    exit_status = 121


class NoTitle(AdvocacyError):
    """A text without a title: nobody would know what they have in their hands."""

    code = "no-title"
    message = "The text in this language has no title yet: {language}."
    hint = (
        "Write its title, or empty the whole text to leave the language out. Nothing was given out."
    )


class PublicationUnsure(AdvocacyError):
    """Two members wrote the same field of a publication differently."""

    code = "publication-unsure"
    message = "This publication is told in two ways: {field}."
    hint = "Write that field anew, so that one text stands. Nothing was given out."
    exit_status = 122


class NotAsked(AdvocacyError):
    """An answer of somebody who was never asked to sign."""

    code = "not-asked"
    message = "This person was not asked to sign."
    hint = "Nothing was saved. Note first that they are asked."
    exit_status = 123


class AnswerUnknown(AdvocacyError):
    """A term that stands in none of the lists."""

    code = "answer-unknown"
    message = "This word is not in the list: {field}."
    hint = "Nothing was saved. The list stands in the help of the command."
    exit_status = 124


class PictureNotDrawn(AdvocacyError):
    """The typesetter could not draw the picture."""

    code = "picture-not-drawn"
    message = "The picture could not be drawn."
    hint = "Shorten its words. Nothing was given out."
    exit_status = 125


class TextTooLong(AdvocacyError):
    """More words than anybody would read."""

    code = "text-too-long"
    message = "This is too long: {field}. It may have {most} letters."
    hint = "Nothing was saved. Shorten it, or say it in two publications."


class LanguageUnknown(AdvocacyError):
    """A language that no publication can be written in here."""

    code = "language-unknown"
    message = "A text in this language cannot be made here."
    hint = "Nothing was saved. Choose one of the languages that are shown."
