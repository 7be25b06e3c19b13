"""What a member stored is shown as words and never obeyed."""

import time

from panoh.model.kinds import Evidence
from panoh.security.wording import LONGEST, worded


def test_braces_are_filled_by_name_and_nothing_else() -> None:
    evidence = Evidence("{folder} lies on {disk}", {"folder": "/home", "disk": "sda"})
    assert worded(evidence, str) == "/home lies on sda"
    assert worded(Evidence("{missing} {0} {}"), str) == "{missing} {0} {}"


def test_a_text_that_would_be_obeyed_by_format_is_not() -> None:
    started = time.monotonic()
    hostile = Evidence("{a.__class__} {a!r:>999999999}", {"a": "{b}", "b": "secret"})
    assert worded(hostile, str) == "{a.__class__} {a!r:>999999999}"
    assert worded(Evidence("{a}", {"a": "{b}", "b": "secret"}), str) == "{b}"
    assert time.monotonic() - started < 1
    assert len(worded(Evidence("x" * 10_000), str)) == LONGEST
