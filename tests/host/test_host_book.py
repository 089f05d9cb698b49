"""The book: codes and keys outlive the host, keys cannot be read from it, and no damage ends it."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from wshoes_tui.errors import StoreError, WshoesError
from wshoes_tui.host import host_files
from wshoes_tui.host.credentials import Admitted, Credentials, Preferences


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "host"


def test_codes_are_made_once_and_found_again(folder: Path) -> None:
    book = Credentials.open(folder, "one")
    again = Credentials.open(folder, "one")
    other = Credentials.open(folder, "two")
    assert (again.code, again.facilitator_code) == (book.code, book.facilitator_code)
    assert book.code != other.code
    assert not book.note


def test_codes_of_ones_own(folder: Path) -> None:
    book = Credentials.open(folder, "one", code="Our own Code", facilitator_code="another-code")
    assert book.admit("our-own-code") == Admitted("seat")
    assert book.admit("Another code") == Admitted("facilitator")
    assert Credentials.open(folder, "one").code == "Our own Code"
    assert Credentials.open(folder, "one", code="quite-new-code").admit("our own code") is None


@pytest.mark.parametrize(
    ("code", "facilitator"), [("short", ""), ("", "123456"), ("same-code-1", "Same code 1")]
)
def test_codes_that_will_not_do(folder: Path, code: str, facilitator: str) -> None:
    with pytest.raises(StoreError):
        Credentials.open(folder, "one", code=code, facilitator_code=facilitator)


def test_a_seat_has_one_key_which_opens_that_seat(folder: Path) -> None:
    book = Credentials.open(folder, "one")
    key = book.seat_key("s1")
    assert book.seat_key("s1") == key
    assert book.seat_key("s2") != key
    assert book.admit(key.upper().replace("-", " ")) == Admitted("return", "s1")
    assert book.admit("maple-otter-0000") is None


def test_those_who_come_together_get_their_keys_in_one_write(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = Credentials.open(folder, "one")
    written: list[host_files.CredentialPage] = []
    monkeypatch.setattr(host_files, "write_page", lambda _path, page: written.append(page))
    keys = book.seat_keys(["s1", "s2", "s3"])
    assert len(set(keys.values())) == 3
    assert [set(page.keys) for page in written] == [{"s1", "s2", "s3"}]
    assert book.seat_keys(["s2", "s1"]) == {"s2": keys["s2"], "s1": keys["s1"]}
    assert len(written) == 1


def test_a_key_made_ready_opens_nothing_until_it_is_somebodys(folder: Path) -> None:
    book = Credentials.open(folder, "one")
    assert book.lacks(1)
    book.make_ready()
    assert not book.lacks(1)
    assert book.lacks(2)
    ((spare, _kept),) = book._spare
    assert book.admit(spare) is None
    assert book.seat_key("s1") == spare
    assert book.lacks(1)
    assert Credentials.open(folder, "one").admit(spare) == Admitted("return", "s1")
    assert book.seat_key("s2") != spare


def test_keys_outlive_the_host_and_are_known_again_when_used(folder: Path) -> None:
    key = Credentials.open(folder, "one").seat_key("s1")
    again = Credentials.open(folder, "one")
    assert again.seat_key("s1") == ""
    assert again.admit(key) == Admitted("return", "s1")
    assert again.seat_key("s1") == key


def test_a_lost_key_is_replaced_and_a_let_go_seat_has_none(folder: Path) -> None:
    book = Credentials.open(folder, "one")
    old, other = book.seat_key("s1"), book.seat_key("s2")
    new = book.new_seat_key("s1")
    assert book.admit(old) is None
    assert book.admit(new) == Admitted("return", "s1")
    book.prefer("s1", Preferences("cy"))
    book.forget("s1")
    assert book.admit(new) is None
    assert Credentials.open(folder, "one").admit(new) is None
    assert book.admit(other) == Admitted("return", "s2")
    assert book.preferences("s1") == Preferences()
    again = book.seat_key("s1")
    assert again not in (old, new), "whoever is let in again is told one that opens the seat"
    assert book.admit(again) == Admitted("return", "s1")


def test_what_somebody_likes_is_kept(folder: Path) -> None:
    book = Credentials.open(folder, "one")
    assert book.preferences("s1") == Preferences()
    book.prefer("s1", Preferences("cy", easy=True, plain=True))
    assert Credentials.open(folder, "one").preferences("s1") == Preferences(
        "cy", easy=True, plain=True
    )


def test_the_file_holds_no_key_and_is_its_owners_alone(folder: Path) -> None:
    old = os.umask(0)
    try:
        book = Credentials.open(folder, "one")
        key = book.seat_key("s1")
    finally:
        os.umask(old)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(book.path.stat().st_mode) == 0o600
    assert [found.name for found in folder.iterdir()] == ["one.json"]
    assert key not in book.path.read_text("utf-8")
    assert key not in repr(book)


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
        b"0" * (host_files.LARGEST_PAGE + 5),
    ],
)
def test_a_damaged_file_is_put_aside_and_said(folder: Path, damage: bytes) -> None:
    book = Credentials.open(folder, "one")
    book.path.write_bytes(damage)
    anew = Credentials.open(folder, "one")
    assert "damaged" in anew.note
    assert anew.code != book.code
    assert (folder / "one.json.damaged").read_bytes() == damage
    assert not Credentials.open(folder, "one").note


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
        Credentials.open(folder, "one")
    assert target.read_text() == "theirs"


def test_a_full_disk_is_said_and_ends_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = Credentials.open(folder, "one")
    before = book.path.read_bytes()

    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(host_files, "write_private", full)
    with pytest.raises(WshoesError, match="disk is full"):
        book.seat_key("s1")
    assert book.admit(book.seat_key("s1")) == Admitted("return", "s1")
    assert book.path.read_bytes() == before


@pytest.mark.parametrize("session", ["../out", "/etc/passwd", "a" * 300, "", "ü", "x/y\0z"])
def test_an_odd_id_names_a_file_inside(folder: Path, session: str) -> None:
    book = Credentials.open(folder, session)
    assert book.path.parent == folder
    assert book.path.exists()
    assert json.loads(book.path.read_text("utf-8"))["version"] == host_files.VERSION
