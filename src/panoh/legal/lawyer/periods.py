"""Periods that people miss, to be asked about: never computed, each with source and day read.

`confirmed` is false for what no page of the body itself was seen for.
"""

from dataclasses import dataclass

from panoh.model.messages import mark as _

#: The month in which these were looked up.
VERIFIED_ON = "2026-11"


@dataclass(frozen=True, slots=True)
class Period:
    """One period: for what, how long, from what on, and where that was read."""

    what: str
    period: str
    source: str
    confirmed: bool = False


PERIODS = (
    Period(
        _("Asking the European Court to stop a removal (Rule 39)"),
        _("before it; the Court may be unable to act in less than one working day"),
        "europeancourt.org, practice directions on interim measures",
    ),
    Period(
        _("European Court of Human Rights"),
        _("four months from the final decision at home; the complete form goes by post"),
        "europeancourt.org, practice directions on the institution of proceedings",
    ),
    Period(
        _("UN Working Group on Disappearances, urgent track"),
        _("three months from the disappearance"),
        "ohchr.org/en/special-procedures/wg-disappearances",
        confirmed=True,
    ),
    Period(
        _("UN Human Rights Committee"),
        _("no strict limit; late after five years from the last decision at home"),
        "espchhelp.ru/koon/stati/4475",
    ),
    Period(
        _("Appeal in an asylum case"),
        _("days or weeks; it stands in the decision. Keep the envelope with its date"),
        "Regulation (EU) 2024/1348, article 67",
    ),
    Period(
        _("Offences pursued only on complaint, as in Germany"),
        _("three months"),
        "StGB § 77b",
    ),
)
