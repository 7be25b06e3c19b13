"""What can be wrong with a date. They are also `ValueError`, so that decoding reports them."""

from typing import ClassVar

from panoh.model.errors import PanohError


class DateError(PanohError, ValueError):
    """Something is wrong with a date."""

    code: ClassVar[str] = "date"
    message: ClassVar[str] = "There is something wrong with this date."
    exit_status: ClassVar[int] = 32


class DateUnreadable(DateError):
    """The words are not those of a date."""

    code: ClassVar[str] = "date-unreadable"
    message: ClassVar[str] = "This cannot be read as a date."
    hint: ClassVar[str] = (
        "Write what is known: 30.09.2023, September 2023, 2023, about 2023, before 30.09.2023."
    )


class DateImpossible(DateError):
    """It is written like a date, but the calendar has no such day."""

    code: ClassVar[str] = "date-impossible"
    message: ClassVar[str] = "The calendar has no such date."
    hint: ClassVar[str] = "Look at the source again; if it says so, write down only what can be."


class DateAmbiguous(DateError):
    """The words can be read in two ways and nobody has said which is meant.

    `readings` holds the two dates; they are not part of the message.
    """

    code: ClassVar[str] = "date-ambiguous"
    message: ClassVar[str] = "This date can be read in two ways."
    hint: ClassVar[str] = (
        "Say for the whole list whether the day or the month comes first, or which calendar it is."
    )

    def __init__(self, readings: tuple[object, ...] = ()) -> None:
        super().__init__()
        self.readings = readings


class SolarHijriOutOfRange(DateError):
    """The year lies outside those for which the rule of leap years is known to hold."""

    code: ClassVar[str] = "date-solar-hijri-range"
    message: ClassVar[str] = "Solar Hijri years are converted from 1178 to 1500 only."
    hint: ClassVar[str] = "Write the date in the Gregorian calendar."
