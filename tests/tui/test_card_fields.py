"""Every display shows every field of a card and of shoes, or says why it leaves it out.

Each field that somebody is told holds a word of its own; every display is looked at twice, with
and without easy words. A field that was added to a class and to no display is told by name.
"""

from __future__ import annotations

import io
from collections.abc import Awaitable, Callable
from contextlib import redirect_stdout
from dataclasses import fields
from typing import Annotated

import pytest

from tests.build import Play, a_deck, a_shoes
from tests.lines.talk import Talk
from tests.tui.app_fixture import Decks, House, Remembering, resume
from tests.tui.group_fixture import a_round
from tests.tui.keyboard import ESC, typed
from tests.tui.screen_text import shown
from wshoes_tui.cli import deck_reports
from wshoes_tui.cli.options import read
from wshoes_tui.domain.commands import Begin, Open
from wshoes_tui.domain.deck import (
    Audience,
    Card,
    Deck,
    InFile,
    Prompt,
    Shoes,
    file_fields,
    text_fields,
)
from wshoes_tui.domain.value import value
from wshoes_tui.export.markdown_format import to_markdown
from wshoes_tui.flow.blocks import CardBlock

AUDIENCES: tuple[Audience, ...] = ("group", "facilitator")
CARD = Card(
    id="card-of-fields",
    kind="scenario",
    themes=("information",),
    prompts=(Prompt("notice", "Zzprompts", easy="Zzeasy_prompt"),),
    tender=2,
    **{name: f"Zz{name}" for who in AUDIENCES for name in text_fields(Card, who)},
)
SHOES = a_shoes("patient", name="Zzname", mark="Z", you_are="Zzyou_are", easy="Zzeasy_shoes")
SIGNS = {
    (Card, "tender"): "take care",
    (Shoes, "mark"): "Z",
    (Shoes, "easy"): "Zzeasy_shoes",
}
"""What tells that a field is shown, where that is not its name after "Zz"."""

LEFT_OUT = {
    ("screen", Card, "source"): "nobody needs it while a card is on the table",
    ("seat", Card, "note"): "it is for the facilitator alone, and never leaves the host",
    ("seat", Card, "source"): "as the note",
    ("lines", Card, "source"): "nobody needs it while a card is on the table",
    ("deck show", Card, "source"): "it is for whoever looks after the file, who sees it there",
    ("markdown", Card, "easy"): "the page quotes the card as it was written, once",
    ("markdown", Card, "easy_title"): "as the easy text",
    ("markdown", Card, "prompts"): "the page holds what was said, not what was asked",
    ("markdown", Card, "tender"): "it is said before a card is read; the page is read afterwards",
    ("markdown", Card, "note"): "it is for the facilitator alone",
    ("markdown", Card, "source"): "the decks are named at the end of the page",
    ("markdown", Shoes, "you_are"): "the page names the shoes that words were said in",
    ("markdown", Shoes, "easy"): "as you_are",
}
"""The fields that a display leaves out, each with the reason."""


@pytest.fixture(autouse=True)
def _decks_of_the_house(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deck_reports, "open_deck_library", lambda _settings: house.decks)


def deck_of(card: Card, shoes: Shoes) -> Deck:
    """A deck in which every turn is on that card and in those shoes."""
    return a_deck("fields", cards=(card,), shoes=(shoes, a_shoes("nurse", "service", mark="N")))


def begun(deck: Deck) -> Play:
    """A session on the card, in the shoes."""
    play = Play.begun("Asha/service", deck, planned_turns=1)
    assert (play.turn.card, play.turn.shoes) == (CARD.id, SHOES.id)
    return play


async def on_the_screen(house: House, deck: Deck, easy: bool) -> str:
    """The page of a turn at the facilitator's terminal, and the note of the card."""
    house.decks = Decks(deck)
    play = begun(deck)
    house.store = Remembering()
    house.hold(play)
    async with house.open(resume(play.session.id), size=(110, 50), easy=easy) as app:
        page = shown(app)
        await typed(app, ESC, "f")
        return page + shown(app)


async def at_a_seat(house: House, deck: Deck, easy: bool) -> str:
    """The page of the one whose turn it is, at a screen of their own."""
    house.decks = Decks(deck)
    async with a_round(house) as together:
        app = await together.sits_down("Asha", size=(110, 50), easy=easy)
        await together.does(Open(), Begin())
        return shown(app)


async def in_lines(_house: House, deck: Deck, easy: bool) -> str:
    """What line mode says on a card, and its note."""
    talk = Talk.over(begun(deck))
    if easy:
        talk.type("/easy")
    return "\n".join([*talk.type("/where"), *talk.type("/note")])


async def by_deck_show(house: House, deck: Deck, easy: bool) -> str:
    """What ``wshoes deck show --cards`` prints."""
    house.decks = Decks(deck)
    out = io.StringIO()
    with redirect_stdout(out):
        deck_reports.show_deck(read(["--easy"] if easy else []), deck.id, cards=True)
    return out.getvalue()


async def as_markdown(_house: House, deck: Deck, _easy: bool) -> str:
    """The page of a session in which one thing was said."""
    talk = Talk.over(begun(deck))
    talk.type("I want my own bed.")
    return to_markdown(talk.session)


Display = Callable[[House, Deck, bool], Awaitable[str]]
DISPLAYS: dict[str, Display] = {
    "screen": on_the_screen,
    "seat": at_a_seat,
    "lines": in_lines,
    "deck show": by_deck_show,
    "markdown": as_markdown,
}


async def found(display: str, house: House, thing: Card | Shoes) -> dict[str, bool]:
    """Whether a display shows each field that somebody is told, once with easy words at least."""
    kind = type(thing)
    base = Card if isinstance(thing, Card) else Shoes
    deck = deck_of(thing, SHOES) if isinstance(thing, Card) else deck_of(CARD, thing)
    pages = [await DISPLAYS[display](house, deck, easy) for easy in (False, True)]
    names = [name for name, one in file_fields(kind).items() if one.audience != "program"]
    signs = {name: SIGNS.get((base, name), f"Zz{name}") for name in names}
    return {
        name: any(sign.casefold() in page.casefold() for page in pages)
        for name, sign in signs.items()
    }


def left_out(display: str, base: type[Card | Shoes]) -> set[str]:
    """The fields that a display leaves out for a reason."""
    return {name for at, kind, name in LEFT_OUT if (at, kind) == (display, base)}


@pytest.mark.parametrize("thing", [CARD, SHOES], ids=["card", "shoes"])
@pytest.mark.parametrize("display", DISPLAYS)
async def test_every_display_shows_every_field(
    house: House, display: str, thing: Card | Shoes
) -> None:
    shown_fields = await found(display, house, thing)
    forgotten = {name for name, is_shown in shown_fields.items() if not is_shown}
    assert forgotten == left_out(display, type(thing))


@pytest.mark.parametrize("display", ["screen", "seat", "lines", "deck show"])
async def test_what_a_block_of_a_card_returns_is_shown_everywhere(
    house: House, monkeypatch: pytest.MonkeyPatch, display: str
) -> None:
    monkeypatch.setattr(CardBlock, "more", lambda _block: ("Zzmore",))
    assert "Zzmore" in await DISPLAYS[display](house, deck_of(CARD, SHOES), False)


@pytest.mark.parametrize("display", ["screen", "seat", "lines", "deck show"])
async def test_in_easy_words_the_question_and_the_title_are_easy(
    house: House, display: str
) -> None:
    pages = [await DISPLAYS[display](house, deck_of(CARD, SHOES), easy) for easy in (False, True)]
    signs = ("Zztitle", "Zzprompts", "Zzeasy_title", "Zzeasy_prompt")
    assert [[sign in page for sign in signs] for page in pages] == [
        [True, True, False, False],
        [False, False, True, True],
    ]


@value()
class CardWithAnotherField(Card):
    """A card as a later version of the program may have it."""

    motto: Annotated[str, InFile("text", "Nothing about us without us.", 80)] = "Zzmotto"


@pytest.mark.parametrize("display", DISPLAYS)
async def test_a_field_that_a_display_forgets_is_told(house: House, display: str) -> None:
    whole = {field.name: getattr(CARD, field.name) for field in fields(Card)}
    shown_fields = await found(display, house, CardWithAnotherField(**whole))
    forgotten = {name for name, is_shown in shown_fields.items() if not is_shown}
    assert forgotten - left_out(display, Card) == {"motto"}
