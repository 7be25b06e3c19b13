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
