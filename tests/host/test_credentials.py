"""Credentials: codes and keys outlive the host, keys are in no file, and no damage ends it."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from wshoes_tui import limits
from wshoes_tui.errors import StoreError, WshoesError
from wshoes_tui.host import host_files
from wshoes_tui.host.credentials import Admitted, Credentials
from wshoes_tui.host.host_files import Preferences


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "host"


def opened(folder: Path, session: str, code: str = "", facilitator_code: str = "") -> Credentials:
    """The credentials of a host that has taken up this session."""
    credentials = Credentials(folder, code, facilitator_code)
    credentials.belong_to(session)
    return credentials


def file_of(credentials: Credentials) -> Path:
    """The file they are kept in."""
    assert credentials.path is not None
    return credentials.path


def test_codes_are_made_once_and_found_again(folder: Path) -> None:
    credentials = opened(folder, "one")
    again = opened(folder, "one")
    other = opened(folder, "two")
    assert (again.code, again.facilitator_code) == (credentials.code, credentials.facilitator_code)
    assert credentials.code != other.code
    assert not credentials.note


def test_codes_of_ones_own(folder: Path) -> None:
    credentials = opened(folder, "one", code="Our own Code", facilitator_code="another-code")
    assert credentials.admit("our-own-code") == Admitted("seat")
    assert credentials.admit("Another code") == Admitted("facilitator")
    assert opened(folder, "one").code == "Our own Code"
    assert opened(folder, "one", code="quite-new-code").admit("our own code") is None


@pytest.mark.parametrize(
    ("code", "facilitator"), [("short", ""), ("", "123456"), ("same-code-1", "Same code 1")]
)
def test_codes_that_will_not_do(folder: Path, code: str, facilitator: str) -> None:
    with pytest.raises(StoreError):
        opened(folder, "one", code=code, facilitator_code=facilitator)


def test_a_seat_has_one_key_which_opens_that_seat(folder: Path) -> None:
    credentials = opened(folder, "one")
    key = credentials.seat_keys(["s1"])["s1"]
    assert credentials.seat_keys(["s1"])["s1"] == key
    assert credentials.seat_keys(["s2"])["s2"] != key
    assert credentials.admit(key.upper().replace("-", " ")) == Admitted("return", "s1")
    assert credentials.admit("maple-otter-0000") is None


def test_those_who_come_together_get_their_keys_in_one_write(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    credentials = opened(folder, "one")
    written: list[host_files.StoredCredentials] = []
    monkeypatch.setattr(host_files, "write_credentials", lambda _path, new: written.append(new))
    keys = credentials.seat_keys(["s1", "s2", "s3"])
    assert len(set(keys.values())) == 3
    assert [set(stored.keys) for stored in written] == [{"s1", "s2", "s3"}]
    assert credentials.seat_keys(["s2", "s1"]) == {"s2": keys["s2"], "s1": keys["s1"]}
    assert len(written) == 1


def test_a_key_made_ready_opens_nothing_until_it_is_somebodys(folder: Path) -> None:
    credentials = opened(folder, "one")
    assert credentials.lacks_spare_keys(1)
    credentials.make_spare_key()
    assert not credentials.lacks_spare_keys(1)
    assert credentials.lacks_spare_keys(2)
    ((spare, _kept),) = credentials._spare
    assert credentials.admit(spare) is None
    assert credentials.seat_keys(["s1"])["s1"] == spare
    assert credentials.lacks_spare_keys(1)
    assert opened(folder, "one").admit(spare) == Admitted("return", "s1")
    assert credentials.seat_keys(["s2"])["s2"] != spare


def test_keys_outlive_the_host_and_are_known_again_when_used(folder: Path) -> None:
    key = opened(folder, "one").seat_keys(["s1"])["s1"]
    again = opened(folder, "one")
    assert again.seat_keys(["s1"])["s1"] == ""
    assert again.admit(key) == Admitted("return", "s1")
    assert again.seat_keys(["s1"])["s1"] == key


def test_a_lost_key_is_replaced_and_a_let_go_seat_has_none(folder: Path) -> None:
    credentials = opened(folder, "one")
    old, other = credentials.seat_keys(["s1"])["s1"], credentials.seat_keys(["s2"])["s2"]
    new = credentials.new_seat_key("s1")
    assert credentials.admit(old) is None
    assert credentials.admit(new) == Admitted("return", "s1")
    credentials.keep_preferences("s1", Preferences("cy"))
    credentials.forget("s1")
    assert credentials.admit(new) is None
    assert opened(folder, "one").admit(new) is None
    assert credentials.admit(other) == Admitted("return", "s2")
    assert credentials.preferences("s1") == Preferences()
    again = credentials.seat_keys(["s1"])["s1"]
    assert again not in (old, new), "whoever is let in again is told one that opens the seat"
    assert credentials.admit(again) == Admitted("return", "s1")


def test_what_somebody_likes_is_kept(folder: Path) -> None:
    credentials = opened(folder, "one")
    assert credentials.preferences("s1") == Preferences()
    credentials.keep_preferences("s1", Preferences("cy", easy=True, plain=True))
    assert opened(folder, "one").preferences("s1") == Preferences("cy", easy=True, plain=True)


def test_the_file_holds_no_key_and_is_its_owners_alone(folder: Path) -> None:
    old = os.umask(0)
    try:
        credentials = opened(folder, "one")
        key = credentials.seat_keys(["s1"])["s1"]
    finally:
        os.umask(old)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(file_of(credentials).stat().st_mode) == 0o600
    assert [found.name for found in folder.iterdir()] == ["one.json"]
    assert key not in file_of(credentials).read_text("utf-8")
    assert key not in repr(credentials)


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"version": 2}',
        b'{"version": 1, "code": 5}',
        b"[" * 100_000,
        b'{"version": 1, "code": "a", "facilitator_code": "b", "salt": "zz", "keys": {}, '
        b'"liked": {}}',
        b"0" * (limits.LARGEST_CREDENTIALS + 5),
    ],
)
def test_a_damaged_file_is_put_aside_and_said(folder: Path, damage: bytes) -> None:
    credentials = opened(folder, "one")
    file_of(credentials).write_bytes(damage)
    anew = opened(folder, "one")
    assert "damaged" in anew.note
    assert anew.code != credentials.code
    assert (folder / "one.json.damaged").read_bytes() == damage
    assert not opened(folder, "one").note


@pytest.mark.parametrize("kind", ["link", "hard link", "pipe", "folder"])
def test_a_planted_file_is_not_followed(folder: Path, kind: str) -> None:
    folder.mkdir(parents=True)
    target, path = folder.parent / "target", folder / "one.json"
    target.write_text("theirs")
    if kind == "link":
        path.symlink_to(target)
    elif kind == "hard link":
        path.hardlink_to(target)
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.mkdir()
    with pytest.raises(StoreError):
        opened(folder, "one")
    assert target.read_text() == "theirs"


def test_a_full_disk_is_said_and_ends_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    credentials = opened(folder, "one")
    before = file_of(credentials).read_bytes()

    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(host_files, "write_private", full)
    with pytest.raises(WshoesError, match="disk is full"):
        credentials.seat_keys(["s1"])["s1"]
    assert credentials.admit(credentials.seat_keys(["s1"])["s1"]) == Admitted("return", "s1")
    assert file_of(credentials).read_bytes() == before


@pytest.mark.parametrize("session", ["../out", "/etc/passwd", "a" * 300, "", "ü", "x/y\0z"])
def test_an_odd_id_names_a_file_inside(folder: Path, session: str) -> None:
    credentials = opened(folder, session)
    assert file_of(credentials).parent == folder
    assert file_of(credentials).exists()
    assert json.loads(file_of(credentials).read_text("utf-8"))["version"] == 1


def test_each_session_has_keys_of_its_own(folder: Path) -> None:
    credentials = opened(folder, "one")
    key = credentials.seat_keys(["s1"])["s1"]
    credentials.make_spare_key()
    credentials.belong_to("two")
    assert credentials.lacks_spare_keys(1), "a key made ready has the salt of the other file"
    assert credentials.admit(key) is None
    other = credentials.seat_keys(["s1"])["s1"]
    assert other != key
    assert credentials.admit(other) == Admitted("return", "s1")
    credentials.belong_to("one")
    assert credentials.admit(key) == Admitted("return", "s1")
    assert credentials.admit(other) is None


def test_before_there_is_a_session_the_two_codes_alone_open(folder: Path) -> None:
    key = opened(folder, "one").seat_keys(["s1"])["s1"]
    credentials = Credentials(folder)
    before = credentials.code, credentials.facilitator_code
    assert [credentials.admit(code) for code in before] == [
        Admitted("seat"),
        Admitted("facilitator"),
    ]
    assert credentials.admit(key) is None
    assert not credentials.lacks_spare_keys(1)
    credentials.belong_to("new")
    assert (credentials.code, credentials.facilitator_code) == before, "they were read out already"
    credentials.belong_to("next")
    assert credentials.admit(before[0]) is None, "nobody of the session before is there unasked"
    assert credentials.facilitator_code == before[1]
    credentials.belong_to("new")
    assert credentials.code == before[0]
