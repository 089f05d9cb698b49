"""What shapes the open turn: shoes, seat, card, prompts and pauses."""

from __future__ import annotations

from tests.build import Play, a_deck, plain_cards
from wshoes_tui.domain.commands import (
    ChangeSeat,
    ChangeShoes,
    Close,
    DrawCard,
    GiveTurn,
    KeepDraft,
    MoreTurns,
    Next,
    Pass,
    Pause,
    Resume,
    Say,
    ShowPrompt,
    Skip,
    Swap,
    Undo,
    WriteFirst,
)

NO_TURN = "There is no open turn."


def away(play: Play, *labels: str) -> None:
    play.do(*(ChangeSeat(play.id_of(label), state="away") for label in labels))


# What shapes the open turn


def others(play: Play) -> list[str]:
    return [id_ for id_ in ("patient", "daughter", "nurse", "manager") if id_ != play.turn.shoes]


def test_other_shoes_on_this_turn() -> None:
    play = Play.begun()
    play.do(ChangeShoes(others(play)[0]))
    assert play.turn.shoes == play.session.turns[0].shoes != others(play)[0]
    assert len(play.session.turns) == 1


def test_other_shoes_are_refused() -> None:
    assert Play.ready().refused(ChangeShoes("nurse")) == NO_TURN
    play = Play.begun()
    other = others(play)[0]
    assert play.refused(ChangeShoes("cat")) == "There are no such shoes in this deck."
    assert play.refused(ChangeShoes(play.turn.shoes)) == "These are the shoes already."
    play.do(WriteFirst())
    assert play.refused(ChangeShoes(other)).startswith("People are writing on this card")
    play.do(Undo(), Say("One."))
    why = "Words were kept in these shoes. Swap instead: that keeps both."
    assert play.refused(ChangeShoes(other)) == why


def test_a_turn_can_be_given_to_somebody_else() -> None:
    play = Play.begun()
    play.do(GiveTurn(play.id_of("Bea")))
    assert play.labels() == ["Bea"]


def test_giving_a_turn_is_refused() -> None:
    assert Play.ready().refused(GiveTurn("anybody")) == NO_TURN
    play = Play.begun()
    away(play, "Tom")
    assert play.refused(GiveTurn("nobody")) == "There is no such seat."
    assert play.refused(GiveTurn(play.id_of("Asha"))) == "It is Asha's turn already."
    assert play.refused(GiveTurn(play.id_of("Tom"))) == "Tom is not here."


def test_the_turn_of_somebody_who_left_can_be_ended_or_given_away() -> None:
    for command in (Next(), Pass(), Skip(), Swap()):
        play = Play.begun()
        play.do(ChangeSeat(play.id_of("Asha"), state="left"), command)
    play = Play.begun()
    play.do(ChangeSeat(play.id_of("Asha"), state="left"), GiveTurn(play.id_of("Tom")))
    assert play.labels() == ["Tom"]


def test_a_chosen_card_takes_the_place_of_the_drawn_one() -> None:
    play = Play.begun("Asha, Tom", a_deck("home"), a_deck("memory"), planned_turns=30)
    put_back = (play.turn.deck, play.turn.card)
    play.do(ShowPrompt(1), DrawCard("memory", "window"))
    assert (play.turn.deck, play.turn.card, play.turn.prompt) == ("memory", "window", 0)
    assert len(play.session.turns) == 1
    play.do(*[Next()] * 15)
    cards = [(turn.deck, turn.card) for turn in play.session.turns]
    assert len(set(cards)) == 16
    assert put_back in cards[1:]


def test_a_chosen_card_is_refused() -> None:
    assert Play.ready().refused(DrawCard("home", "window")) == NO_TURN
    play = Play.begun()
    other = "window" if play.turn.card != "window" else "cold-tea"
    assert play.refused(DrawCard("home", "gone")) == "There is no such card in these decks."
    assert play.refused(DrawCard("gone", other)) == "There is no such card in these decks."
    here = DrawCard(play.turn.deck, play.turn.card)
    assert play.refused(here) == "This card is on the table already."
    play.do(WriteFirst())
    assert play.refused(DrawCard("home", other)).startswith("People are writing on this card")
    play.do(Undo(), Say("One."))
    why = "Words were kept on this card. Go on to the next turn first."
    assert play.refused(DrawCard("home", other)) == why


def test_prompts_go_round() -> None:
    card = a_deck().card("own-bed")
    assert card is not None
    play = Play.begun("Asha", a_deck(cards=(card,)))
    seen = [play.turn.prompt]
    for _ in range(3):
        play.do(ShowPrompt())
        seen.append(play.turn.prompt)
    assert seen == [0, 1, 0, 1]
    play.do(ShowPrompt(1))
    assert play.turn.prompt == 1
    assert play.refused(ShowPrompt(2)) == "This card has 2 prompts."
    assert play.refused(ShowPrompt(-1)) == "This card has 2 prompts."


def test_a_card_without_prompts_has_the_four_open_ones() -> None:
    play = Play.begun("Asha", a_deck(cards=plain_cards(1)))
    assert play.refused(ShowPrompt(4)) == "This card has 4 prompts."
    assert Play.ready().refused(ShowPrompt()) == NO_TURN


# Pauses


def test_a_pause_is_left_out_of_the_time_of_the_turn() -> None:
    play = Play.begun()
    play.clock.forward(minutes=2)
    play.do(Pause())
    assert play.session.header.paused_at == play.clock.time
    play.clock.forward(minutes=10)
    play.do(Resume())
    assert play.session.header.paused_at is None
    assert play.turn.paused_seconds == 600
    play.do(Pause())
    play.clock.forward(seconds=30)
    play.do(Resume())
    assert play.turn.paused_seconds == 630


def test_a_pause_over_another_turn_counts_only_while_it_lasted() -> None:
    play = Play.begun()
    play.do(Next(), Pause())
    play.clock.forward(minutes=10)
    play.do(Undo())
    play.clock.forward(minutes=5)
    play.do(Resume())
    assert play.turn.number == 1
    assert play.turn.paused_seconds == 900


def test_a_turn_begun_in_a_pause_leaves_out_no_more_than_its_own_time() -> None:
    play = Play.begun(planned_turns=1)
    play.do(Next(), Pause())
    play.clock.forward(minutes=10)
    play.do(MoreTurns())
    play.clock.forward(minutes=1)
    play.do(Resume())
    assert play.turn.paused_seconds == 60


def test_a_clock_put_back_makes_no_time_up() -> None:
    play = Play.begun()
    play.do(Pause())
    play.clock.forward(hours=-2)
    play.do(Resume())
    assert play.turn.paused_seconds == 0


def test_words_are_kept_in_a_pause() -> None:
    play = Play.begun()
    play.do(Pause(), Say("One more thing."), KeepDraft("response", "And"))
    assert play.said == ["One more thing."]


def test_pauses_are_refused() -> None:
    play = Play.begun()
    assert play.refused(Resume()) == "The session is not paused."
    play.do(Pause())
    assert play.refused(Pause()) == "The session is paused already."
    closed = Play.begun(planned_turns=1)
    closed.do(Next(), Close())
    assert closed.refused(Pause()).startswith("This session is closed.")
    assert closed.refused(Resume()) == "The session is not paused."
