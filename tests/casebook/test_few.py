"""Kinds of which there are few are read all at once, those without a title too."""

from panoh.casebook.index.reading import all_of
from panoh.casebook.judge import retract
from panoh.casebook.record import Case, save, tell
from panoh.model.kinds import Finding, Incident, Measure, Profile, Threat


def test_every_record_of_a_kind_is_read_and_no_other(case: Case) -> None:
    told = [
        tell(case, Incident(type="visit", what="Two men asked the neighbours about Zarina.")),
        tell(case, Incident(type="call")),
        tell(case, Threat(type="device_taken", title="Search at the border")),
        tell(case, Measure(measure="disk", state="done")),
        tell(case, Profile(country="DE")),
        tell(case, Finding(check="disk", result="unknown")),
    ]
    save(case, told)
    assert {view.root for view in all_of(case.vault.db, "incident")} == {
        each.about for each in told[:2]
    }
    for kind in ("threat", "measure", "profile", "finding"):
        assert len(all_of(case.vault.db, kind)) == 1


def test_what_is_hidden_is_not_read(case: Case) -> None:
    told = tell(case, Incident(type="visit", what="A mistake."))
    (id_,) = save(case, [told])
    retract(case, told.about, id_, "typed twice")
    assert all_of(case.vault.db, "incident") == []
