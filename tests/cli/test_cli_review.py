"""Review and export from the command line: nothing leaves unseen without being asked for."""

from __future__ import annotations

import json
import os
import stat
import zipfile
from pathlib import Path

import pytest

from tests.cli.running import Run, a_play, as_process, keep
from tests.export.reviewed import STATES, WITHHELD, a_reviewed_play
from wshoes_tui.domain.commands import Close, GoToClosing, Next, Say
from wshoes_tui.export.formats import FORMATS
from wshoes_tui.settings import documents_folder
from wshoes_tui.storage.sql_store import open_store

SHARED = [one.name for one in FORMATS.values() if one.holds == "shared"]


def decided(data: Path) -> dict[str, str]:
    """Words -> what was decided about them, as it stands in the store."""
    store = open_store(data / "wshoes.db", read_only=True)
    [line] = store.sessions()
    found = {said.text: said.review for said in store.load(line.id).responses}
    store.close()
    return found


def text_in(file: Path) -> str:
    """The text of a file; of a ZIP file, such as a Word document, that of all its parts."""
    if not zipfile.is_zipfile(file):
        return file.read_text("utf-8-sig")
    with zipfile.ZipFile(file) as held:
        return "".join(held.read(one).decode("utf-8", "replace") for one in held.namelist())


def three_lines(data: Path) -> list[str]:
    """Keep a closed session with three responses; their ids."""
    play = a_play()
    for words in ("One.", "Two.", "Three."):
        play.do(Say(words))
    play.do(Next(), GoToClosing(), Close())
    keep(data, play.session)
    return [said.id for said in play.session.responses]


@pytest.mark.parametrize("name", SHARED)
@pytest.mark.parametrize("out", ["-", "here.x", None])
def test_what_nobody_has_looked_through_is_not_exported_without_being_asked_for(
    run: Run, data: Path, name: str, out: str | None
) -> None:
    three_lines(data)
    if out == "-" and not FORMATS[name].is_text:
        out = "here.zip"
    where = ("--out", out) if out else ()
    ran = run("export", "last", "--format", name, *where)
    assert (ran.status, ran.out) == (1, "")
    assert ran.sentence.startswith("Nobody has looked through this session yet. Nothing was writ")
    assert "wshoes review 00000001" in ran.sentence
    assert "--everything" in ran.sentence
    assert not list(Path().iterdir()), "nothing is written"


@pytest.mark.parametrize("name", ["json", "takehome"])
def test_two_formats_need_no_review(run: Run, data: Path, name: str) -> None:
    three_lines(data)
    assert run("export", "last", "--format", name, "--out", "-").status == 0


def test_a_session_without_words_needs_no_review(run: Run, data: Path) -> None:
    keep(data, a_play().session)
    assert run("export", "last", "--format", "md", "--out", "-").status == 0


def test_what_was_decided_is_what_is_exported(run: Run, data: Path) -> None:
    one, two, three = three_lines(data)
    ran = run("review", "last", "--set", f"{one}=share", "--set", f"{two[:8]}{two[8:]}=keep")
    assert (ran.status, ran.out) == (0, "")
    assert ran.sentence == "Decided: 2 lines. Left: 1 line."
    assert decided(data) == {"One.": "share", "Two.": "keep", "Three.": ""}
    ran = run("export", "last", "--format", "md", "--out", "-")
    assert ran.status == 0
    assert "> One" in ran.out
    assert "Two" not in ran.out
    assert "Three" not in ran.out
    assert ran.sentence == (
        "1 text is left out: it was kept back by choice. "
        "1 text is left out: nobody has looked yet whether it may be shared."
    )
    ran = run("export", "last", "--everything", "--format", "md", "--out", "-")
    assert "Three" in ran.out
    assert "Two" not in ran.out, "kept back is kept back"
    run("review", "last", "--set", f"{two}=", "--set", f"{three}=share")
    assert decided(data) == {"One.": "share", "Two.": "", "Three.": "share"}


def test_the_lines_and_their_ids_are_listed_for_scripts(run: Run, data: Path) -> None:
    ids = three_lines(data)
    run("review", "last", "--set", f"{ids[1]}=keep")
    listed = json.loads(run("review", "last", "--json").out)
    assert [one["id"] for one in listed] == ids
    assert listed[1] == {
        "id": ids[1], "kind": "response", "text": "Two.", "review": "keep", "shared_text": "",
    }  # fmt: skip


@pytest.mark.parametrize(
    "word", ["", "x", "=share", "1a2b=maybe", "1a2b=SHARE", "1a2b", "share=1a2b"]
)
def test_a_decision_that_is_none_is_wrong_usage(run: Run, data: Path, word: str) -> None:
    three_lines(data)
    ran = run("review", "last", "--set", word)
    assert ran.status == 2
    assert "--set" in ran.sentence
    assert set(decided(data).values()) == {""}


def test_nothing_is_decided_where_one_line_is_not_found(run: Run, data: Path) -> None:
    one, _two, _three = three_lines(data)
    for unknown in ("ffff", "0"):
        ran = run("review", "last", "--set", f"{one}=share", "--set", f"{unknown}=keep")
        assert ran.status == 1
        assert "Nothing was decided." in ran.sentence
        assert "wshoes review 00000001 --json" in ran.sentence
    assert set(decided(data).values()) == {""}


def test_words_kept_out_of_exports_are_no_lines_of_a_review(run: Run, data: Path) -> None:
    keep(data, a_reviewed_play().session)
    assert WITHHELD not in run("review", "last", "--json").out


@pytest.mark.parametrize("name", FORMATS)
def test_words_that_were_kept_back_are_in_no_export_but_the_lossless_one(
    run: Run, data: Path, tmp_path: Path, name: str
) -> None:
    keep(data, a_reviewed_play().session)
    for more in ((), ("--everything",)):
        path = tmp_path / f"{name}{len(more)}"
        assert run("export", "last", "--format", name, "--out", str(path), *more).status == 0
        files = [path] if path.is_file() else list(path.iterdir())
        text = "".join(map(text_in, files))
        for word in ("KEPT", WITHHELD, "RIGHTED"):
            assert (word in text) == (name == "json"), word
        unseen = name in ("json", "takehome") or bool(more)
        assert ("UNSEEN pledge" in text) == unseen
        assert "SHARED pledge" in text


def test_a_lossless_export_says_that_it_is_not_for_others(run: Run, data: Path) -> None:
    keep(data, a_reviewed_play().session)
    ran = run("export", "last", "--format", "json", "--out", "-")
    assert "for another computer of your own" in ran.sentence
    assert all(state in ran.out for state in STATES)


def test_exports_go_among_the_documents_and_are_numbered(
    run: Run, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WSHOES_DOCUMENTS")
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "docs"))
    monkeypatch.setenv("HOME", str(tmp_path))
    keep(data, a_reviewed_play().session)
    names = []
    for number in range(3):
        ran = run("export", "last", "--format", "takehome")
        assert ran.status == 0, number
        path = Path(ran.out.removesuffix("\n"))
        assert path.is_absolute()
        assert path.parent == documents_folder()
        assert path.parent.name == "wshoes"
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        names.append(path.name)
    assert names == [
        "2026-03-02-home.take-home.md",
        "2026-03-02-home-2.take-home.md",
        "2026-03-02-home-3.take-home.md",
    ]
    if os.name == "posix":
        assert stat.S_IMODE(documents_folder().stat().st_mode) == 0o700


def test_a_second_export_to_a_folder_is_numbered_and_a_link_is_never_followed(
    run: Run, data: Path, tmp_path: Path
) -> None:
    keep(data, a_reviewed_play().session)
    folder, elsewhere = tmp_path / "folder", tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "2026-03-02-home.md").symlink_to(elsewhere)
    for number in (2, 3):
        ran = run("export", "last", "--format", "md", "--out", str(folder))
        assert ran.out == f"{folder / f'2026-03-02-home-{number}.md'}\n"
    ran = run("export", "last", "--format", "csv", "--out", str(folder))
    assert ran.out == f"{folder / '2026-03-02-home'}\n"
    ran = run("export", "last", "--format", "csv", "--out", str(folder))
    assert ran.out == f"{folder / '2026-03-02-home-2'}\n"
    assert not elsewhere.exists()


def test_documents_that_cannot_be_had_are_one_sentence(
    run: Run, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("WSHOES_DOCUMENTS", str(tmp_path / "file" / "wshoes"))
    keep(data, a_reviewed_play().session)
    ran = run("export", "last", "--format", "md")
    assert (ran.status, ran.out) == (1, "")
    assert "could not be made" in ran.sentence


def test_a_review_in_plain_lines_begins_where_it_was_left(run: Run, data: Path) -> None:
    ids = three_lines(data)
    run("review", "last", "--set", f"{ids[0]}=keep")
    ran = as_process("review", "last", "--plain", env={"WSHOES_DATA": str(data)}, code=TYPED)
    assert ran.status == 0, ran.err
    assert "Step: 2 of 3, 2 lines left" in ran.out
    assert "Said: Two." in ran.out
    assert "Said: One." not in ran.out.partition("Step: 2")[2].partition("Summary: Home")[0]
    assert decided(data) == {"One.": "keep", "Two.": "share", "Three.": ""}


TYPED = """
import io, os, sys
read, write = os.pipe()
os.write(write, b"s\\nd\\n/leave\\n")
os.close(write)
os.dup2(read, 0)
from wshoes_tui.__main__ import main
sys.exit(main())
"""
