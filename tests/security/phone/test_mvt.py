"""Reading what MVT wrote: bounded, hostile, and never a word that a phone is in order."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.security.programme.case import Clock, opened_case

from panoh.casebook.index.reading import all_of
from panoh.security.phone import mvt
from panoh.security.phone.guide import GUIDE
from panoh.security.phone.keeping import record_result
from panoh.security.phone.mvt import MvtUnreadable, Result, read_result
from panoh.security.wording import worded


def alert(level: str, message: str = "x", **more: Any) -> dict[str, Any]:
    """An alert as MVT 2026 writes it."""
    return {
        "level": level,
        "module": "sms",
        "message": message,
        "event_time": "2026-11-01 10:00:00.000000",
        "event": {"text": "words of somebody", "nested": [1, {"a": None}]},
        "matched_indicator": None,
        **more,
    }


def written(folder: Path, alerts: Any = None, lists: int | None = 3) -> Result:
    if alerts is not None:
        (folder / "alerts.json").write_text(json.dumps(alerts, indent=4))
    if lists is not None:
        files = [f"/home/x/.local/share/mvt/indicators/{number}.stix2" for number in range(lists)]
        info = {
            "target_path": "/home/zarina/backup",
            "mvt_version": "2026.10.26",
            "date": "2026-11-20T10:00:00",
            "ioc_files": files,
            "hashes": [],
        }
        (folder / "info.json").write_text(json.dumps(info))
    return read_result(folder)


def told(result: Result) -> str:
    return "\n".join(worded(each, str) for each in result.evidence)


def test_no_alert_is_unknown_and_says_what_that_is_worth(tmp_path: Path) -> None:
    """MVT writes no alerts.json where it has nothing to say."""
    result = written(tmp_path)
    assert result.result == "unknown"
    assert "No known trace was found, with 3 public lists" in told(result)
    assert "not enough" in told(result)


@pytest.mark.parametrize("lists", [0, None])
def test_without_lists_of_traces_it_was_not_checked(tmp_path: Path, lists: int | None) -> None:
    result = written(tmp_path, [alert("LOW")], lists)
    assert result.result == "unknown"
    assert told(result).startswith("Not checked: MVT had 0 lists")
    assert "No known trace" not in told(result)


def test_something_severe_stops_the_reader(tmp_path: Path) -> None:
    result = written(tmp_path, [alert("MEDIUM"), alert("HIGH", "b"), alert("CRITICAL", "a")])
    assert result.result == "fail"
    lines = told(result).splitlines()
    assert lines[0].startswith("MVT found something severe. Stop here")
    assert lines[1:4] == [
        "Alerts of the level CRITICAL: 1.",
        "Alerts of the level HIGH: 1.",
        "Alerts of the level MEDIUM: 1.",
    ]
    assert lines[4] == "sms: a", "the gravest first"


def test_an_app_from_elsewhere_is_no_infection(tmp_path: Path) -> None:
    assert written(tmp_path, [alert("MEDIUM", "side-loaded")] * 40).result == "unknown"


@given(
    st.lists(st.sampled_from(mvt.LEVELS), max_size=30),
    st.one_of(st.none(), st.integers(0, 5)),
)
def test_no_result_of_mvt_ever_passes(levels: list[str], lists: int | None) -> None:
    counts = {level: levels.count(level) for level in levels}
    result = Result(counts, (), lists, "", "")
    assert result.result in ("fail", "unknown")
    assert result.evidence
    for word in ("clean", "in order", "safe"):
        assert word not in told(result).casefold()


def test_neither_words_nor_paths_of_the_phone_are_kept(tmp_path: Path) -> None:
    result = written(tmp_path, [alert("HIGH", "Found a link")])
    kept = told(result)
    assert "Found a link" in kept, "the message of the alert is kept"
    assert "words of somebody" not in kept
    assert "zarina" not in kept


def test_a_message_cannot_steer_the_screen_or_fill_it(tmp_path: Path) -> None:
    message = "\x1b[2Jcleared\u202e{level.__class__}\n" + "a" * 5000
    kept = told(written(tmp_path, [alert("HIGH", message)] * 50))
    assert "\x1b" not in kept
    assert "\u202e" not in kept
    assert "cleared" in kept
    assert kept.count("sms:") == mvt.SHOWN
    assert max(map(len, kept.splitlines())) < 300


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "{}",
        "[1]",
        '[{"level": 40}]',
        '[{"message": "no level"}]',
        '[{"level": "HIGH", "message": {"a": 1}}]',
        "[" * 100_000,
        '[{"level": "HIGH", "event": ' + "[" * 100_000,
        "\x00\xff",
    ],
)
def test_what_is_no_result_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "alerts.json").write_text(text, encoding="latin-1")
    with pytest.raises(MvtUnreadable):
        read_result(tmp_path)


def test_a_level_of_tomorrow_is_not_passed_over(tmp_path: Path) -> None:
    with pytest.raises(MvtUnreadable, match="a level of alert that we do not know"):
        written(tmp_path, [alert("CATASTROPHIC")])


def test_size_and_number_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mvt, "MAX_FILE", 1000)
    with pytest.raises(MvtUnreadable, match="a file is too large"):
        written(tmp_path, [alert("LOW")] * 20)
    monkeypatch.setattr(mvt, "MAX_FILE", 1 << 20)
    monkeypatch.setattr(mvt, "MAX_ALERTS", 10)
    with pytest.raises(MvtUnreadable, match="too many alerts"):
        read_result(tmp_path)


def test_a_folder_without_either_file_was_not_checked(tmp_path: Path) -> None:
    with pytest.raises(MvtUnreadable, match="neither"):
        read_result(tmp_path)
    (tmp_path / "alerts.json").mkdir()
    with pytest.raises(MvtUnreadable, match="neither"):
        read_result(tmp_path)


def test_the_result_is_kept_as_a_finding(tmp_path: Path) -> None:
    result = written(tmp_path, [alert("CRITICAL", "Pegasus")])
    with opened_case(tmp_path, Clock()) as case:
        record_result(case, result, "phone")
        (view,) = all_of(case.vault.db, "finding")
        assert [told.value for told in view.told("result")] == ["fail"]
        assert view.each("evidence") == list(result.evidence)


def test_the_guide_tells_of_consent_lists_and_experts() -> None:
    text = " ".join(step for part in GUIDE for step in part.steps)
    for word in ("owner must want", "looks for nothing", "do not reset", "experts"):
        assert word in text
    lines = [line for part in GUIDE for line in part.lines]
    assert any(line.startswith("MVT_NETWORK_ACCESS_ALLOWED=false") for line in lines)
