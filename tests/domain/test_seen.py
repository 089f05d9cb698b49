"""What one seat may see: everything it needs, and nothing that is not for its eyes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.build import Play
from wshoes_tui.domain.commands import (
    AddLightbulb,
    ChangeSeat,
    GiveFeedback,
    GoToClosing,
    HandIn,
    Join,
    KeepDraft,
    Rate,
    Reveal,
    ReviewWords,
    Say,
    ShowAs,
    Swap,
    Undo,
    WriteFirst,
)
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.projection import for_seats, seen_by


def seen(play: Play, label: str) -> Session:
    """The session as the seat of that label sees it."""
    session = play.session
    seat = next(seat for seat in session.seats if seat.label == label)
    decks = {played.deck.id: for_seats(played.deck) for played in session.decks}
    return seen_by(session, seat.id, decks)


def seat_id(play: Play, label: str) -> str:
    """The id of a seat."""
    return next(seat.id for seat in play.session.seats if seat.label == label)


@pytest.fixture
def play() -> Play:
    """Two people on their first card."""
    return Play.begun("Asha/lived, Tom/service")


def test_what_another_writes_is_not_seen_until_it_is_revealed(play: Play) -> None:
    asha, tom = seat_id(play, "Asha"), seat_id(play, "Tom")
    play.do(WriteFirst(), KeepDraft("private", "MARK of Asha", asha), HandIn(tom, "MARK of Tom"))
    assert "MARK of Asha" in repr(seen(play, "Asha"))
    assert "MARK of Tom" not in repr(seen(play, "Asha"))
    assert "MARK of Asha" not in repr(seen(play, "Tom"))
    play.do(HandIn(asha, "MARK of Asha"), Reveal())
    for label in ("Asha", "Tom"):
        assert {r.text for r in seen(play, label).responses} == {"MARK of Asha", "MARK of Tom"}


def test_nobody_sees_whose_shoes_another_writes_in(play: Play) -> None:
    play.do(WriteFirst())
    others = [d for d in seen(play, "Asha").drafts if d.seat != seat_id(play, "Asha")]
    assert others == []


@pytest.mark.parametrize("kind", ["own", "lightbulb", "pledge", "park", "wild", "feedback"])
def test_words_not_handed_in_are_for_their_seat_alone(play: Play, kind: str) -> None:
    play.do(KeepDraft(kind, "MARK", seat_id(play, "Asha")))  # type: ignore[arg-type]
    assert "MARK" in repr(seen(play, "Asha"))
    assert "MARK" not in repr(seen(play, "Tom"))


def test_the_field_of_the_room_is_not_seen(play: Play) -> None:
    play.do(KeepDraft("response", "MARK"))
    assert "MARK" not in repr(seen(play, "Asha"))


def test_words_kept_out_of_exports_are_not_seen(play: Play) -> None:
    play.do(Say("MARK"))
    assert "MARK" in repr(seen(play, "Tom"))
    play.do(ShowAs(play.session.responses[0].id, "withheld"))
    assert "MARK" not in repr(seen(play, "Tom"))


def test_needs_are_seen_by_their_own_seat_alone(play: Play) -> None:
    play.do(ChangeSeat(seat_id(play, "Asha"), needs="MARK"))
    assert "MARK" in repr(seen(play, "Asha"))
    assert "MARK" not in repr(seen(play, "Tom"))


def test_notes_for_the_facilitator_are_not_seen(play: Play) -> None:
    (played,) = play.session.decks
    cards = tuple(replace(card, note="MARK", source="MARK") for card in played.deck.cards)
    noted = replace(played.deck, cards=cards)
    assert "MARK" not in repr(for_seats(noted))
    assert "MARK" not in repr(for_seats(noted, noted)), "nor those of its translation"


def test_numbers_feedback_and_voices_are_not_seen(play: Play) -> None:
    (played,) = play.session.decks
    play.do(Say("Words.", seat_id(play, "Asha")))
    play.do(Rate(played.deck.id, played.deck.shoes[0].id, (7,), "before"))
    play.do(GoToClosing(), GiveFeedback("safe", "MARK"))
    shown = seen(play, "Tom")
    assert "MARK" not in repr(shown)
    assert shown.ratings == shown.voices == ()


def test_how_it_came_about_is_not_seen(play: Play) -> None:
    play.do(Say("MARK"))
    play.do(ShowAs(play.session.responses[0].id, "withheld"), Swap(), Undo())
    assert play.session.done
    assert play.session.undone
    shown = seen(play, "Asha")
    assert shown.done == shown.undone == ()


def test_what_belongs_to_all_is_seen(play: Play) -> None:
    play.do(Say("Said aloud."), AddLightbulb("she was afraid"), Join("Bea"))
    shown = seen(play, "Tom")
    assert [r.text for r in shown.responses] == ["Said aloud."]
    assert [b.now_see for b in shown.lightbulbs] == ["she was afraid"]
    assert [s.label for s in shown.seats] == ["Asha", "Tom", "Bea"]
    assert shown.turn == play.session.turn


def test_a_translation_tells_the_same_cards_in_other_words(play: Play) -> None:
    (played,) = play.session.decks
    deck = played.deck
    first, *rest = deck.cards
    told = replace(
        deck,
        id="other",
        language="cy",
        title="Teitl",
        cards=(replace(first, title="Cerdyn", text="Testun"),),
        shoes=tuple(replace(pair, name=f"cy {pair.name}", mark="?") for pair in deck.shoes),
    )
    shown = for_seats(deck, told)
    assert (shown.id, shown.title) == (deck.id, "Teitl")
    assert shown.card(first.id) == replace(first, title="Cerdyn", text="Testun", note="", source="")
    assert [card.title for card in shown.cards[1:]] == [card.title for card in rest]
    assert [pair.mark for pair in shown.shoes] == [pair.mark for pair in deck.shoes]
    assert all(pair.name.startswith("cy ") for pair in shown.shoes)


def test_what_the_review_decided_is_not_seen(play: Play) -> None:
    play.do(Say("MARK"), AddLightbulb("BULB"))
    for record in (play.session.responses[0], play.session.lightbulbs[0]):
        play.do(ReviewWords(record.id, "share", "PUT RIGHT"))
    for record in (*seen(play, "Asha").responses, *seen(play, "Asha").lightbulbs):
        assert (record.review, record.shared_text) == ("", "")
    play.do(ReviewWords(play.last.id, "keep"))
    assert [r.review for r in seen(play, "Tom").responses] == [""]
