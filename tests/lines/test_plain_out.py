"""What comes out: lines of a fixed vocabulary that no terminal could obey."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import wshoes_tui.lines
from tests.build import Play, a_card, a_deck, a_shoes
from tests.domain.hostile_texts import EVIL, PLAIN
from tests.lines.talk import Talk, check
from wshoes_tui.domain.commands import AddLightbulb, AddPledge, AddSeat, ParkTopic, PlaceCard, Say
from wshoes_tui.domain.deck import Card, CardKind, Deck, Prompt, Theme
from wshoes_tui.flow.blocks import Word
from wshoes_tui.line_output.line_writer import LineWriter
from wshoes_tui.lines.slash_session import COMMANDS
from wshoes_tui.terminal.width import cells, wrapped


def said(text: str, width: int = 0) -> list[str]:
    """What saying this writes."""
    written: list[str] = []
    LineWriter(written.append, width).say("Said", text)
    for line in written:
        check(line)
    return written


def test_the_package_says_what_each_word_means() -> None:
    documented = re.findall(r"^\| ([A-Z][a-z]+) \|", wshoes_tui.lines.__doc__ or "", re.MULTILINE)
    assert sorted(documented) == sorted(get_args(Word))
    assert len(documented) == len(set(documented))


def test_one_thing_is_one_line_and_its_own_lines_go_on_behind_more() -> None:
    assert said("one  two\tthree") == ["Said: one two three\n"]
    assert said("one\n\n two\r\nthree\n") == ["Said: one\n", "More: two\n", "More: three\n"]
    assert said("") == ["Said:\n"]
    assert said("\n \n") == ["Said:\n"]


@pytest.mark.parametrize("text", [*EVIL, *PLAIN])
@pytest.mark.parametrize("width", [0, 20])
def test_nothing_foreign_comes_out(text: str, width: int) -> None:
    said(text, width)


@given(st.text())
def test_nothing_foreign_comes_out_whatever_goes_in(text: str) -> None:
    said(text)
    said(text, 20)


@given(st.text(), st.integers(20, 60))
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    lines = said(text, width)
    assert all(cells(line.rstrip("\n")) <= width for line in lines)
    whole = "".join(line.partition(":")[2] for line in said(text))
    cut = "".join(line.partition(":")[2] for line in lines)
    assert "".join(cut.split()) == "".join(whole.split())


def test_lines_are_broken_between_words() -> None:
    assert said("I want my own bed, not this one.", 20) == [
        "Said: I want my own\n",
        "More: bed, not this\n",
        "More: one.\n",
    ]
    assert wrapped("\u6211\u60f3\u56de\u5bb6\u6211\u60f3\u56de\u5bb6", 8) == [
        "\u6211\u60f3\u56de\u5bb6",
        "\u6211\u60f3\u56de\u5bb6",
    ]


def evil_deck(text: str) -> Deck:
    """A deck in which every text is this one."""
    words = {"name": text, "you_are": text, "easy": text}
    kinds: tuple[CardKind, ...] = ("scenario", "poem", "statement", "scenario")

    def card(number: int, kind: CardKind) -> Card:
        texts = {"title": text, "text": text, "easy": text, "note": text}
        prompts = (Prompt("notice", text),)
        return a_card(f"c{number}", "information", kind=kind, prompts=prompts, **texts)

    return a_deck(
        title=text,
        summary=text,
        content_note=text,
        themes=(Theme("information", text), Theme("independence", text)),
        shoes=(a_shoes("p", mark=text[:1] or "P", **words), a_shoes("n", "service", **words)),
        cards=tuple(card(number, kind) for number, kind in enumerate(kinds)),
    )


@pytest.mark.parametrize("text", EVIL)
def test_every_command_is_safe_whatever_anybody_wrote(text: str) -> None:
    storable = text.encode("utf-8", "replace").decode()
    play = Play.ready("Asha, Tom", evil_deck(storable), visibility="named")
    play.do(AddSeat(storable, role=storable, needs=storable))
    play.do(AddSeat(f"Zo{storable}", role=storable))
    talk = Talk.over(play)
    typed = " ".join(storable.splitlines())
    talk.type("/go", typed, "/go", typed, "/go", typed, f"{typed}: 4", "/go cards")
    session = talk.conversation.session
    assert session.state == "turns"
    for command in (
        Say(storable),
        Say(storable, seat=session.seats[2].id),
        AddLightbulb(storable, storable),
        AddPledge(storable, storable),
        ParkTopic(storable),
        PlaceCard(storable, storable),
    ):
        talk.does(command)
    for name in COMMANDS.handlers:
        if name not in ("leave", "home", "close", "export"):
            talk.type(
                f"/{name}", f"/{name} {typed}", f"/{name} 1 {typed}", f"/{name} {typed}: {typed}"
            )
    talk.leave_unfinished(typed)
    talk.again().type(
        f"/{typed}", f"/say {typed}: {typed}", "/save", "/close", typed, "/close", "/close"
    )
    assert len(talk.written) > 100


def test_the_check_of_these_tests_can_fail() -> None:
    for bad in (
        "Said: \x1b[2J\n",
        "said: x\n",
        "Said: x",
        "Said: a\x9bb\n",
        "x\n",
        "Said: \u202ex\n",
    ):
        with pytest.raises(AssertionError):
            check(bad)


def test_on_a_terminal_lines_break_at_words_and_go_on_behind_two_blanks() -> None:
    written: list[str] = []
    LineWriter(written.append, columns=lambda: 20).say("Said", "I want my own bed\nand a door")
    lines = "".join(written).splitlines()
    assert lines == ["Said: I want my", "  own bed", "More: and a door"]
    assert max(map(len, lines)) < 20
