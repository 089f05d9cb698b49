"""Words at a seat: kept as they come, never said where they were not meant, never lost."""

from __future__ import annotations

from tests.lines.process import of
from tests.lines.seats import Sitter, Together, seats
from wshoes_tui.domain.commands import Begin, Command, GoToClosing, KeepDraft, Next, Open, Reveal
from wshoes_tui.domain.models import Transition
from wshoes_tui.errors import StoreError
from wshoes_tui.lines.argument_parser import as_fields
from wshoes_tui.storage.memory_store import MemoryStore


def drafts_of(together: Together, sitter: Sitter) -> dict[str, str]:
    """What waits for a seat, by its kind."""
    seat = sitter.participant.seat
    return {d.kind: d.text for d in together.stored.drafts if d.seat == seat and d.text}


def at_once(together: Together, command: Command) -> None:
    """The facilitator does that, and nobody has heard of it yet."""
    assert together.hub.live is not None
    together.hub.live.do(command)


async def test_taken_back_words_wait_and_can_be_said_again() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha")
        await together.does(Open(), Begin())
        await asha.types("Too quick.")
        told = await asha.types("/undo")
        assert told[:2] == ["Undone: Taken back.", "Draft: 1, Too quick."]
        assert together.stored.responses == ()
        assert (await asha.types("But true.")) == ["Saved: response 1"]
        assert together.stored.responses[0].text == "Too quick.\nBut true."
        assert drafts_of(together, asha) == {}
        await asha.types("/undo", "/drop")
        assert drafts_of(together, asha) == {}


async def test_what_waits_when_the_group_moves_on_is_for_the_card_it_was_for() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha", raw=True)
        await together.does(Open(), Begin())
        await asha.sends(b"Not yet sa")
        before = len(asha.all_lines)
        await together.does(Next())
        told = asha.all_lines[before:]
        assert told[0] == "Notice: The group has moved on. Your words are kept: /late."
        assert not any("Not yet" in line for line in told)
        await asha.types("Of the new card.")
        told = await asha.types("/late")
        assert "Draft: 1, turn 1, Key safe: Not yet sa" in told
        assert "Saved: your words, on the card they are for" in await asha.types("/save 1")
        first, second = together.stored.turns
        said = {response.text: response.turn for response in together.stored.responses}
        assert said == {"Of the new card.": second.id, "Not yet sa": first.id}
        assert (await asha.error("/save")).startswith("No words are waiting.")


async def test_a_line_on_its_way_as_the_group_moves_on_is_not_said_elsewhere() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha")
        await together.does(Open(), Begin())
        at_once(together, Next())
        asha.lines.loop.feed(b"For the old card.\n")  # before anything was told of the new one
        await together.rest()
        assert together.stored.responses == ()
        told = await asha.types("/late")
        assert told[0] == "Draft: 1, turn 1, Key safe: For the old card."


async def test_an_answer_on_its_way_as_the_cards_begin_is_no_word_on_a_card() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha")
        await together.does(Open())
        at_once(together, Begin())
        asha.lines.loop.feed(b"7\n")
        await together.rest()
        assert asha.all_lines[-1] == (
            "Error: The group has moved on before that came. Nothing was kept."
        )
        assert together.stored.responses == ()


async def test_what_was_written_in_private_is_not_said_aloud_by_accident() -> None:
    async with seats(write_first=True) as together:
        asha, tom = await together.sits_down("Asha"), await together.sits_down("Tom", raw=True)
        bea = await together.sits_down("Bea")
        await together.does(Open(), Begin())
        await bea.types("Mine is in.")
        await tom.sends(b"Only for my pa")
        await together.does(Reveal(anyway=True))
        await tom.sends(b"ge.\r")
        told = await asha.types("For my page too.")
        assert told[0].startswith("Notice: All was revealed before this came")
        assert [r.text for r in together.stored.responses] == ["Mine is in."]
        assert drafts_of(together, tom) == {"own": "Only for my page."}
        assert drafts_of(together, asha) == {"own": "For my page too."}
        await asha.types("/save")
        assert [r.text for r in together.stored.responses] == ["Mine is in.", "For my page too."]
        await bea.types("This is for all.")
        assert together.stored.responses[-1].text == "This is for all."
        await tom.types("/save")
        assert together.stored.responses[-1].text == "Only for my page."


async def test_words_of_every_kind_that_waited_at_a_screen_are_handed_in_from_here() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha")
        await together.does(Open(), Begin())
        seat, turn = asha.participant.seat, together.session.turns[0].id
        await together.does(
            KeepDraft("own", "Half said.", seat, "patient", turn),
            KeepDraft("lightbulb", as_fields("lightbulb", "rude | afraid"), seat),
            KeepDraft("pledge", as_fields("pledge", "I will ring who: Asha"), seat),
            KeepDraft("park", as_fields("park", "Buses"), seat),
            KeepDraft("wild", as_fields("wild", "Keys | Whose?"), seat),
            KeepDraft("lightbulb", as_fields("lightbulb", "the room's own")),
        )
        again = await together.opens(seat=seat)
        assert "Draft: 1, Half said." in again.all_lines
        assert (await again.error("/light other words")).startswith("Words of that kind wait")
        told = await again.types("/late")
        assert of("Draft", told) == [
            "1, Half said.",
            "2, a lightbulb: rude | afraid",
            "3, a pledge: I will ring | Asha",
            "4, for the car park: Buses",
            "5, a card of your own: Keys | Whose?",
        ]
        await again.types("/save 5", "/save 4", "/save 3", "/save 2", "/save")
        session = together.stored
        assert session.responses[0].text == "Half said."
        assert session.lightbulbs[0].now_see == "afraid"
        assert session.pledges[0].owner == "Asha"
        assert session.car_park[0].text == "Buses"
        assert session.wild_cards[0].title == "Keys"
        assert drafts_of(together, again) == {}
        assert session.draft("lightbulb") is not None
        assert (await again.error("/drop 1")).startswith("No words are waiting.")


async def test_words_of_the_closing_round_wait_for_their_question() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha", raw=True)
        await together.does(Open(), Begin(), GoToClosing())
        await asha.sends(b"I take ho")
        await asha.is_gone()
        again = await together.opens(seat=together.seat("Asha"))
        assert "Draft: 1, I take ho" in again.all_lines
        await again.types("/skip")
        assert "not asked now" in await again.error("/save 1")
        await again.types("/back", "pe.")
        assert [given.text for given in together.stored.feedback] == ["I take ho\npe."]


async def test_commands_that_are_half_typed_are_kept_as_what_they_are() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha", raw=True)
        await together.does(Open(), Begin())
        await asha.sends(b"/pledge I will ring who: As")
        assert "I will ring" in drafts_of(together, asha)["pledge"]
        await asha.sends(b"\x15/par")
        assert drafts_of(together, asha) == {}
        await asha.sends(b"k Buses")
        await asha.is_gone()
        again = await together.opens(seat=together.seat("Asha"), raw=True)
        assert of("Draft", await again.types("/late")) == ["1, for the car park: Buses"]
        await again.sends(b"/park Trains")
        assert "Buses" in drafts_of(together, again)["park"]
        await again.sends(b"\x15")
        await again.types("/save")
        assert together.stored.car_park[0].text == "Buses"


async def test_a_refused_day_keeps_nothing() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha", raw=True)
        await together.does(Open(), Begin())
        told = await asha.types("/pledge I will ring by: the day of reckoning")
        assert any(line.startswith("Error: the day of reckoning is no day") for line in told)
        await asha.types("/pledge I will ring by: " + "9" * 5000)
        assert together.stored.pledges == ()
        assert drafts_of(together, asha) == {}
        assert "Saved: pledge 1" in await asha.types("/pledge I will ring by: tomorrow")


class Failing(MemoryStore):
    """A store whose disk is full for a while."""

    full = False

    def commit(self, transition: Transition) -> None:
        """Keep it, unless the disk is full."""
        if self.full:
            raise StoreError("The disk is full.", kept="", todo="")
        super().commit(transition)

    def keep_draft(self, transition: Transition) -> None:
        """Keep it, unless the disk is full."""
        if self.full:
            raise StoreError("The disk is full.", kept="", todo="")
        super().keep_draft(transition)


async def test_words_that_the_disk_does_not_take_are_held_and_kept_later() -> None:
    store = Failing()
    async with seats(store=store) as together:
        asha = await together.sits_down("Asha")
        await together.does(Open(), Begin())
        store.full = True
        told = await asha.types("I want my own bed.")
        assert "Notice: Your words wait here: /save tries again." in told
        assert any(line.startswith("Error: The disk is full.") for line in told)
        told = await asha.types("/light Now I see.")
        assert any(line.startswith("Error: The disk is full.") for line in told)
        assert not any(line.startswith("Saved") for line in asha.all_lines)
        store.full = False
        assert await asha.types("/save") == ["Saved: words that were held"]
        assert await asha.types("And tea.") == ["Saved: response 1"]
        assert together.stored.responses[0].text == "I want my own bed.\nAnd tea."
        assert together.stored.lightbulbs[0].now_see == "Now I see."


async def test_typing_that_the_disk_does_not_take_is_complained_of_once() -> None:
    store = Failing()
    async with seats(store=store) as together:
        asha = await together.sits_down("Asha", raw=True)
        await together.does(Open(), Begin())
        store.full = True
        for letter in "I want":
            await asha.sends(letter.encode())
        assert asha.written.count("Error: The disk is full.") == 1
        store.full = False
        await asha.sends(b" my own bed.\r")
        assert together.stored.responses[0].text == "I want my own bed."


async def test_a_page_cannot_grow_without_end() -> None:
    async with seats(write_first=True) as together:
        asha = await together.sits_down("Asha")
        await together.does(Open(), Begin())
        await asha.types("a" * 60_000)
        assert (await asha.error("b" * 60_000)).startswith("That is more than 100000 characters.")
        await asha.types("Short.")
        await together.does(Reveal())
        assert len(together.stored.responses[0].text) == 60_007
        await asha.types("/undo")


async def test_only_ones_own_is_taken_back() -> None:
    async with seats() as together:
        asha, tom = await together.sits_down("Asha"), await together.sits_down("Tom")
        await together.does(Open(), Begin())
        await asha.types("Asha says this.")
        await tom.types("Tom says this.", "/light Now Tom sees.", "/undo", "/undo")
        assert [response.text for response in together.stored.responses] == ["Asha says this."]
        assert together.stored.lightbulbs == ()
        assert (await tom.error("/undo")).startswith("There is nothing of yours")


async def test_a_card_that_was_played_stays() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha")
        await together.does(Open(), Begin())
        await asha.types("/card Mine")
        await together.does(Next())
        assert "Card: Mine" in asha.all_lines
        assert (await asha.error("/undo")).startswith("This card was played.")


async def test_a_pledge_at_a_seat_names_what_it_comes_from() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha")
        await together.does(Open(), Begin())
        await asha.types("/light She was afraid.")
        assert (await asha.types("/pledge-from"))[0].startswith("Lightbulb: 1")
        assert "Saved: pledge 1" in await asha.types("/pledge-from 1: I will ask.")
        await asha.types("/pledge-from 9: I will not.", "/pledge-from turn 1: I will ring.")
        session = together.stored
        by_words = {one.text: one for one in session.pledges}
        assert by_words.keys() == {"I will ask.", "I will ring."}
        assert by_words["I will ask."].lightbulb == session.lightbulbs[0].id
        assert by_words["I will ring."].turn == session.turns[0].id
