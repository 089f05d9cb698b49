"""Numbers from 0 to 10, given one by one: what they say, and what they do not."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.build import Play, a_deck
from wshoes_tui.domain.commands import ChooseDecks, Command, GiveNumber, Rate, Redo, Undo
from wshoes_tui.domain.models import RatingWhen


def give(value: int, instead_of: int | None = None, when: RatingWhen = "before") -> GiveNumber:
    return GiveNumber("home", "nurse", value, when, instead_of)


def values(play: Play, shoes: str = "nurse", when: RatingWhen = "before") -> list[int]:
    return [r.value for r in play.session.ratings if (r.shoes, r.when) == (shoes, when)]


def test_each_number_joins_those_for_the_same_shoes() -> None:
    play = Play.ready()
    play.do(give(7), give(3), GiveNumber("home", "patient", 5, "before"), give(9, when="after"))
    assert values(play) == [3, 7]
    assert values(play, "patient") == [5]
    assert values(play, when="after") == [9]


def test_whoever_changes_their_mind_takes_one_number_out() -> None:
    play = Play.ready()
    play.do(give(4), give(4), give(6, instead_of=4))
    assert values(play) == [4, 6]
    play.do(give(8, instead_of=1))
    assert values(play) == [4, 6, 8]


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (GiveNumber("away", "nurse", 1, "before"), "There are no such shoes in these decks."),
        (GiveNumber("home", "cat", 1, "before"), "There are no such shoes in these decks."),
        (give(11), "Numbers go from 0 to 10."),
        (give(-1), "Numbers go from 0 to 10."),
    ],
)
def test_a_number_is_refused(command: Command, why: str) -> None:
    assert Play.ready().refused(command) == why


def test_who_gave_theirs_first_leaves_no_trace() -> None:
    def given(order: tuple[int, ...]) -> object:
        play = Play.begun()
        play.do(*map(give, order))
        return [*play.session.records()], play.session.done

    assert len({repr(given(order)) for order in permutations((2, 5, 5, 9))}) == 1


def test_no_number_of_before_is_left_to_compare_with() -> None:
    play = Play.ready()
    play.do(give(2), give(5))
    before = {rating.id for rating in play.session.ratings}
    play.do(give(4))
    assert not before & {rating.id for rating in play.session.ratings}
    assert {rating.revision for rating in play.session.ratings} == {1}


def test_a_number_is_no_step_and_stays() -> None:
    play = Play.ready()
    done = play.session.done
    play.do(give(3))
    assert play.session.done == done
    play.do(Undo())
    assert values(play) == [3]


def test_undo_takes_back_what_the_room_typed_and_nobodys_own_number() -> None:
    play = Play.ready()
    play.do(Rate("home", "nurse", (3, 5), "before"), give(4), give(6), Undo())
    assert values(play) == [4, 6]
    play.do(give(7), Redo())
    assert values(play) == [3, 4, 5, 6, 7]


def test_numbers_the_room_replaced_come_back() -> None:
    play = Play.ready()
    play.do(give(4), give(6), Rate("home", "nurse", (1,), "before"), Undo())
    assert values(play) == [4, 6]
    play.do(Redo(), give(2), Undo())
    assert values(play) == [2, 4, 6]


def test_numbers_go_with_their_deck() -> None:
    play = Play.ready()
    play.do(ChooseDecks((a_deck("memory"),)))
    play.do(GiveNumber("memory", "nurse", 8, "before"), Undo())
    assert play.session.ratings == ()
    play.do(give(5), Redo())
    assert play.session.ratings == ()


def test_taking_numbers_back_leaves_one_that_was_changed_since() -> None:
    play = Play.ready()
    play.do(Rate("home", "nurse", (3, 5), "before"), give(8, instead_of=5), Undo())
    assert values(play) == [8]
