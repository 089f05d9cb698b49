"""Home, set-up, opening, closing round, summary: everything round the turns."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.build import Play, a_card, a_deck, a_shoes
from tests.lines.process import piped
from tests.lines.talk import Talk
from wshoes_tui.domain.commands import Open, Plan
from wshoes_tui.storage.copy_files import failed_note
from wshoes_tui.storage.memory_store import MemoryStore

HOME = a_deck("home", summary="Leaving hospital.", content_note="Mentions money.")
TOWN = a_deck("town", cards=(a_card("bus", "information"), a_card("shop")))


@pytest.fixture
def home() -> Talk:
    talk = Talk.at_home(HOME, TOWN, broken=("torn",))
    talk.role.follow()
    return talk


@pytest.fixture
def closing() -> Talk:
    talk = Talk.over(Play.begun("Asha, Tom", HOME))
    talk.type("I want my own bed.", "/pledge I will ring first", "/close")
    return talk


def test_home_tells_of_a_copy_that_failed(tmp_path: Path) -> None:
    told = "Notice: The last copy of your sessions could not be made. Why: wshoes doctor"
    assert told not in piped("", "--plain", "--data", str(tmp_path)).lines
    failed_note(tmp_path / "wshoes.db").write_text("The disk is full.")
    assert piped("", "--plain", "--data", str(tmp_path)).lines[0] == told


def test_home_is_a_numbered_list(home: Talk) -> None:
    assert home.heads(home.written) == [*["Choice"] * 5, "Question"]
    assert home.written[0] == "Choice: 1, rehearse: on your own, now"
    assert home.error("7").startswith("There is no choice 7.")
    assert (
        home.error("no") == "There is no choice no. Type one of the numbers, or the word behind it."
    )
    assert home.error("/next") == "There is no session yet. /help says what can be typed."
    assert home.error("/pass") == "That cannot be done here. /help says what can."
    assert "Help: /leave: Leave. Nothing is lost" in home.type("/help")


@pytest.mark.parametrize("typed", ["1", "rehearse", "reh"])
def test_two_lines_to_the_first_card_of_a_rehearsal(home: Talk, typed: str) -> None:
    told = home.type(typed)
    assert told[:3] == [
        "Choice: 1, Home, 8 cards",
        "Choice: 2, Town, 2 cards",
        "Choice: 3, torn cannot be used: Line 3: no. "
        "All that is wrong: wshoes deck check torn.yaml",
    ]
    told = home.type("1")
    assert told[1] == "Turn: 1 of 6"
    assert told[-1].startswith("Question: What do you say in these shoes?")
    assert home.session.header.kind == "rehearsal"


def test_what_is_translated_and_what_hides_another_is_told() -> None:
    talk = Talk.at_home(replace(HOME, language="cy", translated=3), TOWN)
    talk.conversation.library.deck_library.hides[TOWN.id] = ("shipped",)
    talk.role.follow()
    told = talk.type("decks")
    assert told[:2] == [
        "Choice: 1, Home, 3 of 8 cards in Welsh",
        "Choice: 2, Town, 2 cards, hides the shipped one",
    ]
    sentence = "3 of 8 cards in Welsh: the others are as in the original."
    assert f"Deck: {sentence}" in talk.type("1")
    assert f"Notice: {sentence}" in talk.type("/home", "rehearse", "1")


def test_decks_are_found_by_a_word_and_looked_at(home: Talk) -> None:
    home.type("decks")
    told = home.type("leaving")
    assert told[:3] == ["Deck: Home", "Deck: Leaving hospital.", "Deck: Mentions money."]
    assert "Shoes: N The nurse, works in it" in told
    assert "Deck: themes: Information, Independence" in told
    samples = {tuple(home.type("/look 1")[-2:]) for _ in range(6)}
    assert len(samples) > 1
    assert home.error("/look 9") == "There is no deck 9. /where says which."
    assert home.error("sea") == "No deck has that word."
    assert home.error("en-GB") == "Several decks have that. Type the number of one."
    assert home.error("3") == "There is no deck torn.yaml."
    assert home.type("/home")[0] == "Choice: 1, rehearse: on your own, now"


HOW_TO_GO_ON = (
    "Plan: How long have you got? /minutes 90, or 1:30, plans the turns.",
    "Question: Who else is here? /go goes on when that is everybody.",
)
"""Told once, after the first names."""


def test_a_group_of_mixed_decks_is_set_up(home: Talk) -> None:
    home.type("new")
    told = home.type("1, 2")
    assert told[1:3] == ["Deck: Home", "Deck: Town"]
    assert told[-1].startswith("Question: Who is here?")
    assert home.error("/go") == "Say who is here first. One is enough."
    assert home.type("Asha, carer; Tom, nurse") == [
        "Saved: 1, Asha, carer, lives with it",
        "Saved: 2, Tom, nurse, works in it",
        *HOW_TO_GO_ON,
    ]
    assert home.type("2") == ["Saved: 3, Seat 3", "Saved: 4, Seat 4"]
    assert home.type("/edit 3 Bea, planner, lived") == ["Saved: 3, Bea, planner, lives with it"]
    assert home.type("/remove 4") == ["Saved: Seat 4 is taken away."]
    assert home.error("/remove 4").startswith("Nobody here is called 4.")
    assert home.type("/turns 4") == [
        "Plan: 4 turns, round the table, talking, without writing first"
    ]
    assert home.type("/more")[0].startswith("Plan: 5 turns")
    assert home.type("/order sides")[0].startswith("Plan: 5 turns, the sides in turn")
    assert home.type("/order")[0].startswith("Plan: 5 turns, in an order left to chance")
    assert home.error("/order square").startswith("There is no order square.")
    assert home.type("/write")[0].endswith("everybody writes first")
    assert home.type("/decks")[1] == "Choice: 2, Town, 2 cards"
    assert home.type("/decks 2") == ["Deck: Town"]
    told = home.type("/where")
    assert told[1:5] == [
        "Deck: Town",
        "Seat: 1, Asha, carer, lives with it",
        "Seat: 2, Tom, nurse, works in it",
        "Seat: 3, Bea, planner, lives with it",
    ]
    assert home.error("/close") == "There are no turns to end."
    assert home.type("/go")[0] == "Step: 1 of 3, agreements"


def test_a_pasted_list_of_people_comes_line_by_line(home: Talk) -> None:
    home.type("new", "1")
    assert home.type("Role\tName\tNeeds") == [
        "Notice: That is the heading of a list. Now the people under it."
    ]
    assert home.type("carer\tAsha\tramp, large print") == [
        "Saved: 1, Asha, carer, lives with it, ramp, large print",
        *HOW_TO_GO_ON,
    ]
    assert home.type("2) Tom, nurse") == ["Saved: 2, Tom, nurse, works in it"]
    told = home.type("Bea; asha; Eve")
    assert told[:2] == ["Saved: 3, Bea", "Saved: 4, Eve"], "one refused must not lose the others"
    assert told[2].startswith("Error: There is already a seat called asha.")
    assert home.type("/edit 1 Asha B, carer")[0].endswith(
        "Asha B, carer, lives with it, ramp, large print"
    )
    assert home.type("/rename Asha: Asha, carer, -") == ["Saved: 1, Asha, carer, lives with it"]
    assert home.error("1000") == "Say who is here, or a number from 1 to 200."


@pytest.fixture
def opening() -> Talk:
    play = Play.ready("Asha, Tom", HOME)
    play.do(Open())
    return Talk.over(play)


def test_agreements_are_changed(opening: Talk) -> None:
    assert len([line for line in opening.written if line.startswith("Agreement")]) == 5
    assert opening.type("We bring biscuits.") == ["Saved: agreement 6"]
    assert opening.type("/edit 1 We listen.") == ["Saved: agreement 1"]
    assert opening.type("/remove 2") == ["Saved: agreement 2 is taken away"]
    assert opening.error("/remove 9").startswith("There is no agreement 9.")
    agreements = opening.session.header.agreements
    assert (len(agreements), agreements[0], agreements[-1]) == (
        5,
        "We listen.",
        "We bring biscuits.",
    )
    opening.type("/undo", "/undo", "/undo")
    assert len(opening.session.header.agreements) == 5


def test_consent_is_read_out_and_agreed_to(opening: Talk) -> None:
    told = opening.type("/go")
    assert opening.heads(told) == ["Step", *["Consent"] * 8, "Question"]
    assert opening.error("perhaps").startswith("Type yes, or /go, when everybody has agreed.")
    assert opening.error("/edit 1 x") == "That cannot be done here. /help says what can."
    told = opening.type("Not yet.")
    assert told[0] == "Notice: Then talk about it first. Nothing was kept."
    assert told[1].startswith("Question: Please read this out.")
    assert not opening.session.header.consented
    told = opening.type("Yes.")
    assert told[0] == "Saved: everybody has agreed"
    assert opening.session.header.consented


def test_consent_comes_before_the_first_card(opening: Talk) -> None:
    told = opening.type("/go cards")
    assert opening.heads(told)[:3] == ["Notice", "Step", "Consent"]
    assert opening.session.state == "opening"
    told = opening.type("/go cards")
    assert opening.heads(told)[:2] == ["Saved", "Turn"]
    assert opening.session.header.consented


def test_numbers_are_asked_for_one_after_the_other(opening: Talk) -> None:
    opening.type("/go", "/go")
    assert opening.type("")[0].startswith("Question: Numbers for P The patient?")
    told = opening.type("4 7, 6")
    assert told[0] == "Number: P The patient: 4 6 7"
    assert told[1].startswith("Question: Numbers for D The daughter?")
    assert opening.type("/skip")[0].startswith("Question: Numbers for N The nurse?")
    assert opening.type("manager: 1 1") == ["Number: M The manager: 1 1"]
    assert opening.type("/rate D 0 10") == ["Number: D The daughter: 0 10"]
    assert opening.type("/rate") == [
        "Number: P The patient: 4 6 7",
        "Number: D The daughter: 0 10",
        "Number: N The nurse: no numbers yet",
        "Number: M The manager: 1 1",
    ]
    for bad in ("many", "4 or so", "N: x1", "7.5", "N: 7.5"):
        assert opening.error(bad)
    assert opening.error("11") == "Numbers go from 0 to 10."
    assert opening.error("Z: 4").startswith("There are no shoes called Z.")
    assert {r.when for r in opening.session.ratings} == {"before"}
    opening.type("/skip", "/skip")
    assert opening.error("/skip").startswith("There are no more shoes")
    assert opening.type("")[0] == "Question: That was everybody's shoes. /go goes on."
    assert opening.type("/go")[0].startswith("Turn: 1 of 4")


def test_an_opening_that_is_resumed_after_consent_goes_on_at_the_numbers(opening: Talk) -> None:
    opening.type("/go", "/go")
    again = opening.again()
    assert again.written[0].endswith(", going on where it stood")
    assert again.written[1] == "Step: 3 of 3, numbers"
    assert again.error("/go tea") == "There is no step tea here. /help says what can be done."
    assert again.type("/go agr")[0] == "Step: 1 of 3, agreements"


def test_the_closing_round_step_by_step(closing: Talk) -> None:
    assert closing.written[-2] == "Step: 1 of 7, check-out"
    assert closing.type("More time.") == ["Saved: check-out"]
    assert closing.type("Less tea.") == ["Saved: check-out"]
    told = closing.type("/go")
    assert told == [
        "Step: 2 of 7, pledges",
        "Pledge: 1, I will ring first (no owner yet, no day yet)",
        "Question: Who will do pledge 1? /skip leaves it open.",
    ]
    told = closing.type("Asha")
    assert (
        told[-1]
        == "Question: By when will Asha do pledge 1? Such as: Friday. /skip leaves it open."
    )
    assert closing.error("some day").startswith("some day is no day that I know.")
    assert closing.heads(closing.type("tomorrow")) == ["Saved", "Pledge", "Question"]
    assert closing.error("more").startswith("Every pledge has its owner and its day.")
    assert closing.type("/edit 1 I will always ring first")[0] == "Saved: pledge 1"
    assert closing.error("/edit 2 x").startswith("There is no pledge 2.")
    closing.type("/pledge I will bring tea who: Tom")
    assert "do pledge 2" in closing.type("")[0]
    assert closing.type("/skip") == ["Question: /pledge words adds one. /go goes on."]
    assert closing.type("/go")[0] == "Step: 3 of 7, numbers"
    assert closing.type("8 8")[0] == "Number: P The patient: 8 8"
    for step, words in (("heard", "Yes."), ("valued", "Listening."), ("change", "Tea.")):
        assert f", {step}" in closing.type("/go")[0]
        assert closing.type(words) == [f"Saved: {step}"]
    told = closing.type("/go")
    assert told[:2] == ["Step: 7 of 7, close", "Summary: 1 turn, 0 lightbulbs, 2 pledges"]
    assert closing.error("words").startswith("Nothing is asked here but to close.")
    assert {f.kind: f.text for f in closing.session.feedback} == {
        "checkout": "Less tea.",
        "heard": "Yes.",
        "valued": "Listening.",
        "change": "Tea.",
    }
    assert [r.when for r in closing.session.ratings] == ["after", "after"]
    told = closing.type("/go")
    assert told[0] == "Saved: the session is closed"
    assert closing.session.state == "closed"


def test_a_pledge_is_completed_in_one_line(closing: Talk) -> None:
    closing.type("/go pledges")
    assert (
        closing.type("who: Asha by: tomorrow")[-1]
        == "Question: /pledge words adds one. /go goes on."
    )
    [pledge] = closing.session.pledges
    assert pledge.owner == "Asha"
    assert pledge.by_when is not None


def test_close_goes_to_the_end_before_it_closes_for_good(closing: Talk) -> None:
    assert closing.type("/close")[0] == "Step: 7 of 7, close"
    assert closing.type("/go check")[0] == "Step: 1 of 7, check-out"
    closing.type("/close", "/close")
    assert closing.session.state == "closed"
    for refused in ("words", "/close", "/undo", "/join Zo"):
        assert closing.error(refused) == "This session is closed. It can be read, but not changed."
    assert closing.error("/next") == "There is no open turn."


def test_one_more_turn_from_the_closing_round(closing: Talk) -> None:
    told = closing.type("/more")
    assert told[0] == "Saved: 2 turns planned"
    assert told[1] == "Turn: 2 of 2, the last, Tom"


def test_the_summary_says_everything_once() -> None:
    talk = Talk.over(Play.begun("Asha, Tom", HOME))
    talk.type("I want my own bed.", "/light she was difficult | she was afraid", "/park Tea")
    talk.type("/pledge I will ring who: Asha", "/swap", "From here it looks different.", "/close")
    talk.type("More time.", "/go numbers", "7 7", "/close", "/close")
    told = talk.type("/summary")
    for words in ("my own bed", "looks different", "was afraid", "ring", "Tea", "More time."):
        assert sum(words in line for line in told) == 1, words
    heads = talk.heads(told)
    for word in ("Summary", "Map", "Lightbulb", "Pledge", "Said", "Swap", "Parked", "Number"):
        assert word in heads
    assert told[1] == "Summary: 2 people, 2 turns, 0 minutes"
    assert not any("Tom" in line for line in told)


def test_past_sessions_go_on_or_are_read() -> None:
    store = MemoryStore()
    done = Talk.over(Play.begun("Asha", HOME), store=store)
    done.type("I want my own bed.", "/close", "/close", "/close")
    home = Talk.at_home(HOME, store=store)
    home.role.follow()
    assert not any("continue" in line for line in home.written)
    told = home.type("past")
    assert told[0].startswith("Choice: 1, Home, closed, saved ")
    assert any("I want my own bed." in line for line in home.type("1"))
    home.type("/home", "rehearse", "1", "Some words.", "/home")
    assert any(
        line.startswith("Choice: 6, continue: Home, turn 1 of 6, rehearsal")
        for line in home.written
    )
    told = home.type("continue")
    assert told[0].endswith("going on where it stood")
    assert any("Some words." in line for line in told)


def test_shoes_of_one_mark_in_mixed_decks_are_told_apart() -> None:
    other = a_deck("town", shoes=(a_shoes("patient"), a_shoes("warden", "service")))
    talk = Talk.over(Play.begun("Asha", HOME, other))
    talk.type("/close", "/go numbers")
    assert talk.type("P2: 4/10 seven") == ["Number: P2 The patient: 4 7"]
    assert [(r.deck, r.value) for r in talk.session.ratings] == [("town", 4), ("town", 7)]
    assert talk.type("P \u0665")[0] == "Number: P The patient: 5"
    assert talk.error("patient: 4") == "patient could be The patient, The patient."
    assert talk.type("warden: 4") == ["Number: W The warden: 4"]


def test_a_consent_card_that_changes_is_read_again(opening: Talk) -> None:
    opening.type("/go")
    opening.does(Plan(visibility="named"))
    told = opening.type("Yes.")
    assert told[0] == "Notice: This has changed. Please read it again."
    assert "Consent: It is kept with your name." in told
    assert not opening.session.header.consented
    assert opening.type("Yes.")[0] == "Saved: everybody has agreed"


def test_a_consent_card_that_was_told_anew_is_agreed_to_at_once(opening: Talk) -> None:
    opening.type("/go")
    opening.does(Plan(visibility="named"))
    assert "Consent: It is kept with your name." in opening.type("")
    assert opening.type("/go")[0] == "Saved: everybody has agreed"


def test_a_session_that_is_gone_back_to_is_told_with_its_card() -> None:
    talk = Talk.at_home()
    talk.role.follow()
    told = talk.type("rehearse", "1")
    card = [line for line in told if line.startswith("Card")]
    assert card
    talk.type("/home")
    assert [line for line in talk.type("continue") if line.startswith("Card")] == card
