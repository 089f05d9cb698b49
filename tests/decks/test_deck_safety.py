"""Any file from anywhere: read safely or refused, in words, by both parsers."""

from __future__ import annotations

import os
import socket
import sys
import tempfile
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.decks.samples import GOOD, line_of, problems_of, spoilt
from wshoes_tui.decks import yaml_tree
from wshoes_tui.decks.deck_rules import load_deck, parse_deck
from wshoes_tui.decks.diagnostics import DeckErrors, Problem, Report
from wshoes_tui.decks.source import MOST_BYTES
from wshoes_tui.decks.yaml_tree import build_tree

NOBODY = 65534
TITLE = "    title: The stairs"

unix = pytest.mark.skipif(sys.platform == "win32", reason="no such files here")


def refused(path: Path) -> Problem:
    """The one problem of a file that cannot be read."""
    with pytest.raises(DeckErrors) as caught:
        load_deck(path)
    (problem,) = caught.value.problems
    assert problem.file == str(path)
    return problem


@contextmanager
def as_anybody() -> Iterator[None]:
    """Not as root, who may read everything."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(before)


class TestFiles:
    def test_a_missing_file(self, tmp_path: Path) -> None:
        problem = refused(tmp_path / "none.yaml")
        assert (problem.line, problem.what) == (0, "There is no such file")
        assert str(problem).startswith(f"{tmp_path / 'none.yaml'}: There")

    def test_a_folder(self, tmp_path: Path) -> None:
        assert "This is a folder" in refused(tmp_path).what

    @unix
    def test_a_pipe_does_not_make_us_wait(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.yaml")
        assert "a pipe or a device" in refused(tmp_path / "pipe.yaml").what

    @unix
    def test_a_pipe_put_in_place_of_the_file_meanwhile(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        os.mkfifo(tmp_path / "pipe.yaml")
        (tmp_path / "file.yaml").write_text(GOOD)
        honest = (tmp_path / "file.yaml").stat()
        monkeypatch.setattr(Path, "stat", lambda self, **_: honest)
        assert "a pipe or a device" in refused(tmp_path / "pipe.yaml").what

    @unix
    def test_a_socket(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)  # the name of a socket must be short
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind("s.yaml")
            assert "a pipe or a device" in refused(Path("s.yaml")).what

    @unix
    @pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
    def test_a_device(self, device: str) -> None:
        assert "a pipe or a device" in refused(Path(device)).what

    @unix
    def test_a_link_to_a_file_is_fine(self, tmp_path: Path) -> None:
        (tmp_path / "deck.yaml").write_text(GOOD)
        (tmp_path / "link.yaml").symlink_to(tmp_path / "deck.yaml")
        assert load_deck(tmp_path / "link.yaml").id == "home-from-hospital"

    @unix
    def test_a_link_to_itself(self, tmp_path: Path) -> None:
        (tmp_path / "loop.yaml").symlink_to(tmp_path / "loop.yaml")
        assert "round in a circle" in refused(tmp_path / "loop.yaml").what

    def test_a_name_that_is_too_long(self, tmp_path: Path) -> None:
        assert refused(tmp_path / ("x" * 5_000)).line == 0

    def test_a_name_with_a_nul(self, tmp_path: Path) -> None:
        assert "not the name of a file" in refused(tmp_path / "a\0b").what

    @unix
    def test_a_file_that_may_not_be_read(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "deck.yaml")
            path.write_text(GOOD)
            load_deck(path)
            path.chmod(0)
            Path(folder).chmod(0o755)
            with as_anybody():
                assert "may not be read" in refused(path).what

    def test_the_largest_file_is_read_and_one_byte_more_is_not(self, tmp_path: Path) -> None:
        path = tmp_path / "deck.yaml"
        path.write_text(GOOD + "#" * (MOST_BYTES - len(GOOD)))
        assert load_deck(path).id == "home-from-hospital"
        path.write_text(GOOD + "#" * (MOST_BYTES - len(GOOD) + 1))
        assert "larger than 1 MB" in refused(path).what

    def test_no_file_stays_open(self, tmp_path: Path) -> None:
        path = tmp_path / "deck.yaml"
        path.write_text(GOOD)
        load_deck(path)
        before = os.open(path, os.O_RDONLY)
        os.close(before)
        for _ in range(3):
            load_deck(path)
            with pytest.raises(DeckErrors):
                load_deck(tmp_path)
        after = os.open(path, os.O_RDONLY)
        os.close(after)
        assert after == before


class TestBytes:
    @pytest.mark.parametrize(
        ("data", "line", "what"),
        [
            (GOOD.encode("utf-16"), 1, "UTF-16"),
            (b"wshoes: 1\ntitle: caf\xe9\n", 2, "not UTF-8"),
            (b"\xef\xbb\xbfwshoes: 1\ntitle: \xff\n", 2, "not UTF-8"),
            (b"title: \xed\xa0\x80\n", 1, "not UTF-8"),  # half of a pair
            (b"title: \xc0\xaf\n", 1, "not UTF-8"),  # longer than it needs to be
            (b"PK\x03\x04rest", 0, "a word-processor, spreadsheet or zip file"),
            (b"%PDF-1.7\n", 0, "a PDF file"),
        ],
    )
    def test_other_files(self, tmp_path: Path, data: bytes, line: int, what: str) -> None:
        path = tmp_path / "deck.yaml"
        path.write_bytes(data)
        problem = refused(path)
        assert problem.line == line
        assert what in problem.what
        assert "UTF-8" in problem.mend

    @pytest.mark.parametrize(
        "character",
        [
            "\0",
            "\x07",
            "\x08",
            "\x0b",
            "\x0c",
            "\x1b",
            "\x7f",
            "\x85",
            "\x9b",
            "\u2028",
            "\ufeff",
            "\ufffe",
        ],
    )
    def test_control_characters(self, tmp_path: Path, character: str) -> None:
        text = spoilt((TITLE, TITLE + character))
        path = tmp_path / "deck.yaml"
        path.write_text(text, encoding="utf-8", newline="")
        problem = refused(path)
        assert problem.line == line_of(text, TITLE)
        assert f"U+{ord(character):04X}" in problem.what
        assert str(problem).isprintable()

    def test_every_line_with_a_control_character_is_told(self) -> None:
        text = spoilt((TITLE, TITLE + "\x1b"), ("title: Home", "title: \x07Home"))
        assert [problem.line for problem in problems_of(text)] == [3, line_of(text, TITLE)]

    def test_surrogates_in_a_text_that_is_no_file(self) -> None:
        (problem,) = problems_of(spoilt((TITLE, TITLE + "\ud800")))
        assert "U+D800" in problem.what

    def test_line_ends_of_all_kinds_and_a_mark(self, tmp_path: Path) -> None:
        path = tmp_path / "deck.yaml"
        expected = parse_deck(GOOD, "deck.yaml")
        for end in ("\n", "\r\n", "\r"):
            for mark in ("", "\ufeff"):
                path.write_bytes((mark + GOOD.replace("\n", end)).encode())
                assert load_deck(path) == expected


@pytest.mark.usefixtures("parser")
class TestYaml:
    @pytest.mark.parametrize(
        ("value", "what"),
        [
            ('"\\e]0;x\\a"', "A backslash makes a character"),
            ('"\\0"', "A backslash makes a character"),
            ('"\\x9b"', "A backslash makes a character"),
            ('"\\r"', "A backslash makes a character"),
            ('"\\u2028"', "A backslash makes a character"),
            ('"\\ud800"', "A backslash makes a character"),
            ('"\\ud83d\\ude00"', "A backslash makes a character"),
            ('"\\U00110000"', "A backslash makes a character"),
            ('"\\UFFFFFFFF"', "A backslash makes a character"),
            ("&a The stairs", "An unquoted &"),
            ("*a", "An unquoted *"),
            ("!!python/object/apply:os.system [id]", "An unquoted !"),
            ("!!str The stairs", "An unquoted !"),
            ("! The stairs", "An unquoted !"),
            ("!<tag:x> The stairs", "An unquoted !"),
            ("[[[[[[[[x]]]]]]]]", "nested deeper"),
            ("{a: {a: {a: {a: {a: {a: b}}}}}}", "nested deeper"),
            ("[" * 50_000, "nested deeper"),
            ("{" * 50_000, "nested deeper"),
        ],
    )
    def test_what_decks_do_not_use(self, value: str, what: str) -> None:
        text = spoilt((TITLE, f"    title: {value}"))
        problem = problems_of(text)[0]
        assert what in problem.what
        assert problem.line == line_of(text, "    title: " + value[:2])

    def test_a_merge_key(self) -> None:
        text = spoilt((TITLE, TITLE + "\n    <<: {tender: 2}"))
        (problem,) = problems_of(text)
        assert (problem.line, "merge key" in problem.what) == (line_of(text, "    <<"), True)

    def test_anchors_and_tags_on_lists_and_maps(self) -> None:
        text = spoilt(("shoes: [patient", "shoes: &a [patient"), ("opposite: {", "opposite: !x {"))
        assert [problem.line for problem in problems_of(text)] == [
            line_of(text, "&a"),
            line_of(text, "!x"),
        ]

    def test_a_bomb_of_merge_keys_is_refused_without_being_unfolded(self) -> None:
        lines = ["a0: &a0 {k0: v}"]
        lines += [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}" for n in range(1, 12)]
        bomb = "\n".join(lines) + "\n" + GOOD
        tracemalloc.start()
        problems = problems_of(bomb)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert {"anchor" in problems[0].what, len(problems) > 10} == {True}
        assert peak < 5_000_000

    def test_two_documents(self) -> None:
        (problem,) = problems_of(GOOD + "---\n" + GOOD)
        assert "A second deck begins here" in problem.what
        assert problem.line == line_of(GOOD + "---", "---")

    def test_an_end_of_document_is_fine(self) -> None:
        assert problems_of("---\n" + GOOD + "...\n") == ()

    @pytest.mark.parametrize("line", ["%TAG !a! tag:x,2000:", "%YAML 2.0", "%WOMBAT", "%YAML 1.11"])
    def test_directives(self, line: str) -> None:
        (problem,) = problems_of(f"{line}\n---\n{GOOD}")
        assert (problem.line, problem.what) == (1, "A line cannot begin with %")

    @pytest.mark.parametrize(
        "text",
        ["? [a, b]\n: c\n", "{[a]: b}\n", "{{a: b}: c}\n", "? {a: b}\n: c\n"],
    )
    def test_keys_that_are_no_words(self, text: str) -> None:
        problem = problems_of(GOOD + text)[0] if text[0] == "?" else problems_of(text)[0]
        assert "where a key should be" in problem.what

    def test_far_more_parts_than_any_deck(self) -> None:
        (problem,) = problems_of(GOOD + "authors: [" + "a," * 200_000 + "]\n")
        assert "far more parts" in problem.what

    def test_everything_is_text(self) -> None:
        root = build_tree("{a: 1, b: no, c: ~, d: 1e3, e: 2026-01-01, f: 0o7}", Report("x"))
        texts = [entry.value.text for entry in root.entries.values()]
        assert texts == ["1", "no", "~", "1e3", "2026-01-01", "0o7"]

    def test_nothing_is_constructed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        import yaml

        def never(*_: object, **__: object) -> None:
            raise AssertionError

        for name in ("load", "safe_load", "full_load", "compose"):
            monkeypatch.setattr(yaml, name, never)
        monkeypatch.setattr(yaml.constructor.BaseConstructor, "construct_object", never)
        assert parse_deck(GOOD, "deck.yaml").revision == 3


HOSTILE = (
    "[", "{", "- ", "? ", "a: b\n", "%TAG !a! b\n", "&a ", "*a ", "!a ", '"', "'", ": ", "#\n",
    "\t", "\0", "- id: x\n", "  - a: b: c\n", "cards:\n", "---\n", "|\n", "<<: *a\n", "k: {\n",
)  # fmt: skip


class TestHostileSize:
    """A megabyte of one thing; the time limit of the suite tells what grows faster than it may."""

    @pytest.mark.parametrize("unit", HOSTILE)
    def test_alone(self, unit: str) -> None:
        assert problems_of(unit * (MOST_BYTES // len(unit)))

    @pytest.mark.parametrize("unit", HOSTILE)
    def test_behind_a_sound_deck(self, unit: str) -> None:
        problems = problems_of(GOOD + unit * ((MOST_BYTES - len(GOOD)) // len(unit)))
        assert bool(problems) == (unit not in ("#\n", "\t"))

    def test_many_different_unknown_keys_end(self) -> None:
        text = "".join(f"a{number}b: x\n" for number in range(90_000))
        assert problems_of(text)


def test_question_marks_between_braces_need_no_c(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_tree, "PARSER", yaml_tree.PureParser)
    prompts = parse_deck(GOOD, "deck.yaml").cards[0].prompts
    assert prompts[0].text == "What is happening here?"
