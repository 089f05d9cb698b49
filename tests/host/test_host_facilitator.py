"""What a facilitator in plain lines sees of the people, and does with them."""

from __future__ import annotations

import threading
from inspect import iscoroutinefunction
from typing import Any

import pytest

from tests.build import Play
from tests.host.facilitator import facilitating
from tests.lines.process import of
from tests.lines.seats import Sitter, Together, seats
from tests.lines.talk import Talk
from wshoes_tui.domain.commands import AddSeat, Begin, Open, Reveal
from wshoes_tui.hub.participants import JoinDetails
from wshoes_tui.lines.line_loop import Outcome

SECRET = "Nobody must read this yet."


def seat_lines(told: str) -> list[str]:
    return of("Seat", told.splitlines())


async def asks_back(together: Together, name: str) -> Sitter:
    """Somebody who has lost their key stands at the door and asks for that seat."""
    sitter = await together.opens(suggestion=name)
    await sitter.types("/go", "/go", "/mine")
    return sitter


async def test_who_is_here_and_how_they_do_but_never_a_word() -> None:
    async with seats(write_first=True) as together, facilitating(together) as jo:
        assert (await jo.error("/seats")).endswith("/invite says how people join.")
        asha, tom = await together.sits_down("Asha"), await together.sits_down("Tom", raw=True)
        bea = await together.sits_down("Bea")
        await together.does(AddSeat("Nia", "carer"), Open(), Begin())
        await asha.types(SECRET, "/hand")
        await tom.sends(SECRET.encode())
        await bea.is_gone()
        assert seat_lines(await jo.types("/seats")) == [
            "1, Asha, hand up, is ready, not heard yet",
            "2, Tom, is writing, not heard yet",
            "3, Bea, away",
            "4, Nia, carer, not heard yet, no screen of their own",
        ]
        assert SECRET not in jo.all_heard
        await together.does(Reveal(anyway=True))
        await jo.hears(SECRET)


async def test_who_still_writes_is_named_before_the_reveal_unless_they_are_away() -> None:
    async with seats(write_first=True) as together, facilitating(together) as jo:
        await together.sits_down("Asha")
        tom, bea = [await together.sits_down(name, raw=True) for name in ("Tom", "Bea")]
        cai = await together.sits_down("Cai")
        await together.does(Open(), Begin())
        for writer in (tom, bea):
            await writer.sends(SECRET.encode())
        await tom.is_gone()
        await cai.is_gone()
        told = await jo.error("/reveal")
        assert told.startswith("Still writing: Asha, somebody who is away, Bea. ")


async def test_the_notice_names_the_command_and_the_command_lets_them_in() -> None:
    async with seats() as together, facilitating(together) as jo:
        asha = await together.sits_down("Asha")
        key = asha.participant.key
        await asha.is_gone()
        assert await jo.error("/let-in") == "Nobody asks to be let in."
        assert await jo.error("/turn-away Asha") == "Nobody asks to be let in."
        again = await asks_back(together, "Asha")
        await jo.hears(
            "Notice: Asha asks to come back to their seat. "
            "/let-in lets them in, /turn-away does not.\n"
        )
        assert "h, then v" not in jo.all_heard
        assert "Asha asks to come back" in await jo.types("/seats")
        assert await jo.error("/let-in Tom") == (
            "Tom does not ask to be let in. /seats says who does."
        )
        assert together.hub.asking, "nobody was answered"
        assert "Saved: Asha is let in.\n" in await jo.types("/let-in")
        assert again.participant is asha.participant
        assert again.participant.key != key
        assert "asks to come back" not in await jo.types("/seats")


async def test_somebody_else_is_turned_away() -> None:
    async with seats() as together, facilitating(together) as jo:
        asha = await together.sits_down("Asha")
        await asha.is_gone()
        mallory = await asks_back(together, "Asha")
        await jo.hears("asks to come back")
        told = await jo.types("/turn-away asha")
        assert "Saved: Whoever asked for the seat of Asha is not let in.\n" in told
        assert "The facilitator could not let you in to that seat." in mallory.written
        assert mallory.lines.participant is None
        assert together.session.seats[0].state == "away"


async def test_of_several_who_ask_one_is_named() -> None:
    async with seats() as together, facilitating(together) as jo:
        for name in ("Asha", "Tom"):
            sitter = await together.sits_down(name)
            await sitter.is_gone()
        asha, tom = await asks_back(together, "Asha"), await asks_back(together, "Tom")
        await jo.hears("Notice: Asha, Tom ask to come back to their seats.")
        assert await jo.error("/let-in") == (
            "Several ask: Asha, Tom. Say who is meant, such as: /let-in Asha"
        )
        assert len(together.hub.asking) == 2
        await jo.types("/let-in 2")
        assert tom.participant.seat == together.seat("Tom")
        assert asha.lines.participant is None
        await jo.hears("Asha asks to come back to their seat.")


async def test_letting_a_seat_go_is_asked_about_once() -> None:
    async with seats() as together, facilitating(together) as jo:
        asha, tom = await together.sits_down("Asha"), await together.sits_down("Tom")
        await together.does(Open(), Begin())
        await asha.types("I want my own bed.")
        assert "/let-go Tom" in await jo.error("/let-go")
        told = await jo.types("/let-go Asha")
        assert "Notice: That closes the seat of Asha" in told
        assert "once more does it" in await jo.types("/let-go Asha"), "a line came in between"
        assert "once more does it" in await jo.types("/let-go Tom"), "another seat than before"
        assert together.session.seats[0].state == "here"
        jo.client.receive_data(b"/let-go Asha\n/let-go Asha\n")
        await jo.hears("Saved: Asha has been let go. Their words are kept.\n")
        assert await asha.ends() is Outcome.LEFT
        assert asha.all_lines[-1].startswith("End: The facilitator has closed this seat.")
        assert not together.hub._keys.has_key(together.seat("Asha"))
        assert [response.text for response in together.stored.responses] == ["I want my own bed."]
        assert [seat.state for seat in together.session.seats] == ["left", "here"]
        assert not tom.running.done()


@pytest.mark.parametrize("command", ["/remove Asha", "/left Asha"])
async def test_a_seat_is_not_taken_from_under_somebody(command: str) -> None:
    async with seats() as together, facilitating(together) as jo:
        await together.sits_down("Asha")
        if command.startswith("/left"):
            await together.does(Open(), Begin())
            await jo.hears("Card:")
        told = await jo.error(command)
        assert told == "Asha sits at a screen of their own. /let-go Asha closes that seat."
        assert together.session.seats[0].state == "here"


async def test_who_has_no_screen_is_not_let_go() -> None:
    async with seats() as together, facilitating(together) as jo:
        await together.does(AddSeat("Nia", ""))
        assert "/remove Nia takes their seat away" in await jo.error("/let-go Nia")
        await together.does(Open(), Begin())
        assert "/left Nia marks that they have gone" in await jo.error("/let-go Nia")


async def test_shoes_are_given_to_talk_in() -> None:
    async with seats() as together, facilitating(together) as jo:
        asha, tom = await together.sits_down("Asha"), await together.sits_down("Tom")
        await together.does(AddSeat("Nia", ""), Open(), Begin())
        assert "Saved: Tom has other shoes to talk in\n" in await jo.types("/give Tom, manager")
        assert "Shoes: When you speak, you stand in: M The manager" in tom.all_lines
        await jo.types("/give Tom P")
        assert of("Shoes", tom.all_lines)[-1].endswith("P The patient")
        assert "Saved: Asha has other shoes to talk in\n" in await jo.types("/give 1, M")
        assert "The manager" not in "".join(
            line for line in jo.all_heard.splitlines() if "Asha" in line or "Tom" in line
        )
        turn = together.session.turn
        assert turn is not None
        assert turn.shoes == "manager"
        assert "/say Nia, M: words" in await jo.error("/give Nia, M")
        assert "/give Tom, N" in await jo.error("/give Tom")
        assert "no shoes called pilot" in await jo.error("/give Tom, pilot")
        assert not asha.running.done()


async def test_nobody_is_given_shoes_to_write_in() -> None:
    async with seats(write_first=True) as together, facilitating(together) as jo:
        await together.sits_down("Asha")
        await together.does(Open(), Begin())
        assert (await jo.error("/give Asha, M")).startswith("Shoes can be given while people talk.")


async def test_a_hand_is_taken_down() -> None:
    async with seats() as together, facilitating(together) as jo:
        asha, tom = await together.sits_down("Asha"), await together.sits_down("Tom")
        await together.does(Open(), Begin())
        assert await jo.error("/lower") == "No hand is up."
        await asha.types("/hand")
        await jo.hears("hand up: Asha")
        assert await jo.error("/lower Tom") == "Tom has no hand up."
        await tom.types("/hand")
        assert await jo.error("/lower") == (
            "Several hands are up: Asha, Tom. Say whose, such as: /lower Asha"
        )
        assert "Saved: the hand of Tom is down\n" in await jo.types("/lower tom")
        assert tom.all_lines[-1] == "Notice: Your hand is down."
        assert asha.participant.hand
        await jo.types("/lower")
        assert not asha.participant.hand


async def test_how_people_join() -> None:
    async with seats() as together, facilitating(together) as jo:
        together.hub.joining = JoinDetails("ssh -p 8022 NAME@ward", "maple-otter-47", "SHA256:x")
        told = of("Notice", (await jo.types("/invite")).splitlines())
        assert [line.rpartition(": ")[2] for line in told] == [
            "ssh -p 8022 NAME@ward", "maple-otter-47", "SHA256:x",
            "wshoes host --bind 0.0.0.0",
        ]  # fmt: skip


async def test_help_names_them_where_there_is_a_host_and_nowhere_else() -> None:
    hosted = ("invite", "let-in", "turn-away", "let-go", "give", "lower")
    async with seats() as together, facilitating(together) as jo:
        await together.sits_down("Asha")
        await together.does(Open(), Begin())
        told = await jo.types("/help")
        for command in hosted:
            assert f"Help: /{command}" in told
        assert "whoever comes in has the seat" in await jo.types("/help let-in")
    talk = Talk.over(Play.begun("Asha, Tom"))
    told = "\n".join(talk.type("/help all"))
    for command in hosted:
        assert f"/{command}" not in told
        assert "people join with ssh" in talk.error(f"/{command} Asha")
    assert talk.error("/let").startswith("There is no command /let.")


async def test_a_seat_is_told_that_these_are_the_facilitators() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha")
        for command in ("/let-in", "/let-go Tom", "/give Tom, M", "/lower", "/invite"):
            assert "is for the facilitator" in await asha.error(command)


async def test_it_is_told_in_the_facilitators_language() -> None:
    async with seats() as together, facilitating(together, language="cy") as jo:
        asha = await together.sits_down("Asha")
        await asha.types("/hand")
        assert "llaw i fyny" in seat_lines(await jo.types("/seats"))[0]


async def test_the_circle_is_touched_on_its_loop_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    async with seats() as together, facilitating(together) as jo:
        asha, tom = await together.sits_down("Asha"), await together.sits_down("Tom")
        await together.does(Open(), Begin())
        await asha.types("/hand")
        await tom.is_gone()
        await asks_back(together, "Tom")
        threads: dict[str, int] = {}
        for name in ("answer", "lower_hand", "give_shoes", "let_go"):
            monkeypatch.setattr(together.hub, name, _noting(threads, name, together.hub))
        await jo.types("/let-in", "/lower", "/give Tom, M", "/let-go Asha", "/let-go Asha", "/next")
        assert threads == dict.fromkeys(
            ("answer", "lower_hand", "give_shoes", "let_go"), threading.get_ident()
        )


def _noting(threads: dict[str, int], name: str, hub: Any) -> Any:
    work = getattr(hub, name)

    async def noting_later(*args: Any) -> Any:
        threads[name] = threading.get_ident()
        return await work(*args)

    def noting(*args: Any, **kwargs: Any) -> Any:
        threads[name] = threading.get_ident()
        return work(*args, **kwargs)

    return noting_later if iscoroutinefunction(work) else noting


async def test_all_that_was_said_is_in_reach_while_people_are_there() -> None:
    async with seats() as together, facilitating(together) as jo:
        asha = await together.sits_down("Asha")
        await together.does(Open(), Begin())
        await asha.types("I want my own bed.", "I am tired.")
        await jo.types("/next", "/said cards")
        assert "Said: 1.2, P The patient: I am tired." in jo.heard
        await jo.types("/edit 1.2 I am very tired.", "/erase 1.1")
        assert "Erase these words for good: I want my own bed." in jo.heard
        assert "/erase 1.1 yes erases it for good." in jo.heard
        await jo.types("/erase 1.1 yes")
        await jo.hears("Saved: Erased.")
        assert [one.text for one in together.stored.responses] == ["I am very tired."]
        told = await asha.types("/my-words")
        assert told[1].endswith("I am very tired."), "they are their writer's still"
        assert "own bed" not in " ".join(told)
