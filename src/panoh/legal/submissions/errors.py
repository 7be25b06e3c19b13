"""What can go wrong when a submission is written."""

from typing import ClassVar

from panoh.model.errors import PanohError


class SubmissionError(PanohError):
    """Anything that keeps a submission from being written."""

    code: ClassVar[str] = "submission"
    exit_status: ClassVar[int] = 60


class NobodyMayBeNamed(SubmissionError):
    """No person of the matter may be named to this recipient."""

    code = "nobody-may-be-named"
    message = "Nobody in this matter has allowed their name to go to this body."
    hint = "Ask each person, or who decides for them, and record the answer as a consent."
    exit_status = 61


class OtherForum(SubmissionError):
    """The matter is meant for another body."""

    code = "other-forum"
    message = "This matter is meant for another body."
    hint = "Change the body of the matter, or make a new matter for this body."
    exit_status = 62


class DocumentNotDrawn(SubmissionError):
    """The typesetter refused the document; this is a fault of Panoh, not of the text."""

    code = "document-not-drawn"
    message = "The document could not be drawn."
    hint = "Nothing was written. Report this; the DOCX of the same complaint may still work."
    exit_status = 63
