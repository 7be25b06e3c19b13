"""Keeping what MVT found as a finding; the copy of the phone itself is never taken in."""

from panoh.casebook.record import Case, save, tell
from panoh.model.dates import PartialDate
from panoh.model.kinds import Finding
from panoh.security.phone.mvt import Result

CHECK = "phone"


def record_result(case: Case, result: Result, device: str) -> str:
    """Save the result as a finding about a phone; returns its entity."""
    record = Finding(
        check=CHECK,
        device=device,
        result=result.result,
        evidence=result.evidence,
        when=PartialDate(case.clock().date().isoformat()),
    )
    statement = tell(case, record)
    save(case, [statement])
    return statement.about
