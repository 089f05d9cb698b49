"""In at the door and back again, each in a language and words of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.build import a_deck
from tests.hub_fixture import take_up
from tests.lines.process import of
from tests.lines.seats import seats
from wshoes_tui.domain.commands import AddSeat, Begin, Open, Plan, Reveal
from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.list_rows import Listed
from wshoes_tui.lines.line_loop import Outcome

WELSH = a_deck(
    "cartref", title="Cartref", language="cy", translation_of="home",
    cards=tuple(replace(card, title=f"Cy {card.id}", text="Testun.") for card in a_deck().cards),
)  # fmt: skip


class Shelf:
    """The English deck, and its Welsh."""

    def listing(self) -> Sequence[Listed]:
        deck = a_deck()
        return [Listed(deck.id, deck.title, deck.language, "", 8, 30, Path(deck.id), "")]

    def open(self, name: str, language: str | None = None) -> Deck:
        return WELSH if language == "cy" else a_deck()


async def test_whoever_comes_early_waits_for_the_session() -> None:
    async with seats(begun=False) as together:
        asha = await together.opens()
        told = await asha.types("Asha")
        assert "The facilitator is choosing the cards." in of("Notice", told)[0]
        before = len(asha.all_lines)
        await take_up(together.hub, together.library)
        await together.rest()
        told = asha.all_lines[before:]
        assert len(of("Consent", told)) == 8
        assert (await asha.types("yes"))[0] == "Seat: 1, Asha"


async def test_a_name_that_is_taken_and_one_that_is_a_number() -> None:
    async with seats() as together:
        await together.sits_down("Asha")
        other = await together.opens(suggestion="asha")
        told = await other.types("/go", "/go")
        assert of("Notice", told) == [
            "There is a seat called Asha. Is it yours? Your line may have broken off."
        ]
        assert of("Question", told)[0].startswith("/mine asks the facilitator to let you in.")
        assert "letter" not in other.written
        assert other.lines.participant is None
        await other.types("Asha B ", "/back", "/go")
        await other.types("/go")
        assert "Seat: 2, Asha B" in other.all_lines
        nobody = await together.sits_down("")
        assert "Seat: 3, Seat 3" in nobody.all_lines


async def test_only_a_yes_is_a_yes() -> None:
    async with seats() as together:
        asha = await together.opens(suggestion="Asha")
        await asha.types("/go")
        assert (await asha.error("I am not sure")).startswith("Type yes")
        await together.does(Plan(visibility="named"))
        told = await asha.types("/go")
        assert told[0] == "Notice: This has changed. Please read it again."
        assert "It is kept with your name." in of("Consent", told)
        assert asha.lines.participant is None
        assert (await asha.types("Yes."))[0] == "Seat: 1, Asha"


async def test_each_seat_in_its_own_language_and_words() -> None:
    async with seats() as together:
        together.hub._translations._deck_library = Shelf()
        asha = await together.opens(suggestion="Asha")
        assert "cy, Cymraeg" in of("Choice", await asha.types("/lang"))
        told = await asha.types("/lang cy")
        assert told[0] == "Notice: Cymraeg"
        assert asha.lines.speech.language == "cy"
        assert [speech.language for speech in asha.told] == ["cy"]
        told = await asha.types("/go")
        assert of("Consent", told)[-1] != "You may pass at any time. You need no reason."
        await asha.types("/go")
        tom = await together.sits_down("Tom", easy=True)
        assert "We do not write your name with it." in of("Consent", tom.all_lines)
        told = await asha.hears(Open(), Begin())
        title = of("Card", told)[0]
        assert title.startswith("Cy ")
        assert "Key safe" in of("Card", tom.all_lines)
        assert "Card: Key safe" in await asha.types("/lang english")
        assert (await asha.error("/lang klingon")).startswith("I do not speak klingon.")
        assert "Easy words are off." in of("Notice", await tom.types("/easy"))
        assert tom.told[-1].easy is False


async def test_coming_back_ends_the_line_that_was_left() -> None:
    async with seats(write_first=True) as together:
        asha = await together.sits_down("Asha", raw=True)
        await together.does(Open(), Begin())
        await asha.sends(b"Half of wh")
        again = await together.opens(seat=together.seat("Asha"))
        assert asha.all_lines[-1].startswith("End: Your seat is open somewhere else")
        assert await asha.ends() is Outcome.LEFT
        assert together.session.seats[0].state == "here"
        assert "Seat: 1, Asha" in again.all_lines
        assert "Card: Key safe" in again.all_lines
        assert "Draft: 1, Half of wh" in again.all_lines
        await again.types("at I think.")
        await together.does(Reveal())
        assert [r.text for r in together.stored.responses] == ["Half of wh\nat I think."]


async def test_a_seat_that_is_no_more_leads_to_join_page() -> None:
    async with seats() as together:
        asha = await together.opens(seat="no-such-seat", suggestion="Asha")
        assert asha.all_lines[-1] == "Error: There is no such seat."
        await asha.types("/go", "/go")
        assert asha.lines.participant is not None


async def test_somebody_whose_line_died_comes_back_before_that_is_noticed() -> None:
    async with seats(write_first=True) as together:
        asha = await together.sits_down("Asha", raw=True)
        await together.does(AddSeat("Nia"), Open(), Begin())
        await asha.sends(b"Half of wh")
        again = await together.opens(suggestion="asha ")
        await again.types("/go", "/go", "yes")
        [asking] = together.hub.asking
        assert asking.told == "Asha (whose line is still open)"
        asking.answer.set_result(True)
        await together.rest()
        assert again.participant is asha.participant
        assert await asha.ends() is Outcome.LEFT
        assert "Draft: 1, Half of wh" in again.all_lines
        nia = await together.opens(suggestion="Nia")
        await nia.types("/go", "/go", "/mine")
        [asking] = together.hub.asking
        assert asking.told == "Nia", "whom the facilitator put down"
        asking.answer.set_result(True)
        await together.rest()
        assert together.hub.at_own_screen(together.seat("Nia"))
        assert "Your own key: pebble" in nia.written


async def test_whoever_was_let_go_is_offered_no_seat() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha")
        await together.hub.let_go(asha.participant.seat)
        again = await together.opens(suggestion="Asha")
        told = await again.types("/go", "/go")
        assert any(line.startswith("Error: There is already a seat called Asha.") for line in told)
        assert not together.hub.asking


async def test_the_facilitator_nods_to_somebody_who_lost_their_key() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha")
        key = asha.participant.key
        await asha.is_gone()
        assert together.session.seats[0].state == "away"
        again = await together.opens(suggestion="Asha")
        await again.types("/go")
        told = await again.types("/go")
        assert "A seat called Asha is empty just now. Is it yours?" in of("Notice", told)
        await again.types("/mine")
        [asking] = together.hub.asking
        asking.answer.set_result(False)
        await together.rest()
        assert "The facilitator could not let you in to that seat." in of("Notice", again.all_lines)
        await again.types("/mine")
        together.hub.asking[0].answer.set_result(True)
        await together.rest()
        assert again.participant is asha.participant
        assert again.participant.key != key
        assert again.participant.key in again.written
        assert together.session.seats[0].state == "here"


@pytest.mark.parametrize(
    ("language", "answer"), [("en", "yes"), ("cy", "Ydw."), ("pt", "concordo")]
)
async def test_a_yes_may_be_said_as_the_language_says_it(language: str, answer: str) -> None:
    async with seats() as together:
        asha = await together.opens(suggestion="Asha", language=language)
        await asha.types("/go")
        assert together.session.seats == ()
        assert (await asha.types(answer))[0] == "Seat: 1, Asha"


async def test_whoever_does_not_agree_has_no_seat() -> None:
    async with seats() as together:
        asha = await together.opens(suggestion="Asha")
        told = await asha.types("/go", "No.")
        assert told[0].startswith("Notice: Then no seat is taken, and nothing is kept.")
        assert told[1].startswith("Question: Do you agree?")
        assert together.session.seats == ()


async def test_whether_an_empty_seat_is_theirs_is_answered_with_a_word() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha")
        await asha.is_gone()
        other = await together.opens(suggestion="Asha")
        told = await other.types("/go", "/go", "no")
        assert of("Question", told)[0].startswith("What do you want to be called?")
        assert together.hub.asking == []
        await other.types("/go", "/go", "Yes, it is mine.")
        assert [asking.label for asking in together.hub.asking] == ["Asha"]


async def test_whoever_waits_for_a_nod_can_go_away_or_be_somebody_else() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha")
        await asha.is_gone()
        first = await together.opens(suggestion="Asha")
        await first.types("/go", "/go", "/mine")
        assert len(together.hub.asking) == 1
        assert (await first.types("/exit"))[-1] == "End: Goodbye."
        await first.ends()
        assert together.hub.asking == []
        second = await together.opens(suggestion="Asha")
        await second.types("/go", "/go", "/mine", "Asha Two", "/go")
        assert together.hub.asking == []
        assert "Seat: 2, Asha Two" in second.all_lines


async def test_let_go_by_the_facilitator() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha")
        await together.hub.let_go(together.seat("Asha"))
        assert await asha.ends() is Outcome.LEFT
        assert asha.all_lines[-1] == (
            "End: The facilitator has closed this seat. What you saved is kept."
        )
        assert together.session.seats[0].state == "left"


async def test_to_the_screens_and_from_them() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha", screen=True)
        participant = asha.participant
        await asha.types("/screen")
        assert await asha.ends() is Outcome.TO_SCREEN
        again = await together.opens(participant=participant)
        assert again.all_lines[0] == "Seat: 1, Asha"
        assert "no terminal" in await again.error("/screen")
        assert participant.end is again.lines.loop.end


async def test_the_key_is_told_again() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha")
        assert "pebble-lemon-1" in (await asha.types("/key"))[0]
        assert (await asha.types("/leave"))[-1].startswith("End: Your seat is kept.")
        await asha.ends()
        assert together.session.seats[0].state == "away"


async def test_another_session_begins_at_the_door() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha")
        await take_up(together.hub, together.library)
        await together.rest()
        assert asha.lines.participant is None
        await asha.types("/go", "/go")
        assert together.session.seats[0].label == "Asha"
