"""Paper both ways on the command line: pages to print, and slips that are typed up."""

from __future__ import annotations

import errno
import json
import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.running import Run, a_play, keep
from tests.decks.samples import GOOD
from tests.decks.test_deck_translation import WELSH
from wshoes_tui.domain.commands import Close
from wshoes_tui.flow.printing import SHEETS, PrintSheet

Typed = Callable[..., None]
EVENING = "home-from-hospital\n\n6\nTable 3\nSpring\nyes\n"
SLIPS = """\
3, N
I have three more
to see.

12, P, not passed on
Nobody asked.

3 D
It was loud.

"""


@pytest.fixture
def typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Typed]:
    """Puts a text on standard input, as from a file."""
    before = os.dup(0)

    def give(text: str) -> None:
        path = tmp_path / "slips.txt"
        path.write_text(text, encoding="utf-8")
        descriptor = os.open(path, os.O_RDONLY)
        os.dup2(descriptor, 0)
        os.close(descriptor)
        monkeypatch.setattr(sys, "stdin", open(0, encoding="utf-8", closefd=False))  # noqa: SIM115

    yield give
    os.dup2(before, 0)
    os.close(before)


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that pages are written to, which is not there yet."""
    monkeypatch.setenv("WSHOES_DOCUMENTS", str(tmp_path / "documents"))
    return tmp_path / "documents"


@pytest.mark.parametrize("what", ["having-a-baby", *(name for name in SHEETS if name != "cards")])
def test_a_sheet_is_a_new_private_file_whose_path_is_the_line(
    run: Run, documents: Path, what: str
) -> None:
    first, second = run("print", what), run("print", what)
    assert first.status == second.status == 0
    paths = [Path(ran.out.rstrip("\n")) for ran in (first, second)]
    assert paths[1].stem == f"{paths[0].stem}-2"
    assert {path.parent for path in paths} == {documents}
    assert [stat.S_IMODE(path.stat().st_mode) for path in paths] == [0o600, 0o600]
    assert "browser" in first.sentence
    text = run("print", what, "--out", "-")
    assert (text.out, text.err) == (paths[0].read_text(encoding="utf-8"), "")
    assert "<script" not in text.out
    assert "http" not in text.out.replace("http-equiv", "")


def test_pages_are_written_where_they_are_wanted_and_over_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.html").write_text("mine")
    taken = run("print", "slips", "--out", str(tmp_path / "mine.html"))
    assert (taken.status, (tmp_path / "mine.html").read_text()) == (1, "mine")
    assert run("print", "slips", "--out", str(tmp_path)).out == f"{tmp_path / 'slips.html'}\n"
    missing = run("print", "slips", "--out", "no/such/folder/slips.html")
    assert missing.status == 1
    assert "slips.html" in missing.sentence


def test_cards_in_easy_words_in_large_letters_and_in_a_language(run: Run) -> None:
    usual, easy, both, large = (
        run("print", "having-a-baby", "--out", "-", *more).out
        for more in ((), ("--easy",), ("--with-easy",), ("--per-page", "1"))
    )
    assert len({usual, easy, both, large}) == 4
    assert 'class="easy"' in both
    assert '<table role="presentation" class="one">' in large
    assert "Toriad" not in usual
    assert 'lang="cy"' in run("print", "slips", "--out", "-", "--lang", "cy").out[:60]


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("no-such-deck",), 1, 'There is no deck "no-such-deck".'),
        (("slips", "--per-page", "3"), 2, "--per-page is 8 or 1."),
        (("slips", "--json"), 2, "--json is for lists."),
        ((), 2, ""),
    ],
)
def test_bad_usage_is_one_sentence(
    run: Run, words: tuple[str, ...], status: int, told: str
) -> None:
    ran = run("print", *words)
    assert ran.status == status
    assert ran.sentence.startswith(told)
    assert ran.out == ""


def test_a_full_disk_leaves_nothing_half_done(
    run: Run, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    ran = run("print", "consent")
    assert (ran.status, ran.out) == (1, "")
    assert "No space left on device" in ran.sentence
    assert list(documents.iterdir()) == []


def test_a_card_has_one_number_in_both_languages(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "decks"
    folder.mkdir()
    (folder / "home.yaml").write_text(GOOD, encoding="utf-8")
    (folder / "cy.yaml").write_text(WELSH, encoding="utf-8")
    pages = [
        run("print", "home-from-hospital", "--decks", str(folder), "--lang", tag, "--out", "-").out
        for tag in ("en-GB", "cy")
    ]
    for page, title in zip(pages, ("The stairs", "Y grisiau"), strict=True):
        assert page.index("HFH 2") < page.index(title) < page.index("</article>", page.index(title))
        assert page.index("HFH 2") > page.index("HFH 1")


def test_a_file_of_slips_becomes_a_session(run: Run, data: Path, typed: Typed) -> None:
    typed(EVENING + SLIPS + "\n/close\n")
    ran = run("enter")
    assert ran.status == 0
    saved = [line for line in ran.out.splitlines() if line.startswith("Saved: slip ")]
    assert len(saved) == 3
    shown = run("show", "last")
    assert "Typed up from paper." in shown.out
    assert "6 people, 2 turns, 3 responses" in shown.out
    [listed] = json.loads(run("sessions", "--json").out)
    assert (listed["typed_up"], listed["state"], listed["turn"]) == (True, "closed", 2)
    assert "closed, 2 turns, typed up from paper" in run("sessions").out
    assert json.loads(run("show", "last", "--json").out)["typed_up"] is True
    told = json.loads(run("export", "last", "--format", "json", "--out", "-").out)
    assert [said["text"] for said in told["responses"]] == [
        "I have three more\nto see.", "It was loud.", "Nobody asked.",
    ]  # fmt: skip
    page = run("export", "last", "--format", "md", "--everything", "--out", "-").out
    assert "typed up from paper" in page
    assert "Nobody asked." not in page, "it is not passed on"


def test_slips_are_added_to_a_session_that_is_not_closed(
    run: Run, data: Path, typed: Typed
) -> None:
    play = a_play()
    keep(data, play.session)
    typed("1, N\nBy hand.\n\n\n")
    assert run("enter", "last").status == 0
    told = json.loads(run("export", "last", "--format", "json", "--out", "-").out)
    assert [said["text"] for said in told["responses"]] == ["By hand."]
    assert told["session"]["typed_up"] is True
    again = a_play(2)
    again.do(Close())
    keep(data, again.session)
    closed = run("enter", "00000002")
    assert closed.status == 1
    assert closed.sentence.startswith("This session is closed.")
    assert run("enter", "ffff").status == 1


def test_a_new_sheet_is_printed_by_its_name(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    badges = PrintSheet("badges", "Badges", lambda _job: "<p>badges</p>")
    monkeypatch.setitem(SHEETS, "badges", badges)
    assert run("print", "badges", "--out", "-").out == "<p>badges</p>"
