"""Review before sharing: what may be passed on, in which words, and how it is taken back."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import Any, get_args

import pytest

from tests.build import Play
from wshoes_tui.domain import commands as c
from wshoes_tui.domain.commands import ReviewWords
from wshoes_tui.domain.erasure import expiring, without_erased
from wshoes_tui.domain.handlers.review_handler import (
    REVIEWED,
    as_shared,
    is_looked_through,
    is_shareable,
    review_lines,
    text_of,
)
from wshoes_tui.domain.models import (
    VISIBILITIES,
    Lightbulb,
    Response,
    Review,
    SpokenRecord,
)
from wshoes_tui.domain.projection import seen_by
from wshoes_tui.export.json_format import session_from_json, to_json

EARLIER = "d2b54b6a-0000-4000-8000-000000000001"
"""A pledge and a session from before."""


def closed() -> Play:
    """A closed session with one record of each kind of words."""
    play = Play.ready("Asha, Tom")
    play.do(c.ChooseCandidate("Tom"), c.Begin(), c.WriteFirst())
    play.write(Asha="1: He asked me.")
    play.do(c.Reveal(), c.Say("My bed."), c.AddLightbulb("She is afraid.", "She is difficult."))
    play.do(
        c.AddPledge("I will ring."), c.ParkTopic("The bus."), c.PlaceCard("Our own", "The cat.")
    )
    play.do(c.UpdatePledge(EARLIER, EARLIER, "stuck", "No key."), c.Next(), c.GoToClosing())
    play.do(c.GiveFeedback("heard", "Yes."), c.Close())
    return play


def one(play: Play, kind: type[SpokenRecord]) -> Any:
    (record,) = getattr(play.session, REVIEWED[kind])
    return record


@pytest.mark.parametrize(("visibility", "review"), [*product(VISIBILITIES, get_args(Review))])
def test_a_response_is_shareable_by_this_table_alone(visibility: Any, review: Any) -> None:
    said = Response(
        id="a", turn="t", shoes="s", text="w", place=1, visibility=visibility, review=review
    )
    withheld = visibility == "withheld"
    assert is_shareable(said) == (review == "share" and not withheld)
    assert is_shareable(said, unreviewed=True) == (review != "keep" and not withheld)


@pytest.mark.parametrize("kind", [kind for kind in REVIEWED if kind is not Response])
@pytest.mark.parametrize("review", get_args(Review))
def test_all_other_words_are_shareable_once_they_were_looked_through(
    kind: type[SpokenRecord], review: Any
) -> None:
    record = replace(one(closed(), kind), review=review)
    assert is_shareable(record) == (review == "share")
    assert is_shareable(record, unreviewed=True) == (review != "keep")


def test_every_kind_of_words_is_looked_through() -> None:
    assert set(REVIEWED) == set(SpokenRecord.__subclasses__())
    assert {type(line) for line in review_lines(closed().session)} == set(REVIEWED)


@pytest.mark.parametrize("kind", REVIEWED)
def test_words_put_right_stand_beside_those_that_were_said(kind: type[SpokenRecord]) -> None:
    play = closed()
    before = one(play, kind)
    play.do(ReviewWords(before.id, "share", "Somebody's."))
    after = one(play, kind)
    assert (after.review, after.shared_text) == ("share", "Somebody's.")
    assert text_of(after) == text_of(before), "what was said stays"
    assert text_of(as_shared(after)) == "Somebody's."
    assert replace(after, review="", shared_text="", revision=before.revision) == before
    play.do(ReviewWords(before.id, "keep", "not even these"))
    assert (one(play, kind).review, one(play, kind).shared_text) == ("keep", "")


@pytest.mark.parametrize("state", ["turns", "closed"])
def test_a_decision_is_taken_back_and_done_again(state: str) -> None:
    play = closed()
    if state == "turns":
        play = Play.begun("Asha, Tom")
        play.do(c.Say("My bed."))
    said = play.session.responses[0]
    play.do(ReviewWords(said.id, "keep"), ReviewWords(said.id, "share", "A bed."))
    found = []
    for command in (c.Undo(), c.Undo(), c.Redo(), c.Redo()):
        play.do(command)
        words = play.session.responses[0]
        found.append((words.review, words.shared_text, words.text))
    assert found == [
        ("keep", "", "My bed."), ("", "", "My bed."),
        ("keep", "", "My bed."), ("share", "A bed.", "My bed."),
    ]  # fmt: skip


def test_a_decision_can_be_opened_again() -> None:
    play = closed()
    play.do(ReviewWords(play.last.id, "keep"), ReviewWords(play.last.id, ""))
    assert play.last.review == ""


def test_what_changes_nothing_or_is_no_words_is_refused() -> None:
    play = closed()
    play.do(ReviewWords(play.last.id, "share"))
    assert play.refused(ReviewWords(play.last.id, "share", "My bed.")) == "Nothing changes."
    assert play.refused(ReviewWords(play.session.seats[0].id, "share"))
    assert play.refused(ReviewWords("nothing", "share"))
    assert "characters" in play.refused(ReviewWords(play.last.id, "share", "x" * 1_000_000))


def test_words_kept_out_of_exports_are_not_put_in_by_a_review() -> None:
    play = closed()
    play.do(ReviewWords(play.last.id, "share"), c.ShowAs(play.last.id, "withheld"))
    assert not is_shareable(play.last)
    assert play.last not in review_lines(play.session)
    assert play.refused(ReviewWords(play.last.id, "keep")).startswith("These words are kept out")


def test_changed_words_have_to_be_looked_through_again() -> None:
    for play in (closed(), Play.begun("Asha, Tom")):
        if play.session.state != "closed":
            play.do(c.Say("My bed."), c.AddPledge("I will ring."))
        said, pledge = play.last, play.session.pledges[0]
        play.do(ReviewWords(said.id, "share", "A bed."), ReviewWords(pledge.id, "share"))
        play.do(c.ChangePledge(pledge.id, state="done"))
        assert play.session.pledges[0].review == "share"
        play.do(c.EditResponse(said.id, "Tom's bed."))
        play.do(c.ChangePledge(pledge.id, text="I will ring Tom."))
        for record in (play.last, play.session.pledges[0]):
            assert (record.review, record.shared_text) == ("", "")


@pytest.mark.parametrize("gone", ["edited", "removed"])
def test_no_step_of_a_review_holds_words_that_were_taken_out_later(gone: str) -> None:
    play = closed()
    said, bulb = play.last, play.session.lightbulbs[0]
    play.do(ReviewWords(said.id, "share", "My own bed, please."), ReviewWords(bulb.id, "keep"))
    play.do(c.EditResponse(said.id, "Other.") if gone == "edited" else c.Remove(said.id))
    assert "My bed." not in repr(play.session)
    assert "My own bed, please." not in repr(play.session)
    play.do(c.Undo())
    assert play.session.lightbulbs[0].review == "", "the other decision can still be taken back"
    assert "My bed." not in repr(play.session)


def test_a_session_is_looked_through_once_anything_was_decided_or_there_is_nothing() -> None:
    empty = Play.begun("Asha, Tom")
    assert is_looked_through(empty.session)
    empty.do(c.Say("For nobody."))
    empty.do(c.ShowAs(empty.last.id, "withheld"))
    assert is_looked_through(empty.session), "nothing of it can be shared"
    for line in review_lines(closed().session):
        play = closed()
        assert not is_looked_through(play.session)
        play.do(ReviewWords(line.id, "keep"))
        assert is_looked_through(play.session)


@pytest.mark.parametrize(
    ("used", "now"), [("Old.", "New."), ("", "New."), ("Old.", ""), ("Old,\nand old.", "N\n\nw.")]
)
def test_a_lightbulb_put_right_keeps_its_halves(used: str, now: str) -> None:
    bulb = Lightbulb(id="a", used_to_think=used, now_see=now)
    shared = as_shared(replace(bulb, shared_text=text_of(bulb)))
    assert (shared.used_to_think, shared.now_see) == (used.replace("\n", " "), now)


def test_a_seat_is_told_nothing_of_the_review() -> None:
    play = closed()
    for line in review_lines(play.session):
        play.do(ReviewWords(line.id, "share", "PUTRIGHT"))
    seen = seen_by(play.session, play.id_of("Tom"), {})
    assert "PUTRIGHT" not in repr(seen)
    assert {record.review for record in (*seen.responses, *seen.pledges, *seen.lightbulbs)} == {""}


def test_a_card_of_the_group_goes_at_the_date_and_stays_on_its_turn_as_put_right() -> None:
    play = Play.begun("Asha, Tom")
    play.do(c.PlaceCard("Ann's keys", "Ann lost them."), c.PlaceCard("Unseen", "Nobody shared."))
    play.do(c.Next(), c.Say("Mine."), c.Next(), c.Say("Yours."), c.GoToClosing(), c.Close())
    ours, unseen = play.session.wild_cards
    assert [turn.card for turn in play.session.turns[1:]] == [ours.id, unseen.id]
    play.do(ReviewWords(ours.id, "share", "The keys\nSomebody lost them."), c.Expire())
    gone = [one.id for one in expiring(play.session)]
    left = without_erased(play.session, gone)
    titles = [left.card_of(turn).title for turn in left.turns[1:]]
    assert titles == ["The keys", ""]
    assert "Ann" not in repr(left)
    assert "Nobody shared" not in repr(left)
    assert session_from_json(to_json(left)).turns == left.turns
