"""One person, in a rehearsal or a session: nobody is asked as a group, on screens or in lines."""

from __future__ import annotations

import re

import pytest

from tests.build import Play, a_deck
from tests.lines.talk import Talk
from wshoes_tui.domain.commands import AddSeat, Open
from wshoes_tui.flow.opening_flow import OpeningFlow
from wshoes_tui.flow.promises import consent_sentences
from wshoes_tui.flow.questions import is_alone

GROUP = re.compile(
    r"[Ee]verybody|\bOne line each|\b[Oo]ur\b|\b[Ww]e\b|[Cc]all out|called out|[Tt]he others|"
    r"Others? people|read (?:it|this) out|what is said|the group|people"
)
"""What is said to several people."""
HOME = a_deck()


@pytest.mark.parametrize("easy", [False, True])
def test_the_consent_card_of_one_person_speaks_to_one(easy: bool) -> None:
    alone = Play.ready("Asha", HOME)
    for sentence in consent_sentences(alone.session, easy=easy):
        assert not GROUP.search(sentence.replace("We keep what you write.", "")), sentence
    group = consent_sentences(Play.ready("Asha, Tom", HOME).session, easy=easy)
    assert any(GROUP.search(sentence) for sentence in group)
    at_a_seat = consent_sentences(alone.session, easy=easy, apart=True)
    assert any("ther" in sentence for sentence in at_a_seat), "others hear who sits at a seat"


def test_the_opening_of_one_person_has_no_agreements_and_reads_the_card_again_with_two() -> None:
    play = Play.ready("Asha", HOME)
    play.do(Open())
    flow = OpeningFlow(lambda: play.session, lambda: False)
    flow.begin()
    assert flow.page_of_pages == "1 of 2"
    flow.begin_reading()
    assert not flow.consent_has_changed
    play.do(AddSeat("Tom"))
    assert flow.consent_has_changed, "others hear what is said now"
    assert flow.page_of_pages == "2 of 3"


def test_an_evening_of_one_person_in_lines_asks_nobody_else() -> None:
    play = Play.ready("Asha", HOME)
    talk = Talk.over(play)
    told = talk.type("/go")
    assert told[0] == "Step: 1 of 2, consent"
    told += talk.type("no", "maybe", "yes")
    told += talk.type(*["5"] * 4, "/go")
    assert talk.session.state == "turns"
    told += talk.type("I want my own bed.", "", "/close")
    told += talk.type("A word.")
    assert any(line.startswith("Step: 2 of 7") for line in told), (
        "the next question comes by itself"
    )
    told += talk.type("/go", *["6"] * 4)
    assert talk.type("Quiet.")[-1].startswith("Question: What was of value to you?")
    told += talk.type("The bench.", "Nothing.", "/close")
    assert talk.session.state == "closed"
    for line in told:
        if not line.startswith(("Card", "Help", "Prompt", "Number", "Notice")):
            assert not GROUP.search(line.replace("everybody's shoes", "")), line


def test_two_people_are_a_group() -> None:
    assert is_alone(Play.begun("Asha", HOME).session)
    assert not is_alone(Play.begun("Asha, Tom", HOME).session)
