"""The host's own key: made once, its owner's alone, with the fingerprint that ssh shows."""

from __future__ import annotations

import stat
import subprocess
from pathlib import Path

import pytest

from wshoes_tui.errors import StoreError
from wshoes_tui.host.host_files import KEY_FILE, host_key


def test_it_is_made_once_and_private(tmp_path: Path) -> None:
    folder = tmp_path / "host"
    key = host_key(folder)
    assert stat.S_IMODE((folder / KEY_FILE).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert host_key(folder).get_fingerprint() == key.get_fingerprint()


def test_ssh_shows_the_same_fingerprint(tmp_path: Path) -> None:
    key = host_key(tmp_path)
    shown = subprocess.run(
        ["/usr/bin/ssh-keygen", "-l", "-f", tmp_path / KEY_FILE],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert key.get_fingerprint().startswith("SHA256:")
    assert key.get_fingerprint() in shown
    assert "ED25519" in shown


def test_a_damaged_key_is_said_and_not_replaced(tmp_path: Path) -> None:
    host_key(tmp_path)
    (tmp_path / KEY_FILE).write_text("damage")
    with pytest.raises(StoreError, match="damaged"):
        host_key(tmp_path)
    assert (tmp_path / KEY_FILE).read_text() == "damage"


def test_a_planted_key_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "theirs").write_text("theirs")
    (tmp_path / KEY_FILE).symlink_to(tmp_path / "theirs")
    with pytest.raises(StoreError):
        host_key(tmp_path)
