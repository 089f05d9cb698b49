"""A seat of one's own in plain lines, through a whole session."""

from __future__ import annotations

from tests.lines.process import of
from tests.lines.seats import seats
from wshoes_tui.domain.commands import (
    Begin,
    Close,
    GiveTurn,
    GoToClosing,
    MoreTurns,
    Next,
    Open,
    Pause,
    Remove,
    Resume,
    Reveal,
    Swap,
    WriteFirst,
)
from wshoes_tui.lines.line_loop import Outcome


async def test_a_whole_session_from_the_door_to_the_end() -> None:
    async with seats(write_first=True) as together:
        asha = await together.opens(suggestion="Someone")
        assert of("Question", asha.all_lines)[-1].startswith("What do you want to be called?")
        told = await asha.types("Asha")
        assert len(of("Consent", told)) == 8
        told = await asha.types("/go")
        assert told[0] == "Seat: 1, Asha"
        assert "pebble-lemon-1" in told[1]
        tom = await together.sits_down("Tom", raw=True)

        told = await asha.hears(Open())
        assert of("Step", told) == ["How we want to be together"]
        assert of("Number", told) == ["1 of 4, P The patient"]
        assert (await asha.types("7"))[0] == "Saved: 7"
        await asha.types("/skip", "3", "/back")
        assert of("Number", asha.all_lines)[-1] == "3 of 4, N The nurse: 3"
        await asha.types("4")
        assert [r.value for r in together.session.ratings] == [7, 4]
        await tom.types("0", "1", "2", "3")
        assert of("Question", tom.all_lines)[-1] == "Thank you. The first card comes by itself."

        told = await asha.hears(Begin())
        assert of("Turn", told) == ["1 of 4, Asha. It is your turn."]
        assert of("Card", told) == ["Key safe", "What happens in key-safe."]
        assert len(of("Write", told)) == 1
        assert await asha.types("Nobody asked me.") == [
            "Saved: hidden until all are revealed. 1 of 2 are ready"
        ]
        await asha.types("And it was cold.")
        await tom.types("She seems afraid.")
        told = await tom.hears(Reveal())
        assert told[0] == "Notice: Revealed together. Read them slowly, one by one."
        assert sorted(line.partition(", ")[2] for line in of("Said", told)) == [
            "N The nurse: She seems afraid.",
            "P The patient: Nobody asked me.",
        ]
        assert "More: And it was cold." in told

        assert await asha.types("I want my own bed.") == ["Saved: response 3"]
        assert of("Said", tom.all_lines)[-1] == "3, P The patient: I want my own bed."
        await tom.types("I have three more to see.")
        assert of("Said", asha.all_lines)[-1] == "4, N The nurse: I have three more to see."
        await asha.types(
            "/light I used to think she was rude, but now I see she was afraid.",
            "/light 4: used to think | now see",
            "/pledge I will ring first. who: Asha by: tomorrow",
            "/park Who pays for the bus?",
            "/card The keys | Nobody knows who has them.",
        )
        told = asha.all_lines
        assert {"Saved: lightbulb 1", "Saved: pledge 1", "Saved: it is in the car park"} <= set(
            told
        )
        session = together.stored
        assert session.lightbulbs[0].now_see == "she was afraid."
        assert session.lightbulbs[1].response == session.responses[3].id
        assert session.pledges[0].owner == "Asha"
        assert session.car_park[0].text == "Who pays for the bus?"
        told = await asha.types("/hand")
        assert told == ["Notice: Your hand is up. The facilitator sees it."]
        assert asha.participant.hand

        told = await tom.hears(Next(), Reveal(anyway=True))
        assert "Card: The keys" in told
        assert of("Turn", told) == ["2 of 4, Tom. It is your turn."]
        told = await asha.hears(GoToClosing())
        assert of("Pledge", told)[0].startswith("1, I will ring first. (Asha, by ")
        assert of("Question", told)[0].startswith("One line each: what do you take with you?")
        await asha.types("Hope.", "9", "8", "/skip", "8", "Yes, I was.", "/skip", "Warmer tea.")
        assert of("Question", asha.all_lines)[-1].startswith("Thank you. The facilitator closes")
        assert [given.text for given in together.stored.feedback] == [
            "Hope.", "Yes, I was.", "Warmer tea.",
        ]  # fmt: skip
        told = await tom.hears(Close())
        assert told[0] == "Session: The session is closed. Thank you for being here."
        assert "Lightbulb: 1, I used to think: she was rude" in told
        assert (await tom.error("More.")).startswith("Nothing is asked")
        assert (await asha.types("/leave"))[-1] == "End: Goodbye."
        assert await asha.ends() is Outcome.LEFT


async def test_passing_pausing_swapping_and_the_turn_given_to_another() -> None:
    async with seats() as together:
        asha, tom = await together.sits_down("Asha"), await together.sits_down("Tom")
        await together.does(Open(), Begin())
        assert (await tom.error("/pass")).startswith("There is nothing to pass")
        told = await asha.hears(Pause())
        assert told[0].startswith("Pause: A pause.")
        assert "not handed in" in (await asha.types("While we rest."))[0]
        assert together.stored.responses == ()
        told = await asha.hears(Resume())
        assert told[0] == "Pause: The session goes on."
        assert "Draft: 1, While we rest." in told
        assert "Card" not in {line.partition(":")[0] for line in told}
        assert await asha.types("/save") == ["Saved: response 1"]
        told = await tom.hears(GiveTurn(together.seat("Tom")))
        assert told == ["Turn: 1 of 4, Tom. It is your turn."]
        told = await asha.hears(Swap())
        assert of("Turn", told) == ["2 of 5, Tom, the same card from the other side"]
        assert "Said: 1, P The patient: While we rest." in told
        told = await tom.types("/pass")
        assert told[0] == "Saved: You pass on this card. That is fine."
        assert of("Turn", told)[0].startswith("3 of 5, Asha")
        assert together.stored.turns[1].state == "passed"


async def test_shoes_are_ones_own_and_prompts_too() -> None:
    async with seats() as together:
        asha, tom = await together.sits_down("Asha"), await together.sits_down("Tom")
        await together.does(Open(), Begin())
        assert len(of("Shoes", await tom.types("/shoes"))) == 5
        assert await tom.types("/shoes mana") == [
            "Shoes: When you speak, you stand in: M The manager"
        ]
        await tom.types("There is no money.")
        assert of("Said", asha.all_lines) == ["1, M The manager: There is no money."]
        assert (await asha.error("/shoes nurse")).startswith("It is your turn in these shoes.")
        assert (await tom.error("/shoes pilot")).startswith("There are no shoes called pilot.")
        assert of("Prompt", await tom.types("/prompt"))[0].startswith("2 of 4, Feel")
        assert together.session.turn is not None
        assert together.session.turn.prompt == 0
        told = await tom.types("/where")
        assert of("Prompt", told)[0].startswith("2 of 4")
        assert "Said: 1, M The manager: There is no money." in told
        assert await asha.types("/said") == ["Said: 1, M The manager: There is no money."]


async def test_writing_on_until_all_is_revealed() -> None:
    async with seats(write_first=True) as together:
        asha, tom = await together.sits_down("Asha"), await together.sits_down("Tom")
        await together.does(Open(), Begin())
        await tom.types("/pass")
        assert "Saved: You pass on this card. That is fine." in tom.all_lines
        await asha.types("Not this.")
        assert "2 of 2 are ready" in of("Write", await asha.types("/where"))[-1]
        told = await asha.types("/undo")
        assert told[0] == "Undone: your page is open again"
        assert "Draft: 1, Not this." in told
        assert (await asha.error("/pass")).startswith("Words wait here.")
        await asha.types("/drop", "But this.")
        await together.does(Reveal())
        assert [response.text for response in together.stored.responses] == ["But this."]
        assert not any("Not this" in line for line in tom.all_lines)


async def test_writing_begins_on_a_card_that_was_told_already() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha")
        await together.does(Open(), Begin())
        told = await asha.hears(WriteFirst())
        assert of("Card", told) == []
        assert len(of("Write", told)) == 1


async def test_nobody_is_told_of_every_breath_of_the_others() -> None:
    async with seats(write_first=True) as together:
        asha, tom = await together.sits_down("Asha"), await together.sits_down("Tom", raw=True)
        await together.does(Open(), Begin())
        before = asha.written
        await tom.sends(b"I wri")
        await tom.sends(b"te.\r")
        await tom.types("/hand", "/light Now I see.", "/easy", "/late")
        await together.sits_down("Bea")
        assert asha.written == before


async def test_the_facilitator_takes_something_back_and_goes_back_to_the_cards() -> None:
    async with seats() as together:
        asha, tom = await together.sits_down("Asha"), await together.sits_down("Tom")
        await together.does(Open(), Begin())
        await asha.types("Too much.")
        await together.does(Remove(together.session.responses[0].id))
        assert (await tom.error("/said")).startswith("Nothing has been said")
        assert (await asha.error("/undo")).startswith("There is nothing of yours")
        told = await tom.hears(GoToClosing(), MoreTurns())
        assert of("Turn", told)[-1].startswith("2 of ")


async def test_the_facilitators_commands_are_refused_kindly() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha")
        await together.does(Open(), Begin())
        for command in ("/next", "/reveal", "/close", "/say Tom: no", "/nex", "/undo"):
            assert not (await asha.error(command)).startswith("There is no command")
        assert "for the facilitator" in await asha.error("/swap")
        assert "Did you mean /pledge?" in await asha.error("/plegde")
        assert "could be" in await asha.error("/p")
        assert together.session.turn is not None
        assert "Help: /pass: Pass. No reason is needed" in await asha.types("/help")
        assert of("Help", await asha.types("/help pledge"))[-1].startswith("Who and by when")
        assert await asha.types("//off to the shops") == ["Saved: response 1"]
        assert together.session.responses[0].text == "/off to the shops"
        assert of("Question", await asha.types(""))
