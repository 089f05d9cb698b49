"""Flows of stages: what an answer does, whichever front end works it."""

from __future__ import annotations

import pytest

from tests.build import Play, a_deck
from wshoes_tui.domain.commands import (
    Close,
    Command,
    GoToClosing,
    KeepDraft,
    ParkTopic,
    Plan,
    Say,
    StopWriting,
)
from wshoes_tui.domain.deck import Card, Prompt
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow import turn_flow
from wshoes_tui.flow.blocks import Effects, TextBlock
from wshoes_tui.flow.closing_flow import ClosingFlow
from wshoes_tui.flow.opening_flow import OpeningFlow
from wshoes_tui.flow.turn_flow import STEPS, TurnFlow
from wshoes_tui.flow.writing_flow import WritingFlow


def commands(effects: Effects) -> list[Command]:
    """The commands of an answer, none of them worked."""
    return [effect for effect in effects if isinstance(effect, Command)]


def worked(play: Play, effects: Effects) -> list[Command]:
    """The commands of an answer, each worked on the session."""
    done = []
    for effect in effects:
        if isinstance(effect, Command):
            play.do(effect)
            done.append(effect)
    return done


def never(_what: object) -> bool:
    return False


def closing() -> Play:
    play = Play.begun("Asha, Tom")
    play.do(GoToClosing(), KeepDraft("feedback", "Tea"), KeepDraft("park", "Bus"))
    return play


def test_words_that_wait_are_let_go_only_when_they_are_parked() -> None:
    play = closing()
    done = worked(play, ClosingFlow(lambda: play.session, never).finish())
    parked = {one.text for one in done if isinstance(one, ParkTopic)}
    assert parked == {"Tea", "Bus"}
    assert [type(one) for one in done] == [ParkTopic, KeepDraft, ParkTopic, KeepDraft, Close]
    assert play.session.state == "closed"


def test_an_answer_that_stops_has_let_go_of_no_words() -> None:
    play = closing()
    effects = ClosingFlow(lambda: play.session, never).finish()
    assert isinstance(next(effects), ParkTopic)
    effects.close()  # type: ignore[attr-defined]  # as where the store has refused it
    assert {draft.text for draft in play.session.drafts} == {"Tea", "Bus"}


def test_words_at_peoples_own_screens_are_asked_about_by_whose_they_are() -> None:
    play = Play.begun("Asha, Tom")
    play.do(GoToClosing(), KeepDraft("park", "SECRET", play.id_of("Tom")))
    asked: list[object] = []

    def sure(what: object) -> bool:
        asked.append(what)
        return len(asked) > 1

    flow = ClosingFlow(lambda: play.session, sure)
    assert commands(flow.finish())[-1] == Close(anyway=False)
    assert commands(flow.finish())[-1] == Close(anyway=True)
    assert asked == [frozenset({play.id_of("Tom")})] * 2


def test_a_consent_card_is_agreed_to_as_it_was_read() -> None:
    play = Play.ready("Asha")
    flow = OpeningFlow(lambda: play.session, lambda: False)
    assert commands(flow.go_on()) == []
    play.do(Plan(visibility="named"))
    assert flow.consent_has_changed
    assert commands(flow.go_on()) == []
    assert flow.step == "consent"
    assert [type(one).__name__ for one in commands(flow.go_on())] == ["Consent"]
    assert flow.step == "numbers"


def test_a_response_is_told_by_its_number_whatever_others_say_meanwhile() -> None:
    play = Play.begun("Asha, Tom")
    effects = TurnFlow(lambda: play.session).answer("I want my own bed.")
    first = next(effects)
    assert isinstance(first, Say)
    play.do(first)
    done = play.transitions[-1]
    play.do(Say("From a seat of their own."))  # before the answer goes on
    told = effects.send(done)
    assert isinstance(told, TextBlock)
    assert (told.text, told.on_screen) == ("response 1", "✓ saved")


@pytest.mark.parametrize("name", STEPS)
def test_no_step_leads_away_from_people_who_write(name: str) -> None:
    play = Play.begun("Asha, Tom", write_first=True)
    with pytest.raises(Refusal, match="People are writing"):
        next(TurnFlow(lambda: play.session).step(name))
    play.do(StopWriting())
    assert worked(play, TurnFlow(lambda: play.session).step(name))


def test_no_block_of_writing_holds_a_word_that_is_private() -> None:
    play = Play.begun("Asha, Tom", write_first=True)
    session: Session = play.session
    play.do(KeepDraft("private", "SECRET", session.seats[0].id))
    flow = WritingFlow(lambda: play.session, lambda _seat: False, never)
    for writer in (None, *play.session.seats):
        assert "SECRET" not in repr([*flow.blocks(writer), flow.question(writer)])


def test_the_usual_questions_are_told_in_the_language_of_the_interface(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Those of a card that brings its own are in the language of its deck."""
    monkeypatch.setattr(turn_flow, "_", str.upper)
    asked = {}
    for prompts in ((), (Prompt("feel", "Sut?", "Sut wyt ti?"),)):
        card = Card("own", "wild", "Own", "Own.", prompts=prompts)
        play = Play.begun("Asha", a_deck(cards=(card,)))
        blocks = [turn_flow.prompt_block(play.session, play.turn, n) for n in range(2)]
        asked[len(prompts)] = [block.asked(easy=easy) for block in blocks for easy in (False, True)]
    assert asked[0] == [
        *["WHAT IS HAPPENING HERE?"] * 2,
        "WHAT IS IT LIKE TO BE YOU RIGHT NOW?",
        "HOW DO YOU FEEL?",
    ]
    assert asked[1][:2] == ["Sut?", "Sut wyt ti?"]
