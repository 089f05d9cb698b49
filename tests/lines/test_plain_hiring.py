"""Hiring for values in plain lines: a candidate answers, a panel writes evidence in private."""

from __future__ import annotations

import pytest

from tests.build import Play, Still, a_deck
from tests.lines.seats import seats
from tests.lines.talk import Talk
from tests.lines.test_plain_writing import everything_that_looks
from wshoes_tui.domain.commands import (
    AddSeat,
    Begin,
    ChooseCandidate,
    Close,
    GoToClosing,
    Next,
    Open,
    Pause,
    Resume,
    Reveal,
    WriteFirst,
)
from wshoes_tui.lines.line_loop import Outcome
from wshoes_tui.wall.wall_page import wall_page

SECRET = "she asked before she acted"
HIRING = a_deck(purpose="hiring")


@pytest.fixture
def talk() -> Talk:
    play = Play.ready("Asha, Tom, Bea", HIRING, chance=Still())
    play.do(ChooseCandidate("7"), Begin())
    return Talk.over(play)


def of(word: str, lines: list[str]) -> list[str]:
    return [line.partition(": ")[2] for line in lines if line.startswith(f"{word}:")]


def test_the_candidate_is_named_before_the_cards() -> None:
    talk = Talk.over(Play.ready("Asha, Tom", HIRING))
    told = of("Plan", talk.type("/where"))
    assert told[-1] == "These cards are for choosing somebody: /candidate A names the candidate."
    assert of("Saved", talk.type("/candidate 7")) == ["3, 7, the candidate"]
    assert of("Plan", talk.type("/where"))[0] == "4 turns, 7 answers, the others are the panel"
    talk.type("/candidate")
    assert not talk.session.is_for_hiring
    assert talk.error("/candidate") == "Nothing changes."


def test_a_panel_writes_hidden_and_reads_it_by_value_at_the_end(talk: Talk) -> None:
    told = of("Question", talk.type("/where"))
    assert told[-1].startswith("What does 7 say in these shoes?")
    talk.type("I would ask her.", "/evidence")
    assert talk.hidden
    assert of("Write", talk.written) == ["Asha"]
    assert of("Shoes", talk.written[-4:]) == [], "a panel stands in nobody's shoes"
    assert of("Notice", talk.written)[-1].startswith("1 Information, 2 Independence. Begin with")
    told = talk.type(f"2: {SECRET} | 1: and told her")
    assert told[:2] == ["Saved: hidden, 1 of 3", "Write: Tom"]
    told = talk.error("1:")
    assert told == "Words first: what did you hear about Information?"
    told = talk.type("warm", "/pass")
    assert of("Notice", told)[0].startswith("The candidate may wait outside now")
    assert SECRET not in "".join(talk.written)
    told = talk.type("/reveal")
    assert of("Evidence", told) == [
        f"Independence: {SECRET}", "Information: and told her", "warm"
    ]  # fmt: skip
    turn = talk.session.turns[0]
    shoes = talk.session.shoes_of(turn)
    worn = f"{shoes.mark} {shoes.name}"
    assert of("Said", told) == [f"1, {worn}: I would ask her."]
    talk.type("/next", "Another answer.", "/close")
    told = talk.written
    assert of("Step", told)[-1] == "1 of 7, what we agreed"
    talk.type("She asks first.", *["/go"] * 6, "/close")
    told = talk.type("/summary")
    where = f"Evidence: turn 1, {talk.session.card_of(turn).title}, {worn}: "
    order = [
        "Summary: What the panel heard",
        "Summary: Information",
        f"{where}and told her",
        "Summary: Independence",
        f"{where}{SECRET}",
        "Summary: Without a value",
        f"{where}warm",
        "Summary: What the panel agreed",
        "Feedback: She asks first.",
    ]
    found = [told.index(line) for line in order]
    assert found == sorted(found), "evidence stands before opinion"
    assert of("Number", told) == [], "there is no number beside a candidate"


def test_a_value_of_which_nobody_heard_anything_is_a_gap(talk: Talk) -> None:
    talk.type("/evidence", "1: told her", "/pass", "/pass", "/reveal")
    assert of("Evidence", talk.type("/heard"))[-1] == "Nobody heard anything about: Independence"


def test_nothing_private_is_told_before_the_reveal(talk: Talk) -> None:
    talk.type("/evidence", f"1: {SECRET}")
    assert "kept as a draft" in talk.leave_unfinished(f"2: {SECRET} too")
    again = talk.again()
    everything_that_looks(again)
    again.type("/heard", "/evidence")
    assert SECRET not in "".join(talk.written + again.written)


def test_evidence_is_for_a_session_in_which_somebody_is_chosen() -> None:
    talk = Talk.over(Play.begun("Asha, Tom"))
    assert talk.error("/evidence") == "Nobody is chosen in this session."
    assert talk.error("/heard") == "Nobody is chosen in this session."


async def test_at_seats_the_panel_writes_and_the_candidate_waits() -> None:
    async with seats(HIRING) as together:
        asha, tom, seven = [await together.sits_down(name) for name in ("Asha", "Tom", "7")]
        await together.does(ChooseCandidate("7"), Open(), Begin())
        await seven.types("I would ask her.")
        await together.does(WriteFirst())
        assert of("Write", asha.all_lines)[-1].startswith("What did you hear?")
        assert of("Pause", seven.all_lines) == [
            "The panel writes what it heard. Take the time you need."
        ]
        await seven.types("and one more thing")
        await asha.types(f"2: {SECRET}")
        await tom.types("/pass")
        assert SECRET not in tom.written + seven.written
        await together.does(Reveal())
        assert of("Evidence", tom.all_lines) == [f"Independence: {SECRET}"]
        assert SECRET not in seven.written, "what a panel wrote is the panel's"
        await seven.types("/where", "/said", "/save", "/undo", "/help")
        await together.does(Pause(), Resume(), Next())
        assert SECRET not in seven.written
        assert [one.seat for one in together.stored.evidence] == [None]
        assert any("one more thing" in one.text for one in (
            *together.stored.responses, *together.stored.drafts,
        )), "no word of the candidate is lost"  # fmt: skip


async def test_a_line_that_the_candidate_has_begun_is_kept_while_the_panel_writes() -> None:
    async with seats(HIRING) as together:
        await together.sits_down("Asha")
        seven = await together.sits_down("7", raw=True)
        await together.does(ChooseCandidate("7"), Open(), Begin())
        await seven.sends(b"And then I ")
        await together.does(WriteFirst())
        await seven.sends(b"would ")
        assert [(one.kind, one.text) for one in together.stored.drafts if one.text] == [
            ("own", "And then I would ")
        ]
        assert "Error" not in seven.written
        await together.does(Reveal(anyway=True))
        await seven.sends(b"wait.\r")
        assert [one.text for one in together.stored.responses] == ["And then I would wait."]


async def test_who_comes_late_to_the_panel_has_a_page_too() -> None:
    async with seats(HIRING) as together:
        await together.sits_down("Asha")
        await together.does(AddSeat("7"), ChooseCandidate("7"), Open(), Begin(), WriteFirst())
        late = await together.sits_down("Bea")
        await late.types("1: told her")
        await together.does(Reveal(anyway=True))
        assert [one.text for one in together.stored.evidence] == ["told her"]


async def test_at_no_moment_does_a_candidate_read_words_of_the_panel() -> None:
    """No half page, nothing of the talk, no pledge and no list; and none is on the wall."""
    looks = ("/where", "/said", "/my-words", "/shoes", "/prompt", "/late", "/pledge-from")
    async with seats(HIRING) as together:
        asha, tom, seven = [await together.sits_down(name) for name in ("Asha", "Tom", "7")]
        await together.does(ChooseCandidate("7"), Open(), Begin())
        wall: list[str] = []

        async def looks_around() -> None:
            await seven.types(*looks)
            wall.append(repr(wall_page(together.session)))

        await seven.types("I would ask her.", "/light I see mine now")
        assert "Saved: lightbulb 1" in seven.all_lines, "the candidate's own is there"
        assert "Saved: evidence" in await asha.types("secret before")
        await together.does(WriteFirst())
        await tom.sends(b"1: secret half")
        await asha.types("2: secret page")
        await looks_around()
        await together.does(Reveal(anyway=True))
        await tom.sends(b"\n")
        await tom.types("/save", "2: secret in the talk")
        assert "Evidence: Independence: secret in the talk" in asha.all_lines
        assert of("Evidence", await tom.types("/undo")) == []
        await tom.types("/save")
        await tom.types("/pledge secret pledge", "/park secret topic", "/light secret light")
        await looks_around()
        heard = sorted(one.text for one in together.stored.evidence)
        assert heard == ["secret before", "secret half", "secret in the talk", "secret page"]
        assert {one.value for one in together.stored.evidence} == {
            "", "information", "independence"
        }  # fmt: skip
        assert [one.text for one in together.stored.responses] == ["I would ask her."]
        await together.does(Next(), Pause(), Resume(), GoToClosing())
        await tom.types("secret answer")
        await looks_around()
        await together.does(Close(anyway=True))
        await looks_around()
        assert "I see mine now" in seven.written
        assert "secret" not in seven.written + "".join(wall)


async def test_a_candidate_is_never_there_when_the_next_one_is_heard() -> None:
    async with seats(HIRING) as together:
        asha, seven = [await together.sits_down(name) for name in ("Asha", "7")]
        await together.does(ChooseCandidate("7"), Open(), Begin(), WriteFirst())
        seven.lines.loop.lost()
        await seven.ends()
        back = await together.opens(seat=seven.participant.seat)
        assert of("Pause", back.all_lines), "also while the panel writes"
        await together.does(Reveal(anyway=True), GoToClosing(), Close(anyway=True))
        await together.hub.take_up(together.library.group([HIRING]))
        await together.rest()
        assert await back.ends() is Outcome.LEFT
        assert "Welcome." in of("Notice", asha.all_lines[-4:]), "the panel comes in anew"
