"""The wall: what everybody in the room may read, and nothing else, at every stage and size."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.build import Play, a_deck
from wshoes_tui.cells.cell_layout import plain, width_of
from wshoes_tui.domain.commands import (
    AddLightbulb,
    AddPledge,
    ChangeSeat,
    Close,
    GiveFeedback,
    GoToClosing,
    HandIn,
    KeepDraft,
    Next,
    Open,
    ParkTopic,
    Pause,
    PlaceCard,
    Rate,
    Reveal,
    Say,
    ShowAs,
    WriteFirst,
)
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.projection import seen_on_wall
from wshoes_tui.terminal.capabilities import terminal_named
from wshoes_tui.wall.wall_layout import parts_of, wall_rows
from wshoes_tui.wall.wall_page import WallPage, wall_page

SIZES = ((40, 20), (60, 20), (80, 24), (100, 30), (132, 43), (30, 12))
DRAWN, ASCII = terminal_named("xterm-256color"), terminal_named("xterm", ascii=True)


def seat_id(play: Play, label: str) -> str:
    """The id of a seat."""
    return next(seat.id for seat in play.session.seats if seat.label == label)


def on_wall(session: Session | None) -> str:
    """All that any wall shows of a session, at the sizes there are."""
    page = wall_page(session)
    shown = [
        plain(row)
        for size in SIZES
        for part in range(3)
        for row in wall_rows(page, *size, DRAWN, part)
    ]
    return " ".join(" ".join(shown).split())


@pytest.fixture
def play() -> Play:
    """Two people on their first card, whose names would be known if they were shown."""
    return Play.begun("Zebedee/lived, Quilla/service")


def named(play: Play) -> Session:
    """The session with every private field filled with a word to look for."""
    zeb, quilla = seat_id(play, "Zebedee"), seat_id(play, "Quilla")
    play.do(Say("HIDDEN", zeb), Say("Aloud.", zeb), ChangeSeat(zeb, needs="HIDDEN"))
    play.do(ShowAs(play.session.responses[0].id, "withheld"))
    play.do(AddLightbulb("HIDDEN"), AddPledge("HIDDEN"), ParkTopic("HIDDEN"))
    play.do(PlaceCard("HIDDEN", "HIDDEN"))
    deck = play.session.decks[0].deck
    play.do(Rate(deck.id, deck.shoes[0].id, (7,), "before"))
    for kind in ("response", "own", "lightbulb", "pledge", "park", "wild", "voice"):
        play.do(KeepDraft(kind, "HIDDEN", quilla if kind == "own" else None))  # type: ignore[arg-type]
    cards = tuple(replace(card, note="HIDDEN", source="HIDDEN") for card in deck.cards)
    return with_deck(play.session, replace(deck, cards=cards))


def with_deck(session: Session, deck: object) -> Session:
    """The session with another deck in the place of its first."""
    played = replace(session.decks[0], deck=deck)  # type: ignore[arg-type]
    return replace(session, decks=(played, *session.decks[1:]))


def test_only_what_is_said_aloud_reaches_the_wall(play: Play) -> None:
    session = named(play)
    assert "Aloud." in on_wall(session)
    assert "HIDDEN" not in repr(seen_on_wall(session))
    assert "HIDDEN" not in on_wall(session)
    for seat in session.seats:
        assert seat.label not in repr(seen_on_wall(session))
        assert seat.id not in repr(seen_on_wall(session))


def test_what_people_write_stays_hidden_until_all_is_revealed(play: Play) -> None:
    zeb, quilla = seat_id(play, "Zebedee"), seat_id(play, "Quilla")
    play.do(WriteFirst(), KeepDraft("private", "Mine", zeb), HandIn(quilla, "Hers"))
    before = on_wall(play.session)
    assert "Mine" not in before
    assert "Hers" not in before
    play.do(HandIn(zeb, "Mine"))
    assert on_wall(play.session) == before, "nor does it tell who is ready"
    play.do(Reveal())
    assert "Mine" in on_wall(play.session)
    assert "Hers" in on_wall(play.session)


def test_what_was_said_on_a_turn_is_gone_with_it(play: Play) -> None:
    play.do(Say("Aloud."), Next())
    assert "Aloud." not in repr(seen_on_wall(play.session))
    play.do(GoToClosing(), GiveFeedback("safe", "HIDDEN"))
    shown = on_wall(play.session)
    assert "Aloud." not in shown
    assert "HIDDEN" not in repr(seen_on_wall(play.session))
    (covered,) = wall_page(play.session).covered
    assert sum(row.stood for row in covered.rows) == 1, "the map counts that turn"
    play.do(Close())
    assert "HIDDEN" not in on_wall(play.session)


def test_names_stand_beside_words_where_the_group_shows_them() -> None:
    play = Play.begun("Zebedee/lived, Quilla/service")
    play.do(Say("Aloud.", seat_id(play, "Zebedee")))
    header = replace(play.session.header, visibility="named")
    told = replace(play.session.responses[0], seat=seat_id(play, "Zebedee"), visibility="named")
    session = replace(play.session, header=header, responses=(told,))
    assert [voice.name for voice in wall_page(session).voices] == ["Zebedee"]
    seen = seen_on_wall(replace(session, turns=(replace(session.turns[0], state="answered"),)))
    assert [one.seat for one in seen.responses] == [None], "words of a card that is over"
    unnamed = replace(session, header=play.session.header)
    assert [one.seat for one in seen_on_wall(unnamed).responses] == [None]
    shoes_only = replace(session, responses=(replace(told, visibility="shoes"),))
    assert [voice.name for voice in wall_page(shoes_only).voices] == [""]


def test_the_page_follows_the_stages(play: Play) -> None:
    card = play.session.card_of(play.session.turns[0])
    assert "It begins" in on_wall(None)
    page = wall_page(play.session)
    assert (page.title, page.shoes) == (card.title, play.session.shoes_of(play.session.turns[0]))
    assert page.question
    play.do(Pause())
    assert wall_page(play.session).title == "Pause"


def test_before_the_first_card_it_waits_whatever_was_chosen() -> None:
    empty = Play.fresh()
    assert "It begins when everybody is here." in on_wall(empty.session)
    mixed = Play.ready("Asha, Tom", a_deck("home"), a_deck("town"))
    assert "It begins when everybody is here." in on_wall(mixed.session)
    assert wall_rows(WallPage("A title alone"), 40, 20, DRAWN, 0)
    mixed.do(Open())
    shown = on_wall(mixed.session)
    assert "It begins when" not in shown
    assert shown.index("How we want to be together") < shown.index("Nobody is interrupted.")


@pytest.mark.parametrize("terminal", [DRAWN, ASCII, terminal_named("linux")], ids=lambda t: t.name)
def test_every_size_holds_shoes_and_question_and_no_row_is_too_long(
    play: Play, terminal: object
) -> None:
    page = wall_page(play.session)
    assert page.shoes is not None
    for width, height in SIZES:
        rows = wall_rows(page, width, height, terminal)  # type: ignore[arg-type]
        assert len(rows) == height
        assert all(width_of(row) <= width for row in rows)
        text = "".join(map(plain, rows))
        assert f"[{page.shoes.mark}]" in text, (width, height)
        if width < 120:
            assert page.question.split()[0] in text, (width, height)


def test_voices_that_do_not_fit_are_shown_in_parts_and_none_is_cut(play: Play) -> None:
    for number in range(9):
        play.do(Say(f"Voice{number} " + "speaks of what it was like for them that night. " * 2))
    page = wall_page(play.session)
    for width, height in SIZES[:-1]:
        shown = [
            plain(row) for part in range(9) for row in wall_rows(page, width, height, DRAWN, part)
        ]
        joined = " ".join(shown)
        assert all(f"Voice{number} " in joined for number in range(9)), (width, height)


def test_maps_that_do_not_fit_together_are_shown_deck_by_deck(play: Play) -> None:
    play.do(GoToClosing())
    page, terminal = wall_page(play.session), terminal_named("xterm-256color")
    (covered,) = page.covered
    second = replace(covered, deck=replace(covered.deck, title="The second deck"))
    page = replace(page, covered=(covered, second))
    low = next(height for height in range(60, 3, -1) if parts_of(page, 60, height, terminal) > 1)
    assert parts_of(page, 60, low + 1, terminal) == 1
    shown = ["\n".join(map(plain, wall_rows(page, 60, low, terminal, n))) for n in (0, 1)]
    for row in covered.rows:
        assert all(row.shoes.name in part for part in shown), "a map was cut"
    assert ["The second deck" in part for part in shown] == [False, True]


def test_voices_stand_by_the_order_of_the_shoes_not_by_who_was_first(play: Play) -> None:
    zeb, quilla = seat_id(play, "Zebedee"), seat_id(play, "Quilla")
    play.do(WriteFirst(), HandIn(zeb, "One"), HandIn(quilla, "Two"), Reveal())
    page = wall_page(play.session)
    said = play.session.responses
    turned = replace(
        play.session,
        responses=tuple(replace(one, place=len(said) - one.place + 1) for one in reversed(said)),
    )
    assert {voice.shoes for voice in page.voices} == {
        voice.shoes for voice in wall_page(turned).voices
    }
    assert page.voices == wall_page(turned).voices


def test_a_page_is_a_value_that_tells_whether_anything_changed(play: Play) -> None:
    assert wall_page(play.session) == wall_page(play.session)
    assert isinstance(wall_page(None), WallPage)
