"""Nobody is ever sent what is not for their eyes: all that a seat receives is read to see."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.build import a_deck
from tests.lines.process import of
from tests.lines.seats import Sitter, Together, seats
from wshoes_tui.domain.commands import (
    Begin,
    ChangeSeat,
    Close,
    GoToClosing,
    KeepDraft,
    Next,
    Open,
    Reveal,
    Say,
    ShowAs,
)
from wshoes_tui.lines.argument_parser import as_fields

LOOKING = ("", "/where", "/said", "/late", "/key", "/help all", "/shoes", "/prompt", "/easy",
           "/lang cy", "/lang en", "/undo", "/save 1", "/save 2", "/drop 1")  # fmt: skip
"""Whatever could show something, and whatever could get hold of what is not one's own."""

DECK = a_deck(cards=tuple(replace(c, note=f"NOTE-{c.id}", source="SOURCE") for c in a_deck().cards))


async def looks(*sitters: Sitter) -> None:
    """They try everything that could show them something."""
    for sitter in sitters:
        await sitter.types(*LOOKING)


def never(sitter: Sitter, *markers: str) -> None:
    """None of these was ever sent to them."""
    found = [marker for marker in markers if marker in sitter.written]
    assert not found, found


async def begun(together: Together, *, raw: bool) -> tuple[Sitter, Sitter]:
    """Asha, whose words they are, and Tom, who looks."""
    asha = await together.sits_down("Asha", raw=raw)
    tom = await together.sits_down("Tom", raw=not raw)
    await together.does(ChangeSeat(asha.participant.seat, needs="NEEDS-of-asha"), Open())
    return asha, tom


@pytest.mark.parametrize("raw", [False, True])
async def test_a_page_is_hidden_until_the_reveal(raw: bool) -> None:
    async with seats(DECK, write_first=True) as together:
        asha, tom = await begun(together, raw=raw)
        await together.does(Begin())
        await asha.sends(b"PAGE-begun")
        await looks(tom)
        await asha.sends(b" and PAGE-handed-in\r\n")
        await looks(tom)
        never(tom, "PAGE", "NEEDS", "NOTE", "SOURCE", asha.participant.key)
        await tom.types("/pass")
        await together.does(Reveal())
        assert "PAGE-begun and PAGE-handed-in" in tom.written


@pytest.mark.parametrize("raw", [False, True])
async def test_what_was_never_handed_in_stays_with_its_seat(raw: bool) -> None:
    async with seats(DECK, write_first=True) as together:
        asha, tom = await begun(together, raw=raw)
        await together.does(Begin())
        if raw:
            await asha.sends(b"PRIVATE-page")
        else:
            await together.does(KeepDraft("private", "PRIVATE-page", asha.participant.seat))
        await tom.types("Mine.")
        await together.does(Reveal(anyway=True))
        await looks(tom)
        await asha.sends(b"\r\nUNSAID")
        await looks(tom)
        seat = asha.participant.seat
        for kind in ("lightbulb", "pledge", "park", "wild"):
            fields = as_fields(kind, f"FIELD-{kind}")  # type: ignore[arg-type]
            await together.does(KeepDraft(kind, fields, seat))  # type: ignore[arg-type]
        await looks(tom)
        await together.does(Next())
        await looks(tom)
        await asha.is_gone()
        await looks(tom)
        never(tom, "PRIVATE", "UNSAID", "FIELD", "NEEDS", "NOTE", "SOURCE")
        assert "Mine." in asha.written


async def test_numbers_and_answers_are_for_the_facilitator() -> None:
    async with seats(DECK) as together:
        asha, tom = await begun(together, raw=False)
        await asha.types("10", "10", "10", "10")
        await looks(tom)
        await together.does(Begin(), GoToClosing())
        await asha.types(
            "FEEDBACK-checkout", "10", "10", "10", "10", "FEEDBACK-heard", "FEEDBACK-v"
        )
        await asha.sends(b"FEEDBACK-unfinished")
        await looks(tom)
        await asha.is_gone()
        await looks(tom)
        await together.does(Close(anyway=True))
        await looks(tom)
        never(tom, "FEEDBACK")
        assert not any(line.endswith(": 10") for line in of("Number", tom.all_lines))


@pytest.mark.parametrize("raw", [False, True])
async def test_a_lightbulb_at_the_end_says_nothing_of_where_it_came_from(raw: bool) -> None:
    async with seats(DECK) as together:
        asha, tom = await begun(together, raw=raw)
        await together.does(Begin())
        await tom.types("/shoes manager", "/light I thought it was easy. | It is not.")
        await together.does(Next(), GoToClosing())
        assert together.session.lightbulbs[0].shoes == "manager"
        before = len(asha.written)
        await together.does(Close(anyway=True))
        await asha.types("/where")
        told = asha.written[before:]
        assert "Lightbulb: 1, I used to think: I thought it was easy." in told
        for told_of in ("Turn", *(f"{pair.mark} {pair.name}" for pair in DECK.shoes)):
            assert told_of not in told


async def test_what_is_kept_out_of_exports_is_not_told_at_seats() -> None:
    async with seats(DECK) as together:
        asha, tom = await begun(together, raw=True)
        await together.does(Begin(), Say("WITHHELD-at-once", visibility="withheld"))
        await together.does(KeepDraft("response", "ROOM-draft"))
        await asha.types("Said, then taken out.")
        await together.does(ShowAs(together.session.responses[-1].id, "withheld"))
        before = len(tom.written)
        await looks(tom)
        never(tom, "WITHHELD", "ROOM-draft", "NOTE")
        assert "taken out" not in tom.written[before:]


async def test_the_words_of_the_others_come_without_names() -> None:
    async with seats(DECK) as together:
        asha, tom = await begun(together, raw=False)
        await together.does(Begin())
        await tom.types("From Tom.")
        await asha.types("From Asha.")
        assert of("Said", asha.all_lines)
        assert not any("Tom" in line for line in of("Said", asha.all_lines) if "From" not in line)
        assert of("Said", tom.all_lines) == ["2, P The patient: From Asha."]


async def test_another_seat_comes_back_to_its_own_alone() -> None:
    async with seats(DECK) as together:
        asha, tom = await begun(together, raw=True)
        await together.does(Begin())
        await asha.sends(b"UNSAID")
        await asha.is_gone()
        again = await together.opens(seat=tom.participant.seat)
        await looks(again)
        never(again, "UNSAID", asha.participant.key)
