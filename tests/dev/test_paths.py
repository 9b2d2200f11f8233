"""Where things are kept."""

from pathlib import Path

import pytest

from dev.paths import cache_dir, state_dir


@pytest.mark.parametrize(
    ("environ", "cache", "state"),
    [
        pytest.param({}, "home/.cache", "home/.local/state", id="below the home by default"),
        pytest.param(
            {"XDG_CACHE_HOME": "xdg-cache", "XDG_STATE_HOME": "xdg-state"},
            "xdg-cache",
            "xdg-state",
            id="XDG says where",
        ),
        pytest.param(
            {"XDG_CACHE_HOME": "xdg-cache", "SCORECARD_CACHE_DIR": "ours"},
            "ours",
            "home/.local/state",
            id="our own variable wins",
        ),
    ],
)
def test_the_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], cache: str, state: str
) -> None:
    for name in ("SCORECARD_CACHE_DIR", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name, value in environ.items():
        monkeypatch.setenv(name, str(tmp_path / value))
    assert cache_dir() == tmp_path / cache / "scorecard-ocr"
    assert state_dir() == tmp_path / state / "scorecard-ocr"
