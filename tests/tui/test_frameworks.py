"""Frameworks: their files, references to them, and decks and sessions read by their themes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.build import Decks, Play, a_deck
from tests.decks.samples import GOOD, ORIGINALS, problems_of, spoilt
from tests.export.test_export_pledges import rendered
from tests.lines.talk import Talk
from tests.tui.app_fixture import House, resume
from tests.tui.keyboard import DOWN, ENTER, ESC, TAB, typed
from tests.tui.screen_text import shown
from wshoes_tui.decks.deck_files import check_files
from wshoes_tui.decks.deck_library import shipped_folder
from wshoes_tui.decks.deck_rules import load_deck, parse_deck
from wshoes_tui.decks.diagnostics import DeckErrors
from wshoes_tui.decks.frameworks import frameworks_in, read_frameworks
from wshoes_tui.decks.lint import advise
from wshoes_tui.domain.commands import Close, GoToClosing, Say
from wshoes_tui.domain.deck import Card, Deck, Offer, Theme
from wshoes_tui.domain.framework import Framework, by_framework, session_by
from wshoes_tui.domain.summary import coverage, deck_coverage
from wshoes_tui.domain.value import replace
from wshoes_tui.export.formats import FORMATS
from wshoes_tui.settings import documents_folder

OURS = Framework("ours", "Our agenda", (Theme("voice", "A voice"), Theme("time", "Time")))
TEXT = """\
# An agenda of our own.
frameworks:
  ours:
    title: Our agenda
    themes: {voice: A voice, time: Time}
"""
SHIPPED = shipped_folder() / "frameworks"


def a_card(id: str, *themes: str, framework: tuple[str, ...] = (), **parts: Any) -> Card:
    """A card on these themes."""
    return Card(
        id, "scenario", id, id, themes=themes, framework=framework, shoes=("patient",), **parts
    )


def ours(**parts: Any) -> Deck:
    """A deck with one theme of its own that is one of our agenda, and a card on the other."""
    themes = (Theme("bed", "The bed", "ours/voice"), Theme("tea", "Tea"))
    cards = (a_card("one", "bed"), a_card("two", "tea", framework=("ours/time",)), a_card("three"))
    return replace(a_deck(themes=themes, cards=cards), **parts)


def test_making_it_real_is_shipped_names_of_themes_alone() -> None:
    found = frameworks_in([SHIPPED])
    assert [len(found[f"making-it-real-{year}"].themes) for year in (2012, 2018)] == [6, 6]
    decks = [load_deck(path) for path in ORIGINALS]
    for deck in decks:
        told = [one for one in advise(deck, frameworks=found.values()) if one.kind == "framework"]
        assert told == []


def test_a_file_of_ones_own_comes_after_the_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text(TEXT, "utf-8")
    (tmp_path / "broken.yaml").write_text("frameworks: {ours: }", "utf-8")
    assert read_frameworks(tmp_path / "ours.yaml") == (OURS,)
    found = frameworks_in([SHIPPED, tmp_path, tmp_path / "not-there"])
    assert found["ours"] == OURS
    assert "making-it-real-2018" in found


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("title: Our agenda", "titel: Our agenda", 4, '"titel"'),
        ("    title: Our agenda\n", "", 4, 'no "title"'),
        ("voice: A voice", "voice: ", 5, "is empty"),
        ("voice: A voice", "My voice: A voice", 5, "no id"),
        ("  ours:", "  Our Agenda:", 4, "no id"),
        ("{voice: A voice, time: Time}", "[voice]", 5, "keys with values"),
        (" Our agenda", " Agenda #2", 4, '"#2"'),
        ("frameworks:", "more: x\nframeworks:", 2, '"more"'),
    ],
)
def test_faults_are_told_at_their_lines(
    tmp_path: Path, old: str, new: str, line: int, what: str
) -> None:
    assert old in TEXT
    path = tmp_path / "ours.yaml"
    path.write_text(TEXT.replace(old, new, 1), "utf-8")
    with pytest.raises(DeckErrors) as caught:
        read_frameworks(path)
    problem = caught.value.problems[0]
    assert what in str(problem)
    assert abs(problem.line - line) <= 1
    assert check_files([path], lambda *_: None).problems == list(caught.value.problems)


def test_check_takes_such_files_and_says_where_they_belong(tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text(TEXT, "utf-8")
    checked = check_files([tmp_path], lambda *_: None)
    assert (checked.files, checked.faulty, checked.problems) == (1, 0, [])
    (problem,) = problems_of(TEXT)
    assert "file of frameworks" in problem.what
    assert '"frameworks" beside' in problem.mend


def test_a_card_names_themes_of_any_framework() -> None:
    line = "    themes: [information, independence]\n"
    deck = parse_deck(spoilt((line, f"{line}    framework: [a/b, making-it-real-2012/c]\n")), "d")
    assert deck.cards[0].framework == ("a/b", "making-it-real-2012/c")
    told = [one for one in advise(deck, frameworks=(OURS,)) if one.kind == "framework"]
    assert [one.about for one in told] == ["theme independence", *["card friday-four-oclock"] * 2]
    (problem,) = problems_of(spoilt((line, f"{line}    framework: workforce\n")))
    assert "making-it-real-2018/workforce" in problem.mend
    (problem,) = problems_of(spoilt((line, "    themes: [making-it-real-2018/workforce]\n")))
    assert problem.mend.endswith("framework: [making-it-real-2018/workforce]")
    near = spoilt(("making-it-real-2018/wellbeing", "making-it-real-2018/workfroce"))
    shipped = frameworks_in([SHIPPED]).values()
    (advice,) = advise(parse_deck(near, "d"), frameworks=shipped)
    assert advice.mend == 'Did you mean "making-it-real-2018/workforce"?'
    assert all(one.kind != "framework" for one in advise(parse_deck(GOOD, "d")))


def test_a_deck_is_read_by_the_themes_of_a_framework() -> None:
    seen = by_framework(ours(), OURS)
    assert seen.themes == OURS.themes
    assert [card.themes for card in seen.cards] == [("voice",), ("time",), ()]
    assert seen.offered() == (Offer("voice", ("patient",)), Offer("time", ("patient",)))
    carried = ours(cards=(), offers=(Offer("bed", ("nurse",)), Offer("tea", ("patient",))))
    assert by_framework(carried, OURS).offered() == (Offer("voice", ("nurse",)),)


def test_a_map_of_a_deck_counts_its_cards() -> None:
    found = deck_coverage(ours())
    rows = {row.shoes.id: (row.stood, row.times) for row in found.rows}
    assert rows["patient"] == (3, (1, 1))
    assert rows["nurse"] == (0, (0, 0))
    empty = deck_coverage(ours(themes=(*ours().themes, Theme("none", "None"))))
    assert [theme.title for theme in empty.untouched] == ["None"], "a gap is on the map"


@pytest.fixture
def play() -> Play:
    """A session on our deck: somebody has stood in a pair of shoes, and spoken."""
    return Play.begun("Asha/service", ours(), planned_turns=1)


def test_a_session_is_read_by_both(play: Play) -> None:
    card = play.session.card_of(play.turn)
    talk = Talk.over(play)
    talk.type("I want my own bed.")
    (by_deck,), (by_agenda,) = coverage(talk.session), coverage(talk.session, OURS)
    on = {"one": (1, 0), "two": (0, 1), "three": (0, 0)}[card.id]
    assert [row.times for row in by_agenda.rows if row.stood] == [on]
    assert [row.times for row in by_deck.rows if row.stood] == [on]
    assert [theme.key for theme in by_agenda.themes] == ["voice", "time"]


def test_in_lines(play: Play) -> None:
    talk = Talk.over(play)
    talk.type("I want my own bed.")
    decks = talk.conversation.library.deck_library
    assert isinstance(decks, Decks)
    assert talk.type("/agenda")[0] == "Map: The decks of this session name no agenda."
    decks.agendas["ours"] = OURS
    told = talk.type("/agenda")
    assert told[0] == "Map: Our agenda"
    assert any("1 time" in line for line in told)
    assert talk.type("/agenda nobody's")[0] == "Map: These agendas are named: Our agenda"


async def test_on_screens(house: House) -> None:
    house.decks = Decks(ours())
    house.decks.agendas["ours"] = OURS
    house.hold(Play.begun("Asha/service", ours(), planned_turns=1))
    async with house.open(resume()) as app:
        await typed(app, "I want my own bed.", ENTER, ESC, "m")
        assert "The bed" in shown(app)
        assert "A voice" not in shown(app)
        await typed(app, TAB)
        assert "Our agenda" in shown(app)
        assert "A voice" in shown(app)
        await typed(app, TAB)
        assert "A voice" not in shown(app)


async def test_on_the_page_of_the_summary(house: House) -> None:
    house.decks = Decks(ours())
    house.decks.agendas["ours"] = OURS
    play = Play.begun("Asha/service", ours(), planned_turns=1)
    play.do(Say("I want my own bed."), GoToClosing(), Close())
    house.hold(play)
    async with house.open() as app:
        await typed(app, "p", ENTER)
        assert "The bed" in shown(app)
        await typed(app, "f")
        assert "Our agenda" in shown(app)
        assert "A voice" in shown(app)
        await typed(app, "f")
        assert "The bed" in shown(app)


@pytest.mark.parametrize("name", [one.name for one in FORMATS.values() if one.has_map])
def test_every_export_with_a_map_can_have_it_by_an_agenda(name: str) -> None:
    play = Play.begun("Asha/service", ours(), planned_turns=1)
    play.do(Say("I want my own bed."), GoToClosing(), Close())
    form = FORMATS[name]
    told = rendered(form, session_by(play.session, OURS))
    if name == "poster":  # its columns have no room for titles beside few rows
        assert "By the themes of Our agenda." in told
        assert "The bed" not in told
        return
    assert "A voice" in told
    assert "The bed" not in told
    assert name == "csv" or "By the themes of Our agenda." in told
    plain = rendered(form, play.session)
    assert "The bed" in plain
    assert "Our agenda" not in plain


def test_an_export_by_an_agenda_in_lines(play: Play) -> None:
    talk = Talk.over(play)
    talk.type("I want my own bed.")
    decks = talk.conversation.library.deck_library
    assert isinstance(decks, Decks)
    decks.agendas["ours"] = OURS
    assert talk.error("/export json ours").startswith("This format has no map")
    assert talk.error("/export md nobody's") == "These agendas are named: Our agenda"
    talk.type("/export md our agenda")
    saved = talk.type("/export md our agenda")[0]
    assert "A voice" in Path(saved.removeprefix("Saved: written to ")).read_text("utf-8")


async def test_what_is_exported_from_the_map_by_agenda_is_by_it(house: House) -> None:
    house.decks = Decks(ours())
    house.decks.agendas["ours"] = OURS
    play = Play.begun("Asha/service", ours(), planned_turns=1)
    play.do(Say("I want my own bed."), GoToClosing(), Close())
    house.hold(play)
    async with house.open() as app:
        await typed(app, "p", ENTER, "f", "x", ENTER, DOWN, ENTER)
        assert "Written to" in shown(app)
    (path,) = documents_folder().glob("*.md")
    assert "By the themes of Our agenda." in path.read_text("utf-8")
