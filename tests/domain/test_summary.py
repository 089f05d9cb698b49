"""The figures of a session: coverage, voices, swaps, before and after."""

from __future__ import annotations

from tests.build import Play, a_card, a_deck
from wshoes_tui.domain.commands import (
    AddLightbulb,
    AddPledge,
    AddSeat,
    ChangeSeat,
    ChangeShoes,
    Command,
    DrawCard,
    GoToClosing,
    Next,
    ParkCard,
    ParkTopic,
    Pass,
    Pause,
    Rate,
    Resume,
    Reveal,
    Say,
    Skip,
    Swap,
    WriteFirst,
)
from wshoes_tui.domain.deck import Theme
from wshoes_tui.domain.summary import (
    FEW,
    before_after,
    coverage,
    glance,
    stands,
    swaps,
    unheard,
    voices,
)

THEMES = (Theme("information", "Information"), Theme("independence", "Independence"))
DECK = a_deck(
    cards=(
        a_card("one", "information", shoes=("patient",), opposite={"patient": "nurse"}),
        a_card("two", "information", "independence", shoes=("patient",)),
        a_card("three", shoes=("patient",)),
        a_card("four", "independence", shoes=("patient",)),
        a_card("five", "independence", shoes=("patient",)),
    )
)


def on(card: str, *commands: Command, seats: str = "Asha, Tom, Bea") -> Play:
    """A session whose first card is that one, in the shoes of the patient."""
    play = Play.begun(seats, DECK, planned_turns=9)
    if play.turn.card != card:
        play.do(DrawCard("home", card))
    play.do(*commands)
    return play


def covered(play: Play) -> dict[str, tuple[int, ...]]:
    rows = [row for one in coverage(play.session) for row in one.rows]
    return {row.shoes.id: row.times for row in rows if row.stood}


# Coverage


def test_nothing_is_covered_before_anybody_answers() -> None:
    for play in (Play.fresh(), Play.ready(), on("one"), on("one", Pass()), on("one", Skip())):
        assert covered(play) == {}
        assert stands(play.session) == []
    (found,) = coverage(Play.ready().session)
    assert [shoes.id for shoes in found.never] == [
        "patient",
        "daughter",
        "nurse",
        "manager",
    ]


def test_an_answered_turn_covers_each_theme_of_its_card() -> None:
    assert covered(on("two", Next())) == {"patient": (1, 1)}
    assert covered(on("one", Say("I want."))) == {"patient": (1, 0)}
    assert covered(on("one", Next())) == {"patient": (1, 0)}


def test_a_card_without_themes_counts_as_stood_and_covers_none() -> None:
    play = on("three", Next())
    (found,) = coverage(play.session)
    (row,) = (row for row in found.rows if row.stood)
    assert (row.shoes.id, row.times, row.stood) == ("patient", (0, 0), 1)


def test_every_pair_of_shoes_in_which_words_were_said_is_covered_once() -> None:
    play = on(
        "one", Say("One."), Say("Two."), Say("Three.", shoes="nurse"), Say("Four.", shoes="nurse")
    )
    assert covered(play) == {"patient": (1, 0), "nurse": (1, 0)}
    assert len(stands(play.session)) == 2


def test_words_kept_on_a_card_put_back_count_in_their_shoes_only() -> None:
    play = on("one", Say("Two.", shoes="nurse"), Skip())
    assert covered(play) == {"nurse": (1, 0)}


def test_what_was_written_first_is_covered_in_the_shoes_it_was_dealt() -> None:
    play = on("one", WriteFirst())
    play.write(Asha="A", Tom="T", Bea="B")
    shoes = {page.shoes for page in play.session.writers()}
    play.do(Reveal())
    assert set(covered(play)) == shoes


def test_a_pair_that_no_card_offers_is_no_gap() -> None:
    deck = a_deck(
        themes=(*THEMES, Theme("empty", "No card")),
        cards=(
            a_card("one", "information", shoes=("patient",)),
            a_card("two", "independence"),
            a_card("three", shoes=("nurse",)),
        ),
    )
    play = Play.begun("Asha", deck, planned_turns=9)
    if play.turn.card != "one":
        play.do(DrawCard("home", "one"))
    (before,) = coverage(play.session)
    play.do(Say("Here.", shoes="nurse"))
    (after,) = coverage(play.session)
    offered = {row.shoes.id: row.offered for row in before.rows}
    assert [theme.key for theme in before.themes] == ["information", "independence"]
    assert offered["patient"] == (True, True)
    assert offered["nurse"] == offered["manager"] == (False, True)
    assert next(row.times for row in after.rows if row.shoes.id == "nurse") == (1, 0)
    assert [theme.key for theme in after.untouched] == ["independence"]


# Voices


def test_voices_stand_in_seat_order_with_their_turns() -> None:
    play = on("one", Next(), Pass(), Skip(), Next())
    play.do(Say("Me too.", play.id_of("Tom")), Say("And me.", play.id_of("Tom")))
    found = [(v.seat.label, v.turns, v.passed, v.heard) for v in voices(play.session)]
    assert found == [("Asha", 1, 0, 1), ("Tom", 0, 1, 2), ("Bea", 1, 0, 1)]


def test_whoever_has_neither_spoken_nor_answered_is_unheard() -> None:
    play = on("one", Next(), Pass())
    assert [seat.label for seat in unheard(play.session)] == ["Tom", "Bea"]
    play.do(Say("Me.", play.id_of("Tom")), Next())
    assert unheard(play.session) == ()
    play.do(AddSeat("Zoe"))
    assert [seat.label for seat in unheard(play.session)] == ["Zoe"]


# Swaps


def test_a_swap_shows_both_sides_of_a_card() -> None:
    play = on("one", Say("From the bed."), Swap(), Say("From the desk."))
    (both,) = swaps(play.session)
    assert (both.title, both.first.shoes, both.then.shoes) == ("One", "patient", "nurse")
    assert [words.text for words in both.said_first] == ["From the bed."]
    assert [words.text for words in both.said_then] == ["From the desk."]


def test_a_swap_that_was_put_back_shows_nothing() -> None:
    assert swaps(on("one", Swap(), Skip()).session) == ()
    assert swaps(on("one", Swap(), Pass()).session) == ()
    assert swaps(on("one", Swap(), DrawCard("home", "two")).session) == ()


def test_a_swap_of_a_swap_shows_two_pairs() -> None:
    pairs = swaps(on("one", Swap(), Swap()).session)
    assert [(both.first.shoes, both.then.shoes) for both in pairs] == [
        ("patient", "nurse"),
        ("nurse", "patient"),
    ]


# Before and after


def test_before_and_after_are_medians_of_the_shoes_that_have_any() -> None:
    play = Play.ready("Asha", DECK)
    play.do(Rate("home", "nurse", (2, 3, 10), "before"), Rate("home", "nurse", (4, 7), "after"))
    play.do(Rate("home", "patient", (5,), "before"), Rate("home", "manager", (6,), "after"))
    found = {
        row.shoes.id: (row.before, row.after, row.people) for row in before_after(play.session)
    }
    assert found == {"patient": (5, None, 0), "nurse": (3, 5.5, 2), "manager": (None, 6, 0)}


def test_few_numbers_are_marked_as_few() -> None:
    play = Play.ready("Asha", DECK)
    for shoes, many in (("nurse", FEW), ("patient", FEW - 1)):
        play.do(Rate("home", shoes, (5,) * many, "before"), Rate("home", shoes, (6,) * 9, "after"))
    few = {row.shoes.id: row.few for row in before_after(play.session)}
    assert few == {"nurse": False, "patient": True}


# At a glance


def test_a_new_session_at_a_glance() -> None:
    found = glance(Play.fresh().session)
    assert (found.people, found.turns, found.responses, found.minutes) == (0, 0, 0, 0)


def test_a_session_at_a_glance() -> None:
    play = on("one", Say("One."), Say("Two."), AddLightbulb("I see."), AddPledge("I will."))
    play.do(ParkTopic("The bus."), Next(), Pass(), ParkCard(), Next())
    play.do(ChangeSeat(play.id_of("Tom"), state="left"))
    found = glance(play.session)
    assert (found.people, found.turns, found.passed) == (3, 3, 1)
    assert (found.responses, found.lightbulbs, found.pledges, found.parked) == (2, 1, 1, 2)


def test_minutes_are_those_of_turns_without_pauses() -> None:
    play = on("one")
    play.clock.forward(minutes=5)
    play.do(Pause())
    play.clock.forward(minutes=20)
    play.do(Resume())
    play.clock.forward(minutes=2)
    play.do(Next())
    play.clock.forward(minutes=4)
    play.do(GoToClosing())
    play.clock.forward(minutes=30)
    assert glance(play.session).minutes == 11


def test_a_clock_put_back_takes_no_minutes_away() -> None:
    play = on("one")
    play.clock.forward(minutes=10)
    play.do(Next())
    play.clock.forward(hours=-3)
    play.do(Next())
    assert glance(play.session).minutes == 10


def test_shoes_changed_before_a_word_was_said_are_those_that_count() -> None:
    assert covered(on("one", ChangeShoes("manager"), Next())) == {"manager": (1, 0)}
