"""Slips from paper, typed up in plain lines: an evening of its own, or beside a session."""

from __future__ import annotations

import os
import signal
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.build import Play, a_card, a_deck
from tests.lines.process import command, piped, surroundings
from tests.lines.talk import Talk
from wshoes_tui.domain.commands import Next, Say
from wshoes_tui.domain.deck import Shoes
from wshoes_tui.domain.models import Session
from wshoes_tui.errors import StoreError
from wshoes_tui.export.formats import FORMATS
from wshoes_tui.export.json_format import session_from_json, to_json
from wshoes_tui.flow.paper_flow import WHO_WORDS
from wshoes_tui.flow.paper_setup import past_day
from wshoes_tui.storage.sql_store import open_store

DECK = a_deck()
MIXED = a_deck("memory-lane", cards=(a_card("bus"), a_card("shop", title="Friday, after four")))
SETTINGS = ("6", "Table 3", "Spring", "yes")
"""Answers behind the day, as in a file."""


def evening(*decks: str, answers: tuple[str, ...] = SETTINGS) -> Talk:
    """An evening on paper, set up, before its first slip."""
    talk = Talk.at_home(DECK, MIXED)
    talk.role.follow()
    talk.type("/enter", *(decks or ("home",)), "", *answers)
    return talk


def kept(session: Session) -> list[tuple[str, str, str, str, str]]:
    """Each slip as it was kept: card, shoes, words, who may see them, and the name; by cards."""
    found = []
    for turn in session.turns:
        for said in session.said(turn):
            seat = session.seat(said.seat)
            label = seat.label if seat else ""
            found.append((turn.card, said.shoes, said.text, said.visibility, label))
    return found


def by_cards(slips: list[tuple[str, str, str, str, str]]) -> list[tuple[str, str, str, str, str]]:
    """Slips in the order of their cards, those of one card as they were typed."""
    cards = list(dict.fromkeys(slip[0] for slip in slips))
    return sorted(slips, key=lambda slip: cards.index(slip[0]))


@pytest.mark.usefixtures("_monday")
def test_an_evening_without_a_computer_becomes_a_session_like_any_other() -> None:
    talk = Talk.at_home(DECK, MIXED)
    talk.role.follow()
    assert talk.type("/enter")[-1].startswith("Question: Which deck was it?")
    assert talk.type("home")[-1].startswith("Question: On which day was it?")
    assert talk.error("no such day").startswith("Which day is that?")
    assert talk.error("31 December 2026") == "That day is still to come."
    assert talk.type("Friday")[0] == "Saved: Friday 27 February"
    talk.type("6", "Table 3", "Spring")
    assert talk.error("perhaps") == "Type yes or no."
    talk.type("yes")
    assert talk.type("3")[0].startswith("Card: HOM 3, ")
    assert talk.type("N")[1] == "Shoes: N The nurse"
    assert talk.type("I have three more", "before noon.") == []
    assert talk.type("")[-1].startswith("Question: Who may see it?")
    saved = talk.type("")
    assert saved[0] == "Saved: slip 1, HOM 3, Cold tea, The nurse"
    talk.type("/light Now I see the rota.", "/pledge I will ring first. who: Tom", "/park The bus")
    talk.type("key, P, named Eira", "It was dark.", "")
    assert talk.type("")[-1].startswith("Question: Is that all? /close closes")
    assert "Saved: the session is closed" in talk.type("/close")
    session = talk.session
    assert kept(session) == [
        ("cold-tea", "nurse", "I have three more\nbefore noon.", "shoes", ""),
        ("key-safe", "patient", "It was dark.", "named", "Eira"),
    ]
    header = session.header
    assert (header.place, header.programme, header.typed_up) == ("Table 3", "Spring", True)
    assert header.consented
    assert header.created.date() == date(2026, 2, 27)
    assert header.closed is not None
    assert header.closed.date() == date(2026, 2, 27)
    assert [seat.label for seat in session.seats][:2] == ["Eira", "Seat 2"]
    assert (len(session.lightbulbs), len(session.pledges), len(session.car_park)) == (1, 1, 1)
    assert any("typed up from paper" in line for line in talk.type("/summary"))
    for form in FORMATS.values():
        assert form.render(session, everything=True)
    told = to_json(session)
    assert to_json(session_from_json(told)) == told


def test_that_nobody_agreed_is_kept_as_it_was() -> None:
    talk = evening(answers=("2", "", "", "no"))
    assert not talk.session.header.consented
    assert any(line.startswith("Notice: Not everybody agreed") for line in talk.written)


def test_a_file_of_slips_says_all_of_a_slip_on_its_first_line() -> None:
    talk = evening()
    file = """3, N
One.

8 P
Two.

HOM 1, P, not passed on
Three.


cold, N, named: Tom
Four.

5
D
Five
and more.

shoes only
"""
    talk.type(*file.split("\n"))
    assert [(slip[0], *slip[2:]) for slip in kept(talk.session)] == [
        ("cold-tea", "One.", "shoes", ""),
        ("cold-tea", "Four.", "named", "Tom"),
        (DECK.cards[7].id, "Two.", "shoes", ""),
        ("own-bed", "Three.", "withheld", ""),
        (DECK.cards[4].id, "Five\nand more.", "shoes", ""),
    ]


LINES = st.text(st.characters(exclude_categories=("C", "Z"), include_characters=" "), min_size=1)
WORDS = LINES.filter(lambda line: bool(line.strip()) and not line.startswith("/"))
Typed = tuple[int, Shoes, list[str], str, bool]
SLIPS = st.tuples(
    st.integers(1, len(DECK.cards)),
    st.sampled_from(DECK.shoes),
    st.lists(WORDS, min_size=1, max_size=3),
    st.sampled_from(("", "shoes", "not passed on", "withheld", "named Tom", "named: Eira")),
    st.booleans(),
)


@settings(max_examples=15)
@given(st.lists(SLIPS, min_size=1, max_size=4))
def test_every_slip_comes_back_whole_under_its_card_and_its_shoes(slips: list[Typed]) -> None:
    talk = evening()
    expected = []
    for number, pair, words, who, at_once in slips:
        head = ", ".join(part for part in (str(number), pair.mark, who) if part)
        asked = [] if at_once and who else [who]
        talk.type(*([head] if at_once else [str(number), pair.mark]), *words, "", *asked)
        name = who.partition(" ")[2] if who.startswith("named") else ""
        seen = "withheld" if who in ("not passed on", "withheld") else "named" if name else "shoes"
        expected.append((DECK.cards[number - 1].id, pair.id, "\n".join(words), seen, name))
    assert kept(talk.session) == by_cards(expected)
    talk.type("", "/close")
    session = talk.session
    assert session.state == "closed"
    assert kept(session_from_json(to_json(session))) == by_cards(expected)
    assert len({turn.card for turn in session.turns}) == len(session.turns)


def test_cards_of_mixed_decks_are_told_apart_by_their_initials() -> None:
    talk = evening("1 2")
    assert talk.error("2") == "2 could be HOM 2, Key safe; ML 2, Friday, after four."
    assert talk.type("ml 2")[0] == "Card: ML 2, Friday, after four"
    assert talk.type("P")[1] == "Shoes: P2 The patient", "the mark as it is printed on the card"
    talk.type("/drop")
    assert talk.type("Friday, after four")[0] == "Card: ML 2, Friday, after four"
    talk.type("/drop")
    assert talk.error("XX 2").startswith("There is no card XX 2")
    assert talk.error("99").startswith("There is no card 99")
    assert talk.error("2, pilot").startswith("There is no card 2, pilot") is False


def test_undo_brings_a_slip_back_and_drop_lets_it_go() -> None:
    talk = evening()
    talk.type("3, N, named Tom", "Wrong.", "")
    told = talk.type("/undo")
    assert told[0] == "Undone: a slip from paper"
    assert "Draft: Wrong." in told
    assert told[-1].endswith("Enter alone: named Tom.")
    assert not talk.session.responses
    talk.type("")
    assert kept(talk.session)[0][2:] == ("Wrong.", "named", "Tom")
    talk.type("/undo", "/drop")
    assert (talk.session.drafts, talk.session.responses) == ((), ())


def test_what_was_typed_of_a_slip_is_there_when_it_is_taken_up_again() -> None:
    talk = evening()
    talk.type("3, N", "The first line", "and the second")
    told = talk.role.parting()
    assert told.startswith("The last slip is kept as it stands, and not saved yet.")
    assert "Error: There are words that are not handed in yet" in " ".join(talk.type("/close"))
    again = talk.again()
    assert "Draft: The first line" in again.written
    assert again.leave_unfinished("and the thi") == (
        "The last line had no end. It is kept as a draft, not said."
    )
    third = again.again()
    third.type("", "")
    assert kept(third.session)[0][2] == "The first line\nand the second\nand the thi"


def test_a_slip_that_the_store_does_not_take_is_held_and_kept_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    talk = evening()
    talk.type("3, N", "Held.", "")
    with monkeypatch.context() as broken:

        def fail(_transition: object) -> None:
            raise StoreError("The disk is full.")

        broken.setattr(talk.store, "commit", fail)
        told = talk.type("")
        assert (
            told[0] == "Notice: These words are not saved. They are held here; /save tries again."
        )
        assert not any(line.startswith("Saved: slip") for line in told)
    assert "Saved: words that were held" in talk.type("/save")
    assert kept(talk.session)[0][2] == "Held."
    assert talk.session.drafts == ()


def test_slips_beside_a_session_that_goes_on() -> None:
    play = Play.begun("Asha, Tom")
    play.do(Say("Aloud."), Next())
    talk = Talk.over(play)
    first, now = play.session.turns
    number = [card.id for card in DECK.cards].index(first.card) + 1
    assert talk.type("/enter")[0] == "Step: Slips from paper"
    talk.type(f"{number}, N", "By hand.", "", "")
    assert any("goes back to the session" in line for line in talk.type(""))
    told = talk.type("/close")
    assert any(line.startswith("Turn: 2") for line in told)
    session = talk.session
    assert [said.text for said in session.said(session.turns[0])] == ["Aloud.", "By hand."]
    assert session.turn is not None
    assert session.turn.id == now.id
    assert session.header.typed_up


def test_an_interrupted_file_is_not_lost(data: Path) -> None:
    typed = "kitchen\n\n2\n\n\nyes\n1\nP\nHalf a slip"
    done = subprocess.Popen(
        command("enter", "--data", str(data)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=surroundings(),
    )
    assert done.stdin is not None
    assert done.stdout is not None
    done.stdin.write(f"{typed}\n\n\n2\n")
    done.stdin.flush()
    for line in done.stdout:
        if line.startswith("Card: ") and " 2, " in line:
            break
    os.kill(done.pid, signal.SIGKILL)
    done.communicate()
    ran = piped("", "enter", "last", "--data", str(data))
    assert ran.status == 0
    assert any(" 2, " in line for line in ran.lines if line.startswith("Card: "))
    store = open_store(data / "wshoes.db", read_only=True)
    [found] = store.sessions()
    assert [said.text for said in store.load(found.id).responses] == ["Half a slip"]
    store.close()


@pytest.mark.parametrize(
    ("said", "back"),
    [("yesterday", 1), ("Friday", 3), ("Monday", 0), ("28 February", 2), ("today", 0)],
)
def test_a_day_is_the_last_one_of_its_name(said: str, back: int) -> None:
    monday = date(2026, 3, 2)
    assert past_day(said, monday) == monday - timedelta(days=back)
    assert past_day("in 2 weeks", monday) is None
    assert past_day("3 March", monday) == date(2025, 3, 3)
    assert past_day("2026-11-24", monday) == date(2026, 11, 24)


def test_every_way_to_keep_words_can_be_typed() -> None:
    for visibility, words in WHO_WORDS.items():
        for way in words.split("|"):
            talk = evening()
            talk.type("3, N", "Words.", "", f"{way} Tom" if visibility == "named" else way)
            assert kept(talk.session)[0][3] == visibility, way


def test_numbers_and_closing_words_are_typed_up_from_paper() -> None:
    talk = evening()
    file = """3, N
One.

/go
P: 4 7
N 2

/go check-out
Courage.
Another way.

/go valued
All of it.
/close
"""
    assert talk.error("/go nowhere").startswith("There is no step nowhere here.")
    talk.type("")
    assert "Notice: /go types up numbers and closing words." in talk.written
    talk.type(*file.splitlines())
    session = talk.session
    assert sorted((one.when, one.shoes, one.value) for one in session.ratings) == [
        ("before", "nurse", 2), ("before", "patient", 4), ("before", "patient", 7),
    ]  # fmt: skip
    assert {(one.kind, one.text) for one in session.feedback} == {
        ("checkout", "Courage."), ("checkout", "Another way."), ("valued", "All of it."),
    }  # fmt: skip
    assert session.state == "closed"


def test_closing_words_from_paper_without_an_end_wait() -> None:
    talk = evening()
    talk.type("/go valued")
    assert talk.error("/go before: x")
    assert talk.leave_unfinished("Half a")
    again = talk.again()
    again.type("/go valued", "/save 1")
    assert [(one.kind, one.text) for one in again.session.feedback] == [("valued", "Half a")]
    again.type("/go numbers before")
    assert again.error("X 3").startswith("There are no such shoes")
    assert again.type("three people")[0].startswith("Error: Whole numbers from 0 to 10")
    again.type("3, N")
    assert again.session.ratings == ()
    assert again.type("/skip", "/skip")[0].startswith("Question: One line each")
