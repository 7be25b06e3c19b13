"""What nobody foresaw is told by its place alone: an exception's words may be somebody's name."""

import pytest

from panoh import cli


def test_an_unforeseen_error_shows_its_place_and_none_of_its_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(**_options: object) -> None:
        raise LookupError("Зарина Саломова")

    monkeypatch.setattr(cli.group, "main", broken)
    with pytest.raises(SystemExit) as ended:
        cli.main(["people"])
    said = capsys.readouterr().err
    assert ended.value.code == 1
    assert "LookupError, test_unforeseen.py:" in said
    assert "panoh: hint:" in said
    assert "Зарина" not in said
    assert "Traceback" not in said
