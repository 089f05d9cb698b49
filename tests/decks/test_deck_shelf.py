"""Finding decks in folders: what shadows what, what is listed, what a name means."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.decks.samples import GOOD, spoilt
from wshoes_tui.decks import deck_files
from wshoes_tui.decks import deck_library as shelf_module
from wshoes_tui.decks.deck_cache import stamps_in
from wshoes_tui.decks.deck_library import DeckLibrary, shipped_folder
from wshoes_tui.decks.diagnostics import DeckErrors
from wshoes_tui.domain.list_rows import DeckCounts, Listed, count_decks
from wshoes_tui.errors import NotFoundError


class Shelves:
    """Three folders to put decks into."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folders = [(name, root / name) for name in ("shipped", "yours", "given")]
        self.deck_library = DeckLibrary(self.folders)

    def put(self, origin: str, file: str, text: str = GOOD) -> Path:
        """Write a deck."""
        path = self.root / origin / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def rows(self) -> list[tuple[str, str, str]]:
        """Id, language and origin of each deck listed without a problem."""
        return [(row.id, row.language, row.origin) for row in self.listing() if not row.problem]

    def problems(self) -> list[Listed]:
        """What is listed with a problem."""
        return [row for row in self.listing() if row.problem]

    def listing(self) -> list[Listed]:
        """Every deck; what the cache counts, where it counts, is the same."""
        memory = self.root / "data" / "cache" / "decks.json"
        memory.parent.parent.mkdir(exist_ok=True)
        listed = self.deck_library.listing()
        counts = count_decks(listed)
        for known in (
            (None, counts),
            (counts if stamps_in(path for _name, path in self.folders) else None,),
        ):
            cached = DeckLibrary(self.folders, memory)
            assert cached.remembered_counts() in known
            assert [row.path for row in cached.listing()] == [row.path for row in listed]
        return listed


@pytest.fixture
def shelves(tmp_path: Path) -> Shelves:
    return Shelves(tmp_path)


def called(deck_id: str, *, language: str = "en-GB", title: str = "", original: str = "~") -> str:
    """A good deck of another name."""
    return spoilt(
        ("id: home-from-hospital", f"id: {deck_id}"),
        ("language: en-GB", f"language: {language}"),
        ("title: Home from hospital", f"title: {title or deck_id}"),
        ("translation_of: ~", f"translation_of: {original}"),
    )


class TestListing:
    def test_missing_folders_are_empty(self, shelves: Shelves) -> None:
        assert shelves.deck_library.listing() == []

    def test_a_row_says_what_a_list_needs(self, shelves: Shelves) -> None:
        path = shelves.put("shipped", "home.yaml")
        assert shelves.deck_library.listing() == [
            Listed(
                id="home-from-hospital",
                title="Home from hospital",
                language="en-GB",
                summary="Leaving hospital, seen by everyone it touches.",
                cards=2,
                minutes=8,
                path=path,
                origin="shipped",
            )
        ]

    def test_by_title_whatever_the_file_is_called(self, shelves: Shelves) -> None:
        shelves.put("shipped", "1.yaml", called("b", title="zebra"))
        shelves.put("shipped", "2.yml", called("a", title="Yak"))
        shelves.put("shipped", "3.YAML", called("c", title="apple"))
        assert [row.title for row in shelves.deck_library.listing()] == ["apple", "Yak", "zebra"]

    def test_other_files_are_left_alone(self, shelves: Shelves) -> None:
        shelves.put("yours", "notes.txt", "hello")
        shelves.put("yours", ".home.yaml.swp", "hello")
        shelves.put("yours", ".home.yaml", "hello")
        (shelves.root / "yours" / "more").mkdir()
        assert shelves.deck_library.listing() == []

    def test_later_folders_shadow_earlier_ones(self, shelves: Shelves) -> None:
        for origin in ("shipped", "yours", "given"):
            shelves.put(origin, f"{origin}.yaml", called("home", title=origin))
        shelves.put("shipped", "other.yaml", called("other"))
        assert shelves.rows() == [("home", "en-GB", "given"), ("other", "en-GB", "shipped")]
        assert shelves.deck_library.open("home").title == "given"

    def test_another_language_shadows_nothing(self, shelves: Shelves) -> None:
        shelves.put("shipped", "home.yaml", called("home"))
        shelves.put("yours", "home.yaml", called("home", language="cy"))
        assert sorted(shelves.rows()) == [("home", "cy", "yours"), ("home", "en-GB", "shipped")]

    def test_languages_are_the_same_however_they_are_written(self, shelves: Shelves) -> None:
        shelves.put("shipped", "home.yaml", called("home"))
        shelves.put("yours", "home.yaml", called("home", language="EN-gb").replace("id: p", "i: p"))
        (row,) = shelves.deck_library.listing()
        assert (row.language, row.hides) == ("EN-gb", ("shipped",))

    def test_a_copy_in_the_same_folder_is_told_not_used(self, shelves: Shelves) -> None:
        shelves.put("yours", "home copy.yaml", called("home", title="copy"))
        shelves.put("yours", "home.yaml", called("home", title="real"))
        (problem,) = shelves.problems()
        assert problem.path.name == "home.yaml"
        assert "same id and language as home copy.yaml" in problem.problem
        assert shelves.deck_library.open("home").title == "copy"

    def test_cards_are_counted_whatever_their_first_key(self, shelves: Shelves) -> None:
        swapped = spoilt(
            ("  - id: the-stairs\n    kind: poem", "  - kind: poem\n    id: the-stairs")
        )
        shelves.put("yours", "a.yaml", swapped)
        assert [row.cards for row in shelves.deck_library.listing()] == [2]

    def test_dashes_in_texts_and_comments_are_no_cards(self, shelves: Shelves) -> None:
        text = spoilt(("      Thirteen steps,", "      - id: no card\n      Thirteen steps,"))
        shelves.put("yours", "a.yaml", text + "  # - id: no card\n")
        assert [row.cards for row in shelves.deck_library.listing()] == [2]

    def test_keys_in_another_order(self, shelves: Shelves) -> None:
        start = GOOD.index("cards:")
        shelves.put("yours", "a.yaml", GOOD[start:] + "\n" + GOOD[:start])
        (row,) = shelves.deck_library.listing()
        assert (row.id, row.cards, row.problem) == ("home-from-hospital", 2, "")

    def test_cards_between_brackets(self, shelves: Shelves) -> None:
        start = GOOD.index("cards:")
        card = "cards: [{id: a, kind: poem, title: A, text: A}]\n"
        shelves.put("yours", "a.yaml", GOOD[:start] + card)
        (row,) = shelves.deck_library.listing()
        assert (row.cards, row.problem) == (1, "")

    def test_new_decks_are_seen(self, shelves: Shelves) -> None:
        assert shelves.deck_library.listing() == []
        shelves.put("yours", "a.yaml")
        assert len(shelves.deck_library.listing()) == 1


class TestBrokenDecks:
    def test_stay_in_the_list_with_their_reason(self, shelves: Shelves) -> None:
        shelves.put("shipped", "good.yaml", called("good"))
        shelves.put("yours", "bad.yaml", spoilt(("title: Home", "titel: Home")))
        good, bad = shelves.deck_library.listing()
        assert (good.id, good.problem) == ("good", "")
        assert (bad.id, bad.language, bad.origin) == ("home-from-hospital", "en-GB", "yours")
        assert bad.problem.startswith('bad.yaml:3: Unknown key "titel"')
        assert bad.problem.isprintable()

    @pytest.mark.parametrize(
        "text", ["", "hello", "\x1b[2J", "id: x\n\tid: y", "cards:\n- id: x\n", "[" * 99_000]
    )
    def test_of_any_kind(self, shelves: Shelves, text: str) -> None:
        shelves.put("yours", "bad.yaml", text)
        (row,) = shelves.deck_library.listing()
        assert row.problem.startswith("bad.yaml")
        assert row.title.isprintable()

    def test_faults_in_cards_are_told_in_the_list(self, shelves: Shelves) -> None:
        shelves.put("yours", "bad.yaml", spoilt(("tender: 0", "tender: 9")))
        assert ['"tender"' in row.problem for row in shelves.deck_library.listing()] == [True]
        with pytest.raises(DeckErrors):
            shelves.deck_library.open("home-from-hospital")

    def test_shadow_as_well_so_that_nobody_plays_an_old_deck_unawares(
        self, shelves: Shelves
    ) -> None:
        shelves.put("shipped", "home.yaml")
        shelves.put("yours", "home.yaml", spoilt(("title: Home", "titel: Home")))
        assert len(shelves.deck_library.listing()) == 1
        with pytest.raises(DeckErrors):
            shelves.deck_library.open("home-from-hospital")

    def test_make_way_for_a_sound_one_in_the_same_folder(self, shelves: Shelves) -> None:
        shelves.put("yours", "a.yaml", spoilt(("title: Home", "titel: Home")))
        shelves.put("yours", "b.yaml")
        assert len(shelves.problems()) == 1
        assert shelves.deck_library.open("home-from-hospital").title == "Home from hospital"

    @pytest.mark.skipif(sys.platform == "win32", reason="no such files here")
    def test_a_pipe_is_listed_and_not_waited_for(self, shelves: Shelves) -> None:
        shelves.put("yours", "a.yaml")
        os.mkfifo(shelves.root / "yours" / "pipe.yaml")
        (problem,) = shelves.problems()
        assert "a pipe or a device" in problem.problem

    def test_a_folder_that_is_none(self, shelves: Shelves) -> None:
        (shelves.root / "given").write_text("hello")
        (problem,) = shelves.problems()
        assert '"given" is not a folder' in problem.problem

    def test_a_folder_that_cannot_be_read(
        self, shelves: Shelves, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(_: object) -> list[str]:
            raise PermissionError(13, "Permission denied")

        shelves.put("yours", "a.yaml")
        monkeypatch.setattr(shelf_module.os, "listdir", refuse)
        assert {"cannot be read" in row.problem for row in shelves.problems()} == {True}


class TestWhatIsTold:
    def test_a_copy_hides_the_shipped_one_and_says_so(self, shelves: Shelves) -> None:
        shelves.put("shipped", "home.yaml", called("home"))
        shelves.put("yours", "copy.yaml", called("home", title="copy"))
        (row,) = shelves.deck_library.listing()
        assert (row.title, row.origin, row.hides) == ("copy", "yours", ("shipped",))
        shelves.put("given", "copy.yaml", called("home", title="third"))
        assert [row.hides for row in shelves.deck_library.listing()] == [("yours", "shipped")]

    def test_a_broken_copy_says_so_too(self, shelves: Shelves) -> None:
        shelves.put("shipped", "home.yaml", called("home"))
        shelves.put("yours", "home.yaml", called("home").replace("kind: poem", "kind: pome"))
        (row,) = shelves.deck_library.listing()
        assert (row.hides, bool(row.problem)) == (("shipped",), True)

    def test_a_folder_given_twice_hides_nothing(self, tmp_path: Path) -> None:
        (tmp_path / "home.yaml").write_text(GOOD, "utf-8")
        deck_library = DeckLibrary(
            [("shipped", tmp_path), ("given", tmp_path / ".." / tmp_path.name)]
        )
        assert [row.hides for row in deck_library.listing()] == [()]

    @pytest.mark.parametrize(
        ("file", "better"),
        [
            ("night.yaml.txt", "night.yaml"),
            ("night.txt", "night.yaml"),
            ("night", "night.yaml"),
            ("night.YAML.txt", "night.YAML"),
            ("night.yaml (1)", "night.yaml"),
            ("night.yml.bak", "night.yml"),
        ],
    )
    def test_a_deck_but_for_its_name_is_told(
        self, shelves: Shelves, file: str, better: str
    ) -> None:
        shelves.put("yours", file, "# A deck\n" + GOOD)
        (row,) = shelves.deck_library.listing()
        assert row.problem.startswith(f"{file}: This is a deck, but its name ")
        assert row.problem.endswith(f'Rename it to "{better}".')
        assert shelves.rows() == []

    def test_notes_that_speak_of_decks_are_none(self, shelves: Shelves) -> None:
        for name in ("notes.txt", "README", "night.yaml~", "README.md"):
            shelves.put("yours", name, "To write a deck:\n\nwshoes: 1\nid: x\n")
        assert shelves.deck_library.listing() == []

    def test_an_error_is_remembered_until_the_file_changes(
        self, shelves: Shelves, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "data").mkdir()
        memory = tmp_path / "data" / "cache" / "decks.json"
        path = shelves.put("yours", "bad.yaml", spoilt(("tender: 0", "tender: 9")))
        folders = [("yours", path.parent)]
        first = DeckLibrary(folders, memory).listing()
        with monkeypatch.context() as patch:
            patch.setattr(deck_files, "read_source", lambda *_: pytest.fail("read the file"))
            assert DeckLibrary(folders, memory).listing() == first
        before = path.stat()
        path.write_text(GOOD, "utf-8")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert [row.problem for row in DeckLibrary(folders, memory).listing()] == [""]


class TestNames:
    @pytest.fixture(autouse=True)
    def decks(self, shelves: Shelves) -> None:
        for name in ("home-from-hospital", "home-of-my-own", "digital", "digital-care"):
            shelves.put("shipped", f"{name}.yaml", called(name))

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("home-from-hospital", "home-from-hospital"),
            ("home-f", "home-from-hospital"),
            ("Home-From", "home-from-hospital"),
            ("digital", "digital"),
            ("digital-", "digital-care"),
        ],
    )
    def test_an_id_or_its_beginning(self, shelves: Shelves, name: str, expected: str) -> None:
        assert shelves.deck_library.open(name).id == expected

    @pytest.mark.parametrize(
        ("name", "said"),
        [
            ("home", '"home" could be "home-from-hospital" or "home-of-my-own".'),
            ("dijital", 'Did you mean "digital"'),
            ("zzz", "wshoes deck list"),
            ("", "wshoes deck list"),
            ("a\0b", "There is no deck"),
            ("x" * 5_000, "There is no deck"),
            ("nowhere.yaml", "There is no file"),
            ("nowhere/home", "There is no file"),
        ],
    )
    def test_a_name_that_means_nothing(self, shelves: Shelves, name: str, said: str) -> None:
        with pytest.raises(NotFoundError) as caught:
            shelves.deck_library.open(name)
        assert said in str(caught.value)
        assert str(caught.value).isprintable()
        assert len(str(caught.value)) < 300

    def test_a_path(self, shelves: Shelves, monkeypatch: pytest.MonkeyPatch) -> None:
        path = shelves.put("elsewhere", "mine.yaml", called("mine"))
        assert shelves.deck_library.open(str(path)).id == "mine"
        monkeypatch.chdir(path.parent)
        assert shelves.deck_library.open("mine.yaml").id == "mine"
        path.rename(path.with_name("mine-without-ending"))
        assert shelves.deck_library.open("mine-without-ending").id == "mine"

    def test_a_folder_beside_us_is_no_deck(
        self, shelves: Shelves, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(shelves.root)
        (shelves.root / "digital").mkdir()
        assert shelves.deck_library.open("digital").id == "digital"
        with pytest.raises(NotFoundError):
            shelves.deck_library.open("shipped")


class TestLanguages:
    @pytest.fixture(autouse=True)
    def decks(self, shelves: Shelves) -> None:
        shelves.put("shipped", "a.yaml", called("heim", language="de", original="home"))
        shelves.put("shipped", "b.yaml", called("home"))
        shelves.put("shipped", "c.yaml", called("home", language="cy"))
        shelves.put("shipped", "d.yaml", called("chez-soi", language="fr-CA", original="home"))

    @pytest.mark.parametrize(
        ("name", "language", "expected"),
        [
            ("home", None, "en-GB"),
            ("home", "cy", "cy"),
            ("home", "CY", "cy"),
            ("home", "de", "de"),
            ("home", "de-AT", "de"),
            ("home", "fr", "fr-CA"),
            ("home", "en-US", "en-GB"),
            ("home", "es", "en-GB"),
            ("heim", None, "de"),
            ("heim", "de", "de"),
            ("heim", "en-GB", "en-GB"),
            ("heim", "es", "de"),
            ("chez", None, "fr-CA"),
        ],
    )
    def test_open(self, shelves: Shelves, name: str, language: str | None, expected: str) -> None:
        assert shelves.deck_library.open(name, language).language == expected


def test_decks_are_counted_from_the_cache_until_a_file_changes(shelves: Shelves) -> None:
    shelves.put("shipped", "home.yaml")
    shelves.put("yours", "welsh.yaml", called("w", language="cy", original="home-from-hospital"))
    shelves.put("yours", "other.yaml", called("other"))
    shelves.put("yours", "broken.yaml", "wshoes: 1\n")
    assert shelves.rows()
    memory = shelves.root / "data" / "cache" / "decks.json"

    def counts() -> DeckCounts | None:
        return DeckLibrary(shelves.folders, memory).remembered_counts()

    assert counts() == count_decks(shelves.listing()) == DeckCounts(2, 1)
    for change in (
        lambda: shelves.put("yours", "other.yaml", called("another")),
        lambda: shelves.put("given", "new.yaml", called("new")),
        lambda: (shelves.root / "shipped" / "home.yaml").unlink(),
        lambda: shelves.put("yours", "notes.txt", "Nothing."),
    ):
        change()
        assert counts() is None
        assert shelves.listing()
    memory.write_text("[]", "utf-8")
    assert counts() is None


def test_a_copy_that_is_not_used_is_opened_in_no_language(shelves: Shelves) -> None:
    shelves.put("yours", "a.yaml", called("home"))
    shelves.put("yours", "b.yaml", called("home", language="cy", original="home", title="used"))
    shelves.put("yours", "c.yaml", called("home", language="cy", title="copy"))
    assert shelves.deck_library.open("home", "cy").title == "used"


def test_shipped_decks_are_those_of_the_wheel_or_of_the_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "wshoes_tui"
    monkeypatch.setattr(shelf_module, "__file__", str(package / "decks" / "shelf.py"))
    assert shipped_folder() == tmp_path / "decks"
    (package / "shipped_decks").mkdir(parents=True)
    assert shipped_folder() == package / "shipped_decks"


def test_every_shipped_deck_is_sound_and_listed() -> None:
    library = DeckLibrary([("shipped", shipped_folder())])
    rows = library.listing()
    assert rows
    assert [row.problem for row in rows if row.problem] == []
    assert [row.cards for row in rows] == [len(library.open(str(row.path)).cards) for row in rows]


def test_starting_up_loads_no_yaml() -> None:
    code = (
        "import sys, wshoes_tui.decks.deck_library;"
        "print([name for name in ('yaml', 'difflib', 'textwrap') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
