"""Nobody can tell from a session who said what was kept without a name.

The sharpest form: two sessions that differ only in who said the unattributed words are
the same session, records, steps, drafts and counts included.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

import pytest

from tests.build import Play
from wshoes_tui.domain.commands import (
    AddLightbulb,
    AddPledge,
    Close,
    Command,
    GiveFeedback,
    GoToClosing,
    KeepDraft,
    Next,
    ParkTopic,
    Plan,
    Reveal,
    Say,
    ShowAs,
    Undo,
    WriteFirst,
)
from wshoes_tui.domain.models import Response, Session

SEATS = "Asha/lived, Tom/service, Bea/lived, Dev/service"
PEOPLE = ("Asha", "Tom", "Bea", "Dev")
SESSIONS = 400


def whole(session: Session) -> object:
    """Everything that is known of a session."""
    return [*session.records()], session.done, session.undone


def played(who: Sequence[str], commands: Callable[[Play, Sequence[str]], None]) -> object:
    play = Play.begun(SEATS)
    commands(play, [play.id_of(label) for label in who])
    return whole(play.session)


def spoken(play: Play, who: Sequence[str]) -> None:
    play.do(*(Say(f"Words {n}.", seat) for n, seat in enumerate(who)))


def spoken_through_own_fields(play: Play, who: Sequence[str]) -> None:
    for n, seat in enumerate(who):
        play.do(KeepDraft("voice", f"Words {n}", seat), Say(f"Words {n}.", seat, draft="voice"))


def spoken_at_own_screens(play: Play, who: Sequence[str]) -> None:
    for n, seat in enumerate(who):
        play.do(KeepDraft("own", f"Words {n}", seat), Say(f"Words {n}.", seat, draft="own"))


def spoken_when_the_card_had_passed(play: Play, who: Sequence[str]) -> None:
    turn = play.turn.id
    play.do(Next())
    for n, seat in enumerate(who):
        play.do(KeepDraft("own", f"Words {n}", seat, turn=turn))
        play.do(Say(f"Words {n}.", seat, draft="own", turn=turn))


def kept_from_own_screens(play: Play, who: Sequence[str]) -> None:
    for n, seat in enumerate(who):
        play.do(KeepDraft("park", f"Words {n}", seat), ParkTopic(f"Words {n}.", seat))
        play.do(AddLightbulb(f"Words {n}.", seat=seat), AddPledge(f"Words {n}.", seat=seat))


def spoken_and_taken_back(play: Play, who: Sequence[str]) -> None:
    spoken(play, who)
    play.do(Undo(), Undo())


def spoken_by_name_and_taken_off(play: Play, who: Sequence[str]) -> None:
    play.do(*(Say(f"Words {n}.", seat, visibility="named") for n, seat in enumerate(who)))
    play.do(*(ShowAs(response.id, "shoes") for response in play.session.responses))


def said_in_the_closing(play: Play, who: Sequence[str]) -> None:
    play.do(GoToClosing())
    play.do(*(GiveFeedback("heard", f"Words {n}.", seat) for n, seat in enumerate(who)))


def said_in_a_session_that_closes(play: Play, who: Sequence[str]) -> None:
    spoken(play, who)
    play.do(Next(), Close())


@pytest.mark.parametrize(
    "commands",
    [
        spoken,
        spoken_through_own_fields,
        spoken_at_own_screens,
        spoken_when_the_card_had_passed,
        kept_from_own_screens,
        spoken_and_taken_back,
        spoken_by_name_and_taken_off,
        said_in_the_closing,
        said_in_a_session_that_closes,
    ],
    ids=lambda commands: commands.__name__,
)
def test_who_said_it_leaves_no_trace(commands: Callable[[Play, Sequence[str]], None]) -> None:
    one = played(["Tom", "Bea", "Dev"], commands)
    for who in (["Bea", "Tom", "Dev"], ["Dev", "Bea", "Tom"], ["Bea", "Dev", "Tom"]):
        assert played(who, commands) == one


def test_a_name_that_was_asked_for_does_leave_one() -> None:
    def named(play: Play, who: Sequence[str]) -> None:
        play.do(*(Say(f"Words {n}.", seat, visibility="named") for n, seat in enumerate(who)))

    assert played(["Tom", "Bea"], named) != played(["Bea", "Tom"], named)


def test_who_handed_in_first_leaves_no_trace() -> None:
    def written(order: Sequence[str]) -> object:
        play = Play.begun(SEATS, chance=3)
        play.do(WriteFirst())
        for label in order:
            play.write(**{label: f"From {label}."})
        play.do(Reveal())
        return whole(play.session)

    assert written(PEOPLE) == written(PEOPLE[::-1]) == written(("Bea", "Dev", "Asha", "Tom"))


# What an attacker may try on a turn that was written first, with all that was kept of it:
# each guesses one response, and whose it is.

Guess = tuple[Response, str]


def by_the_shoes_of_the_turn(session: Session) -> Guess | None:
    """Whoever has the turn stands in its shoes."""
    turn = session.turns[-1]
    mine = [response for response in session.responses if response.shoes == turn.shoes]
    return (mine[0], turn.seat or "") if mine else None


def by_the_place(session: Session) -> Guess | None:
    """The first words are the first seat's."""
    return session.said(session.turns[-1])[0], session.seats[0].id


def by_the_id(session: Session) -> Guess | None:
    """Ids are given in the order of the seats."""
    return min(session.responses, key=lambda response: response.id), session.seats[0].id


def by_the_count(session: Session) -> Guess | None:
    """People were heard in the order of the words."""
    return session.responses[-1], session.heard[-1]


def by_the_side(session: Session) -> Guess | None:
    """People stand in the shoes of the other side."""
    pairs = {shoes.id: shoes.side for shoes in session.decks[0].deck.shoes}
    service = [response for response in session.responses if pairs[response.shoes] == "service"]
    return (service[0], session.seats[0].id) if service else None


def by_the_seed(session: Session) -> Guess | None:
    """Chance is the session's seed."""
    seats = [seat.id for seat in session.seats]
    Random(session.header.seed).shuffle(seats)
    return session.responses[0], seats[0]


ATTACKS = (
    by_the_shoes_of_the_turn,
    by_the_place,
    by_the_id,
    by_the_count,
    by_the_side,
    by_the_seed,
)


def hits(attack: Callable[[Session], Guess | None], **plan: object) -> float:
    """The part of the guesses that are right."""
    right = tried = 0
    for chance in range(SESSIONS):
        play = Play.begun(SEATS, chance=chance, **plan)
        play.do(WriteFirst())
        play.write(**{label: f"From {label}." for label in PEOPLE})
        play.do(Reveal())
        guess = attack(play.session)
        if guess is not None:
            response, seat = guess
            tried += 1
            right += (
                response.text
                == f"From {next(x.label for x in play.session.seats if x.id == seat)}."
            )
    assert tried > SESSIONS / 2
    return right / tried


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
def test_an_attacker_does_no_better_than_chance(attack: Callable[[Session], Guess | None]) -> None:
    assert hits(attack) < 1 / len(PEOPLE) + 0.07


@pytest.mark.parametrize("attack", [by_the_shoes_of_the_turn, by_the_side])
def test_the_attacks_work_where_people_agreed_to_be_named(
    attack: Callable[[Session], Guess | None],
) -> None:
    assert hits(attack, visibility="named") > 0.4


def test_the_rule_cannot_be_changed_under_what_people_write() -> None:
    play = Play.begun(SEATS)
    play.do(WriteFirst(), KeepDraft("private", "I trust you.", play.id_of("Tom")))
    command: Command = Plan(visibility="named")
    assert play.refused(command).startswith("People are writing")
    play.do(Reveal(anyway=True))
    assert all(response.seat is None for response in play.session.responses)
