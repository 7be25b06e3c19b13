"""What can keep a plan, an alarm or a card from being written."""

from typing import ClassVar

from panoh.model.errors import PanohError


class EmergencyError(PanohError):
    """Anything that keeps a plan, an alarm or a card from being written."""

    code: ClassVar[str] = "emergency"
    exit_status: ClassVar[int] = 95


class NotForHome(EmergencyError):
    """A field that a plan of somebody at home must not hold."""

    code = "not-for-home"
    message = "A plan for somebody at home must not hold this: {field}."
    hint = "Nothing was saved. Write it into the plan of the person abroad."
    exit_status = 96


class MayNotCallOff(EmergencyError):
    """Somebody who is not among those who may end an alarm."""

    code = "may-not-call-off"
    message = "The plan does not say that this person may call it off."
    hint = "The alarm goes on. The plan names who may; or record a proof of life."
    exit_status = 97


class TaskUnknown(EmergencyError):
    """The plan has no such task."""

    code = "task-unknown"
    message = "The plan has no such task."
    hint = "Nothing was saved. `panoh plan tasks PLAN` shows the tasks with their short names."
    exit_status = 98


class NotDeclared(EmergencyError):
    """The plan is not declared, or its alarm is over."""

    code = "not-declared"
    message = "This plan is not declared now."
    hint = "Declare it with `panoh plan declare PLAN`, or look for the right plan in the list."
    exit_status = 99


class PaperError(EmergencyError):
    """Anything that keeps a paper from being drawn."""

    code = "paper"
    exit_status = 110


class PaperNotDrawn(PaperError):
    """The typesetter refused the paper, mostly for a letter that no typeface has."""

    code = "paper-not-drawn"
    message = "The paper could not be drawn; it may hold a letter that no typeface here has."
    hint = "Nothing was written. Latin, Cyrillic and Persian letters can be drawn."
    exit_status = 111


class NoPersianFont(PaperError):
    """The typeface for Persian was not brought when the program was built."""

    code = "no-persian-font"
    message = "Persian letters cannot be drawn: this copy of the program came without the typeface."
    hint = "Nothing was written. Install it from a package, or build it with network once."
    exit_status = 112


class CardTooFull(PaperError):
    """More words than fit on a card of 85.6 × 54 mm."""

    code = "card-too-full"
    message = "More words than fit on a card."
    hint = "Nothing was written. Shorten the line about health, or leave one contact out."
    exit_status = 113


class NothingToShow(PaperError):
    """A card or list without anybody to call."""

    code = "nothing-to-show"
    message = "There is nobody to call on this paper."
    hint = "Give parts of the plan to contacts with a telephone number, or name one with --call."
    exit_status = 114


class NotOnFamilyCard(PaperError):
    """Somebody whose number could harm a relative who carries it."""

    code = "not-on-family-card"
    message = "This number could harm whoever carries it: {name}."
    hint = "A family card takes relatives, doctors, lawyers and friends in the same country only."
    exit_status = 115
