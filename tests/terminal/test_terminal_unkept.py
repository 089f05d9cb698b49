"""Words that no store takes are in a private file, and the last line on the terminal says where."""

from __future__ import annotations

import signal
import stat
from pathlib import Path

import pytest

from tests.terminal.window import ENTER, ESC, Window

WORDS = "Everybody keeps telling me it is good news — é ကျွန်"


def refusing(data: Path) -> Path:
    """A data folder in which no session can be kept, as the file there is another program's."""
    data.mkdir()
    (data / "wshoes.db").write_bytes(b"not a database, and not empty either" * 100)
    return data


def only_file(data: Path) -> str:
    (path,) = (data / "unsaved").iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    return path.read_text("utf-8")


@pytest.mark.parametrize("how", ["q", "TERM"])
def test_what_no_store_took_is_in_a_file(data: Path, how: str) -> None:
    with Window("rehearse", "home-from-hospital", data=refusing(data), size=(120, 30)) as window:
        window.until("Enter save")
        window.until("does not hold wshoes sessions")
        window.type(WORDS, ENTER)
        window.until("does not hold wshoes sessions")
        if how == "q":
            assert window.leave(ESC, "q") == 1
        else:
            number = getattr(signal, f"SIG{how}")
            assert window.signal(number) == 128 + number
        assert window.is_restored
        text = only_file(data)
        assert WORDS in text
        assert "[Turn 1]" in text
        last = window.sent.decode().rstrip().rpartition("\n")[2]
        assert f"What could not be saved is in the file {data}/unsaved/unsaved-" in last
        assert WORDS not in last
