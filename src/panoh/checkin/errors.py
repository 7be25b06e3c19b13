"""What can be wrong with a check-in, a plan or an order; no error repeats an address or a code."""

from typing import ClassVar

from panoh.model.errors import PanohError


class CheckinError(PanohError):
    """Anything that is refused about check-ins."""

    code: ClassVar[str] = "checkin"
    exit_status: ClassVar[int] = 80


class PlanRefused(CheckinError):
    """A plan asks for what cannot be kept, or for more than may be asked."""

    code = "checkin-plan-refused"
    message = "This plan of check-ins cannot be kept: {reason}."
    hint = "Nothing was changed; what was armed before stays armed. Change the plan and try again."


class OrderRefused(CheckinError):
    """An order or a signed check-in that is not the owner's, not whole, or not new."""

    code = "checkin-order-refused"
    message = "This was not taken: {reason}."
    hint = "Nothing was changed; what was armed before stays armed. Make it anew and send it again."


class ReceiptRefused(CheckinError):
    """A receipt that the relay it should come from did not make for this order."""

    code = "checkin-receipt-refused"
    message = "This answer is not signed by the watcher it should come from."
    hint = "Nothing of it was believed. Ask whoever runs the watcher, on a way nobody else uses."


class PinUnfit(CheckinError):
    """A PIN too short to be worth having, or the same one for both meanings."""

    code = "checkin-pin-unfit"
    message = "These two PINs cannot be used: {reason}."
    hint = "Choose two different ones of six to twelve digits that nobody can guess from you."
