"""Letters are words: whatever is typed on a page with a field stays words, in any chunks.

The chance is that of ``random``, which is seeded anew for every run and printed with it.
"""

from __future__ import annotations

import random
import string
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import pytest

from tests.build import Play
from tests.tui.app_fixture import House, Remembering, resume
from tests.tui.decks import COUNCIL, HOSPITAL
from tests.tui.group_fixture import a_round
from tests.tui.keyboard import (
    DOWN,
    ENTER,
    ESC,
    TAB,
    keys_done,
    settled,
    typed,
)
from tests.tui.screen_text import screen_text, shown
from wshoes_tui.domain.commands import (
    AddPledge,
    Begin,
    Command,
    GoToClosing,
    Next,
    Open,
    Pause,
    Reveal,
)
from wshoes_tui.domain.draft_fields import words_in
from wshoes_tui.domain.models import Session, Transition
from wshoes_tui.tui import tab_key
from wshoes_tui.tui.hardware_cursor import cursor_of
from wshoes_tui.tui.one_shot_screen import OneShotPage
from wshoes_tui.tui.terminal.input_parser import PASTE_BEGINS, PASTE_ENDS, InputParser
from wshoes_tui.tui.widgets.words_field import WordsField

SENTENCES = (
    "now she is home",
    "when we came",
    "quite right",
    "I live with those stairs.",
    "v v v",
    "NEXT question? yes: x/y + z - w!",
    string.ascii_lowercase,
    string.ascii_uppercase,
    "Ça va? Nid yw'n iawn; żółw, 家に帰りたい",
    "j k l",
)
WORDS_ONLY = frozenset(
    ("KeepDraft", "Say", "HandIn", "GiveFeedback", "AddSeat", "AddPledge", "AddLightbulb",
     "ParkTopic", "PlaceCard", "Resume")
)  # fmt: skip
"""What typing may come to: that words are kept, and that a pause is over."""


def some_text(chance: random.Random) -> str:
    """One to four paragraphs, some of them empty, ended or not."""
    paragraphs = [chance.choice((*SENTENCES, "")) for _ in range(chance.randint(1, 4))]
    return ENTER.join(paragraphs) + chance.choice(("", ENTER, ENTER * 3))


def chunks(text: str, chance: random.Random) -> list[str]:
    """The text as a terminal may send it: at once, letter by letter, in pieces, or as a paste."""
    match chance.choice(("at once", "letters", "pieces", "paste")):
        case "at once":
            return [text]
        case "letters":
            return list(text)
        case "paste":
            return [PASTE_BEGINS + text + PASTE_ENDS]
        case _:
            cuts = sorted(chance.randrange(len(text) + 1) for _ in range(3))
            return [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]


async def sent(app, text: str, chance: random.Random, *, patient: bool) -> None:  # type: ignore[no-untyped-def]
    """Have all of it come in, each chunk at once or only when the last one is worked off."""
    intake = InputParser()
    for chunk in chunks(text, chance):
        for event in intake.feed(chunk):
            event.set_sender(app)
            app.post_message(event)
        if patient:
            await keys_done(app)
    for event in intake.tick():
        event.set_sender(app)
        app.post_message(event)
    await settled(app)


def words_of(session: Session) -> Iterable[str]:
    """All words in the record and in drafts."""
    yield from (response.text for response in session.responses)
    yield from (feedback.text for feedback in session.feedback)
    yield from (f"{pledge.text}\n{pledge.owner}" for pledge in session.pledges)
    yield from (f"{bulb.used_to_think}\n{bulb.now_see}" for bulb in session.lightbulbs)
    yield from (topic.text for topic in session.car_park)
    yield from (f"{card.title}\n{card.text}" for card in session.wild_cards)
    # Enter on a line of the list changes that seat: what is typed then may be what it needs.
    yield from (f"{seat.label}, {seat.role}\n{seat.needs}" for seat in session.seats)
    yield from (words_in(draft) for draft in session.drafts)


def all_words(app, session: Session) -> str:  # type: ignore[no-untyped-def]
    """All words that were kept, and those in fields that can be seen."""
    fields = [
        field.text
        for screen in app.screen_stack
        for field in screen.query(WordsField)
        if field.display
    ]
    return "\n".join((*words_of(session), *fields))


def missing(text: str, words: str) -> list[str]:
    """The paragraphs of the text that are nowhere."""
    pieces = (piece.strip() for paragraph in text.split(ENTER) for piece in paragraph.split(";"))
    return [piece for piece in pieces if piece and piece not in words]


@dataclass(frozen=True)
class State:
    """A page with a field, and the keys that lead to it."""

    keys: Sequence[str] = ()
    commands: Sequence[Command] = ()


FACILITATOR = {
    "a turn": State(),
    "a turn after words were saved": State(("Saved.", ENTER)),
    "a turn with half a sentence": State(("half a sen",)),
    "a turn with the actions open": State((ESC, DOWN, ESC)),
    "another voice": State((ESC, "v", ENTER, ENTER)),
    "a swap": State(("Cold.", ENTER, ESC, "s")),
    "after an undo": State(("Taken back.", ENTER, ESC, "u")),
    "after help and the map": State((ESC, "?", ESC, ESC, "m", ESC)),
    "before the first one writes": State((ESC, "w")),
    "one who writes": State((ESC, "w", ESC, "w")),
    "between two who write": State((ESC, "w", ESC, "w", "Mine.", ENTER)),
    "everybody is ready": State((ESC, "w", ESC, "w", "Mine.", ENTER, *(ESC, "x") * 2)),
    "the reveal": State((ESC, "w", ESC, "w", "Mine.", ENTER, *(ESC, "x") * 2, ESC, "v")),
    "who is here": State((ESC, "h")),
    "who is here, at the list": State((ESC, "h", DOWN)),
    "a lightbulb": State((ESC, "l")),
    "a pledge": State((ESC, "p")),
    "the car park": State((ESC, "k")),
    "an own card": State((ESC, "o")),
    "a pause": State((ESC, "z")),
    "help": State((ESC, "?")),
    "the map": State((ESC, "m")),
    "check-out": State((ESC, "c")),
    "pledges read back": State((ESC, "c", ESC, "n"), (AddPledge("Ring next door", "", None),)),
    "numbers": State((ESC, "c", *(ESC, "n") * 2)),
    "the last question": State((ESC, "c", *(ESC, "n") * 5)),
    "the last page": State((ESC, "c", *(ESC, "n") * 6)),
}
MORE = {"who is here, at the list": {"ChangeSeat"}}
"""Commands of a page besides: Enter on a line of the list opens that seat to change it."""
ONE_TEXT = ("a lightbulb", "a pledge", "the car park", "an own card", "a pause", "help", "the map")
"""States that typing leaves again."""
HOW_MANY_TEXTS = pytest.mark.parametrize("texts", [1, pytest.param(5, marks=pytest.mark.slow)])


@HOW_MANY_TEXTS
@pytest.mark.parametrize("name", FACILITATOR)
async def test_typing_is_no_command(house: House, name: str, texts: int) -> None:
    state, chance = FACILITATOR[name], random.Random(random.random())
    house.hold(Play.begun("Asha/lived, Tom/service, Bea", HOSPITAL, COUNCIL, planned_turns=20))
    async with house.open(resume()) as app:
        for command in state.commands:
            await app.do(command)
        await typed(app, *state.keys)
        assert app.live is not None
        done: list[Transition] = []
        app.live.listen(done.append)
        turn = app.session.turn
        for _text in range(1 if name in ONE_TEXT else texts):
            text = some_text(chance)
            await sent(app, text, chance, patient=chance.random() < 0.5)
            assert missing(text, all_words(app, app.session)) == [], repr(text)
        assert app.is_running
        assert {one.name for one in done} <= WORDS_ONLY | MORE.get(name, set())
        assert app.session.turn == turn or (turn and app.session.turn.id == turn.id)  # type: ignore[union-attr]
        said = [r for r in app.session.responses if r.turn != (turn.id if turn else "")]
        assert [r.text for r in said if r.text != "Cold."] == []
        assert any(isinstance(page, OneShotPage) for page in app.screen_stack)


BEFORE_AND_AFTER: dict[str, tuple[tuple[str, ...], Callable[[Session], bool]]] = {
    "the next turn": ((ESC, "n"), lambda s: len(s.turns) == 2),
    "a swap": ((ESC, "s"), lambda s: len(s.turns) == 2),
    "another card": ((ESC, "r"), lambda s: True),
    "write first": ((ESC, "w"), lambda s: bool(s.writers())),
    "another voice": ((ESC, "v", ENTER, ENTER), lambda s: len(s.turns) == 1),
    "a list by its beginning": ((ESC, "v", "b", ENTER, ENTER), lambda s: len(s.turns) == 1),
    "an action chosen with arrows": ((TAB, DOWN, ENTER, ENTER, ENTER), lambda s: True),
    "the closing round": ((ESC, "c"), lambda s: s.state == "closing"),
    "a pause": ((ESC, "z"), lambda s: len(s.turns) == 1),
    "a lightbulb": ((ESC, "l"), lambda s: len(s.turns) == 1),
    "back from a lightbulb": ((ESC, "l", ESC), lambda s: len(s.turns) == 1),
    "the people": ((ESC, "h"), lambda s: len(s.turns) == 1),
    "easy words": ((ESC, "e"), lambda s: len(s.turns) == 1),
}


@pytest.mark.parametrize("name", BEFORE_AND_AFTER)
async def test_words_around_a_change_of_pages_stay_words(house: House, name: str) -> None:
    """In one write: words, the keys of a change, and more words, as over a poor line."""
    keys, happened = BEFORE_AND_AFTER[name]
    for cut in random.sample((False, True), 1):
        after = random.choice(("now she is home", "Words", "quite right", "very well"))
        house.store = Remembering()
        house.hold(Play.begun("Asha/lived, Tom/service, Bea", HOSPITAL, COUNCIL))
        async with house.open(resume()) as app:
            intake, whole = InputParser(), "when we came" + "".join(keys) + after
            for chunk in list(whole) if cut else [whole]:
                for event in intake.feed(chunk):
                    event.set_sender(app)
                    app.post_message(event)
            await settled(app)
            words = all_words(app, app.session)
            assert happened(app.session)
            assert "when we came" in words
            assert after in words
            before = {r.turn for r in app.session.responses if "when we came" in r.text}
            assert before <= {app.session.turns[0].id}


AT_A_SEAT: dict[str, tuple[bool, tuple[Command, ...], tuple[str, ...]]] = {
    "before it begins": (False, (), ()),
    "a number is asked": (False, (Open(),), ()),
    "its page": (True, (Open(), Begin()), ()),
    "its page, handed in": (True, (Open(), Begin()), ("Mine.", ENTER)),
    "after the reveal": (True, (Open(), Begin(), Reveal(anyway=True)), ()),
    "a reveal that came too soon": (True, (Open(), Begin()), ("half a sen",)),
    "its own turn": (False, (Open(), Begin()), ()),
    "after words were saved": (False, (Open(), Begin()), ("Saved.", ENTER)),
    "somebody else's turn": (False, (Open(), Begin(), Next()), ()),
    "a sentence that the group overtook": (False, (Open(), Begin()), ("half a sen",)),
    "a pause": (False, (Open(), Begin(), Pause()), ()),
    "a pause in a sentence": (False, (Open(), Begin()), ("half a sen",)),
    "the closing round": (False, (Open(), Begin(), GoToClosing()), ()),
    "the end of the closing round": (
        False, (Open(), Begin(), GoToClosing()), (ESC, "n") * 12,
    ),
    "a lightbulb": (False, (Open(), Begin()), (ESC, "l")),
}  # fmt: skip
"""Whether people write first, what happens, and what is typed then."""
MOVES_ON: dict[str, tuple[Command, ...]] = {
    "a reveal that came too soon": (Reveal(anyway=True),),
    "a sentence that the group overtook": (Next(),),
    "a pause in a sentence": (Pause(),),
}
SEATS_OWN = WORDS_ONLY | {"GiveNumber"}


@HOW_MANY_TEXTS
@pytest.mark.parametrize("name", AT_A_SEAT)
async def test_typing_at_a_seat_is_no_command(house: House, name: str, texts: int) -> None:
    write_first, commands, keys = AT_A_SEAT[name]
    chance = random.Random(random.random())
    async with a_round(house, write_first=write_first) as together:
        asha = await together.sits_down("Asha")
        await together.sits_down("Tom")
        await together.does(*commands)
        await typed(asha, *keys)
        await together.does(*MOVES_ON.get(name, ()))
        assert together.hub.live is not None
        done: list[Transition] = []
        together.hub.live.listen(done.append)
        for _text in range(1 if name == "a lightbulb" else texts):
            text = some_text(chance)
            await sent(asha, text, chance, patient=chance.random() < 0.5)
            assert missing(text, all_words(asha, together.session)) == [], repr(text)
        assert asha.is_running
        assert {one.name for one in done} <= SEATS_OWN
        first = together.session.turns[0].id if together.session.turns else ""
        begun = [r.turn for r in together.session.responses if "half a sen" in r.text]
        assert set(begun) <= {first}, "a sentence ends where it was begun"


async def test_a_sentence_goes_on_while_the_group_does(house: House) -> None:
    """Half of it is typed, the group goes on to the next turn, and the rest is typed."""
    async with a_round(house) as together:
        asha = await together.sits_down("Asha")
        await together.sits_down("Tom")
        await together.does(Open(), Begin())
        await typed(asha, *"Nobody asked ")
        await together.does(Next())
        await typed(asha, *"me.", ENTER)
        (response,) = together.session.responses
        assert response.text == "Nobody asked me."
        assert response.turn == together.session.turns[0].id
        await typed(asha, *"Now I am here.", ENTER)
        assert together.session.responses[1].turn == together.session.turns[1].id


async def test_tab_does_what_esc_does_where_a_letter_is_no_part_of_a_table(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some screen readers keep Esc for themselves."""
    monkeypatch.setattr(tab_key, "REST_SECONDS", 0.0)
    house.hold(Play.begun("Asha/lived, Tom/service", HOSPITAL, COUNCIL))
    async with house.open(resume()) as app:
        await typed(app, "Nobody asked me.", ENTER, TAB)
        assert "One letter now" in shown(app)
        await typed(app, "n")
        assert len(app.session.turns) == 2
        await typed(app, "Noor", TAB)
        assert "Arrows choose, and letters are words" in shown(app)
        places = []
        for _step in range(3):
            await typed(app, DOWN)
            x, y = cursor_of(app.screen).place or (0, 0)
            places.append(screen_text(app)[y][x:].split("  ")[0])
        assert places == ["Space next question", "v another voice", "s swap shoes"]
        await typed(app, ENTER)
        assert "Noor" in all_words(app, app.session)


@pytest.mark.parametrize("by_letter", [False, True])
@pytest.mark.parametrize("page", [(), (ESC, "h")])
async def test_a_table_that_is_pasted_without_brackets_is_words(
    house: House, page: tuple[str, ...], by_letter: bool
) -> None:
    """Its Tabs open nothing, or what they open takes no letter for an action."""
    house.hold(Play.begun("Asha/lived, Tom/service, Bea", HOSPITAL, COUNCIL))
    async with house.open(resume()) as app:
        await typed(app, *page)
        assert app.live is not None
        done: list[Transition] = []
        app.live.listen(done.append)
        rows = "Noor\tnurse\twheelchair user\rVera\tuncle\tsubtitles"
        for chunk in rows if by_letter else [rows]:
            for event in InputParser().feed(chunk):
                event.set_sender(app)
                app.post_message(event)
            if by_letter:
                await keys_done(app)
        await settled(app)
        assert {one.name for one in done} <= WORDS_ONLY
        words = all_words(app, app.session)
        for word in rows.split():
            assert word in words
