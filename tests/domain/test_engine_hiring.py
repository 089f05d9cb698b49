"""A session in which somebody is chosen: a candidate answers, a panel writes evidence."""

from __future__ import annotations

from random import Random

import pytest

from tests.build import Play, a_deck
from wshoes_tui.domain.commands import (
    AddLightbulb,
    AddPledge,
    AddSeat,
    Begin,
    ChooseCandidate,
    ChooseDecks,
    GiveFeedback,
    GiveTurn,
    GoToClosing,
    HandIn,
    Join,
    KeepDraft,
    MoreTurns,
    Next,
    Open,
    ParkTopic,
    PlaceCard,
    Plan,
    Remove,
    RemoveSeat,
    Reveal,
    ReviewWords,
    Say,
    Undo,
    WriteFirst,
)
from wshoes_tui.domain.erasure import erased_of, expiring, staying_words, without_erased
from wshoes_tui.domain.evidence import by_value, pieces_of, without_value
from wshoes_tui.domain.models import Evidence
from wshoes_tui.domain.projection import seen_by, seen_on_wall
from wshoes_tui.flow.questions import questions

PANEL = ("Asha", "Tom", "Bea")
DECK = a_deck()


def hiring(candidate: str = "7", **more: object) -> Play:
    """The first card of a candidate, with a panel of three."""
    play = Play.ready(", ".join(PANEL), **more)  # type: ignore[arg-type]
    play.do(ChooseCandidate(candidate), Begin())
    return play


def revealed(**more: object) -> Play:
    """The same, once the panel has written: two pieces, a piece, and a pass."""
    play = hiring(**more)
    play.do(Say("I would wash the cup.", play.turn.seat), WriteFirst())
    play.write(Asha="1: She told her.\n2: She asked first.", Tom="Quiet, and quick.", Bea="")
    play.do(Reveal())
    return play


# Who is the candidate


def test_a_label_makes_a_seat_whose_turns_they_all_are() -> None:
    play = hiring()
    play.do(Next(), Next())
    assert play.labels() == ["7", "7", "7"]
    assert len({turn.card for turn in play.session.turns}) == 3
    assert len({turn.shoes for turn in play.session.turns}) > 1, "from several shoes"
    assert play.refused(GiveTurn(play.id_of("Asha"))) == "All turns are the candidate's."


def test_somebody_who_is_there_may_be_the_candidate() -> None:
    play = Play.ready("Asha, Tom")
    play.do(ChooseCandidate("tom"))
    assert play.session.candidate == play.seat("Tom")
    assert play.refused(ChooseCandidate("Tom")) == "Nothing changes."
    play.do(Undo())
    assert not play.session.is_for_hiring
    play.do(ChooseCandidate("Tom"), ChooseCandidate(""))
    assert not play.session.is_for_hiring
    play.do(ChooseCandidate("Tom"), RemoveSeat(play.id_of("Tom")))
    assert not play.session.is_for_hiring


def test_the_candidate_is_chosen_before_the_cards() -> None:
    play = Play.begun()
    assert play.refused(ChooseCandidate("7")) == "Who the candidate is cannot be changed any more."


def test_four_cards_are_planned_unless_somebody_says_otherwise() -> None:
    assert hiring().session.header.planned_turns == 4
    assert hiring(planned_turns=2).session.header.planned_turns == 2


def test_the_panel_does_not_write_before_the_candidate_has_answered() -> None:
    assert hiring(write_first=True).turn.phase == "talk"


# What is written


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("She asked.", [("", "She asked.")]),
        ("1: She asked.", [("information", "She asked.")]),
        ("Independence: let her.\nAnd again.", [("independence", "let her.\nAnd again.")]),
        ("First.\n2: Then.\n1: Last.",
         [("", "First."), ("independence", "Then."), ("information", "Last.")]),
        ("1: one | 2: two | three", [("information", "one"), ("independence", "two | three")]),
        ("1:40 at night", [("", "1:40 at night")]),
        ("9: not a value", [("", "9: not a value")]),
        ("4 hours", [("", "4 hours")]),
        ("1:", [("information", "")]),
        (" \n", []),
    ],
)  # fmt: skip
def test_a_line_may_begin_with_a_value(text: str, pieces: list[tuple[str, str]]) -> None:
    assert [(one.value, one.text) for one in pieces_of(text, DECK)] == pieces


def test_nothing_is_said_of_a_value_without_words() -> None:
    play = hiring()
    play.do(WriteFirst())
    asha = play.id_of("Asha")
    told = "Words first: what did you hear about Independence?"
    assert play.refused(HandIn(asha, "1: She asked.\n2: ")) == told
    play.do(HandIn(asha, "1: She asked.\n2: She let her."))


def test_evidence_is_kept_with_its_turn_its_shoes_and_its_value() -> None:
    play = revealed()
    assert {(one.value, one.text) for one in play.session.evidence} == {
        ("information", "She told her."), ("independence", "She asked first."),
        ("", "Quiet, and quick."),
    }  # fmt: skip
    assert {(one.turn, one.shoes) for one in play.session.evidence} == {
        (play.turn.id, play.turn.shoes)
    }
    assert [one.place for one in play.session.evidence] == [1, 2, 3]
    assert play.said == ["I would wash the cup."], "what the panel wrote is no response"
    assert not play.session.writers()
    assert [row.theme.key for row in by_value(play.session)] == ["information", "independence"]
    assert [[e.text for e in row.evidence] for row in by_value(play.session)] == [
        ["She told her."], ["She asked first."],
    ]  # fmt: skip
    assert [one.text for one in without_value(play.session)] == ["Quiet, and quick."]


def test_the_panel_may_write_again_on_the_same_card() -> None:
    play = revealed()
    play.do(WriteFirst())
    play.write(Asha="", Tom="1: Also this.", Bea="")
    play.do(Reveal())
    assert [one.place for one in play.session.heard_on(play.turn)] == [1, 2, 3, 4]


def test_what_was_revealed_stays_and_one_piece_can_be_taken_out() -> None:
    play = revealed()
    assert play.refused(Undo()) == "What was revealed together stays revealed."
    play.do(Remove(play.session.evidence[0].id))
    assert len(play.session.evidence) == 2
    play.do(Undo())
    assert len(play.session.evidence) == 3


# Who sees what


def test_the_candidate_has_no_page() -> None:
    play = hiring()
    play.do(WriteFirst(), Join("Zoe"))
    seats = {seat.id: seat.label for seat in play.session.seats}
    assert {seats[page.seat or ""] for page in play.session.writers()} == {*PANEL, "Zoe"}
    candidate = play.id_of("7")
    told = "The panel writes. The candidate does not."
    assert play.refused(HandIn(candidate, "Mine.")) == told
    assert play.refused(KeepDraft("private", "Mine.", candidate)) == told


def test_a_candidate_alone_has_no_panel() -> None:
    play = Play.ready("A")
    play.do(ChooseCandidate("A"), Begin())
    assert play.refused(WriteFirst()) == "Nobody is here to write."


@pytest.mark.parametrize("visibility", ["shoes", "named", "withheld"])
def test_nothing_of_a_page_is_seen_before_the_reveal(visibility: str) -> None:
    play = hiring(visibility=visibility)
    play.do(WriteFirst())
    play.do(KeepDraft("private", "1: half a secret", play.id_of("Tom")))
    play.write(Bea="2: a whole secret")
    decks = {one.deck.id: one.deck for one in play.session.decks}
    for label in ("7", "Asha"):
        assert "secret" not in repr(seen_by(play.session, play.id_of(label), decks))
    assert "secret" not in repr(seen_on_wall(play.session))
    assert "secret" not in repr((play.session.done, play.session.undone))


def test_neither_the_candidate_nor_the_wall_ever_sees_evidence() -> None:
    play = revealed()
    decks = {one.deck.id: one.deck for one in play.session.decks}
    assert seen_by(play.session, play.id_of("7"), decks).evidence == ()
    assert len(seen_by(play.session, play.id_of("Bea"), decks).evidence) == 3
    assert seen_on_wall(play.session).evidence == (), "the candidate reads it, too"
    play.do(Next())
    assert len(seen_by(play.session, play.id_of("Bea"), decks).evidence) == 3


@pytest.mark.parametrize("visibility", ["shoes", "named"])
def test_no_words_of_the_panel_become_an_answer_of_the_candidate(visibility: str) -> None:
    """Not a half page that is handed in after the reveal, and not what is typed in the talk."""
    play = hiring(visibility=visibility)
    play.do(Say("I would wash the cup.", play.turn.seat), WriteFirst())
    asha, tom = play.id_of("Asha"), play.id_of("Tom")
    play.do(KeepDraft("private", "2: a half secret", asha))
    play.do(KeepDraft("private", "1: one more secret", tom))
    play.do(Reveal(anyway=True, apart=frozenset({tom})))
    play.do(Say("2: a half secret", asha), Say("1: one more secret", tom, draft="own"))
    play.do(Say("a secret aloud", play.id_of("Bea"), draft="voice"))
    assert play.said == ["I would wash the cup."]
    assert [(one.value, one.text, one.place) for one in play.session.evidence] == [
        ("independence", "a half secret", 1), ("information", "one more secret", 2),
        ("", "a secret aloud", 3),
    ]  # fmt: skip
    assert {one.named for one in play.session.evidence} == {visibility == "named"}
    assert not [one for one in play.session.drafts if one.text]
    assert play.refused(Say("1: ", asha)).startswith("Words first: what did you hear about")
    play.do(Undo())
    assert [one.text for one in play.session.evidence] == ["a half secret", "one more secret"]
    play.do(Say("And dry it.", play.id_of("7"), draft="own"), Next())
    assert [one.text for one in play.session.responses] == ["I would wash the cup.", "And dry it."]


def test_a_candidate_sees_no_words_but_answers() -> None:
    """Of what else is kept nobody knows who wrote it: it may be about the candidate."""
    play = revealed()
    play.do(
        AddLightbulb("a secret now", "a secret then"),
        AddPledge("a secret promise", "Asha", response=play.session.responses[0].id),
        ParkTopic("a secret topic"),
        PlaceCard("a secret card", "told"),
    )
    decks = {one.deck.id: one.deck for one in play.session.decks}
    candidate, panel = (seen_by(play.session, play.id_of(who), decks) for who in ("7", "Asha"))
    assert repr(panel).count("a secret") == 5
    assert "secret" not in repr(candidate)
    assert "She asked" not in repr(candidate)
    assert [one.text for one in candidate.responses] == ["I would wash the cup."]


def test_what_is_withheld_is_seen_at_no_seat() -> None:
    play = revealed(visibility="withheld")
    decks = {one.deck.id: one.deck for one in play.session.decks}
    assert seen_by(play.session, play.id_of("Bea"), decks).evidence == ()


@pytest.mark.parametrize("visibility", ["shoes", "withheld"])
def test_who_wrote_what_is_not_kept(visibility: str) -> None:
    play = revealed(visibility=visibility)
    assert {(one.seat, one.named) for one in play.session.evidence} == {(None, False)}
    assert all(one.withheld == (visibility == "withheld") for one in play.session.evidence)
    asha = play.id_of("Asha")
    kept = (play.session.evidence, play.session.drafts, play.session.done, play.session.undone)
    assert asha not in repr(kept), "no record, draft or step ties the words to her"


def test_pieces_of_one_page_are_shuffled_among_the_others() -> None:
    orders = set()
    for chance in range(30):
        play = revealed(chance=Random(chance))
        orders.add(tuple(one.text for one in play.session.heard_on(play.turn)))
    assert len(orders) == 6, "also those in which another's words stand between two of one page"


def test_named_evidence_is_named_and_goes_with_its_seat() -> None:
    play = revealed(visibility="named")
    seats = {one.text: one.seat for one in play.session.evidence}
    assert seats["She told her."] == seats["She asked first."] == play.id_of("Asha")
    gone = {one.id for one in erased_of(play.session, (play.id_of("Asha"),))}
    assert len(gone) == 3
    left = without_erased(play.session, gone)
    assert [one.text for one in left.evidence] == ["Quiet, and quick."]
    assert set(play.session.evidence) <= set(expiring(play.session))
    left = without_erased(play.session, {play.id_of("Asha")})
    assert [one.text for one in left.evidence] == ["Quiet, and quick."], "with the seat alone, too"
    play.do(*(ReviewWords(one.id, "share") for one in play.session.evidence))
    stays = [one for one in staying_words(play.session) if isinstance(one, Evidence)]
    assert [(one.seat, one.named) for one in stays] == [(None, False)] * 3


# The end


def test_no_numbers_are_asked_for_beside_a_candidate() -> None:
    play = Play.ready("Asha, Tom")
    play.do(Open())
    assert questions(play.session)
    play.do(ChooseCandidate("Tom"))
    assert questions(play.session) == ()
    play.do(Begin(), GoToClosing())
    kinds = [one.feedback for one in questions(play.session)]
    assert kinds == ["checkout", "heard", "valued", "change"], "what was agreed is the panel's"


def test_what_the_panel_agreed_is_nobodys_alone() -> None:
    play = revealed(visibility="named")
    play.do(GoToClosing(), GiveFeedback("agreed", "She asks first.", play.id_of("Asha")))
    (words,) = play.session.feedback
    assert (words.kind, words.text, words.seat) == ("agreed", "She asks first.", None)


def test_an_ordinary_session_is_as_it_was() -> None:
    play = Play.begun()
    play.do(WriteFirst())
    play.write(Asha="1: mine", Tom="", Bea="")
    play.do(Reveal())
    assert play.said == ["1: mine"]
    assert play.session.evidence == ()


def test_a_candidate_who_is_away_leaves_no_turn_to_others() -> None:
    play = Play.ready("Asha, Tom")
    play.do(
        ChooseCandidate("Tom"),
        AddSeat("Bea"),
        ChooseDecks((a_deck("memory"),)),
        Plan(planned_turns=1),
    )
    play.do(Begin())
    assert play.labels() == ["Tom"]
    play.do(Next(), MoreTurns(1))
    assert play.labels() == ["Tom", "Tom"]
