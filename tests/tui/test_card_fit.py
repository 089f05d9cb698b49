"""Every card of every shipped deck is seen whole, or scrolls with a sign and by one key.

Each is measured as the checker does it. On the page of a turn as it runs, at both sizes of window,
in both kinds of words, in the longest of its shoes and with its longest question, the measure must
agree with what is seen: of the cards nearest to the limit and the longest; with -m slow of all.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Literal

import pytest

from tests.build import Play
from tests.decks.samples import ORIGINALS
from tests.tui.app_fixture import Decks, House, Remembering, resume
from tests.tui.decks import HOSPITAL
from tests.tui.group_fixture import a_round
from tests.tui.keyboard import DOWN, ENTER, ESC, UP, settled, typed
from tests.tui.screen_text import screen_text, shown
from wshoes_tui.decks.deck_rules import load_deck
from wshoes_tui.domain.commands import Begin, Open, Plan
from wshoes_tui.domain.deck import Card, Deck, Prompt, Shoes
from wshoes_tui.domain.handlers.turn_handler import prompts_of
from wshoes_tui.domain.models import Session
from wshoes_tui.first_paint.card_fit import WINDOWS, CardFit, Window, card_fit, too_long
from wshoes_tui.flow.blocks import CardBlock
from wshoes_tui.tui.card_page import CardPage
from wshoes_tui.tui.widgets.header_footer import Body
from wshoes_tui.tui.widgets.text_stack import TextStack

DECKS = [load_deck(path) for path in ORIGINALS]
CARDS = [(deck, card) for deck in DECKS for card in deck.cards]
SOME = [card for _deck, card in CARDS if card.kind == "poem"][:2]
BY_SIZE = {f"{window.columns}x{window.lines}": window for window in WINDOWS}


WORST: dict[tuple[str, str, Window, bool], tuple[Shoes, Card]] = {}
"""Cache of ``worst``."""


def worst(deck: Deck, card: Card, window: Window, *, easy: bool) -> tuple[Shoes, Card]:
    """The longest shoes of a card, and the card with its longest question first."""
    key = (deck.id, card.id, window, easy)
    if key not in WORST:

        def fit(shoes: Shoes, asked: Prompt) -> CardFit:
            alone = replace(card, shoes=(shoes.id,), prompts=(asked,))
            return card_fit(alone, deck, window, easy=easy)

        prompts, every = prompts_of(card), deck.suggested(card)
        longest = min(prompts, key=lambda asked: fit(every[0], asked).seen)
        shoes = max(every, key=lambda shoes: fit(shoes, longest).needed)
        asked = (longest, *(prompt for prompt in prompts if prompt != longest))
        WORST[key] = shoes, replace(card, prompts=asked)
    return WORST[key]


def chosen(window: Window, *, easy: bool) -> list[tuple[Deck, Card]]:
    """Twelve cards on either side of what fits this window, the six longest, and two poems."""
    over = {card.id: fit.needed - fit.seen for deck, card in CARDS
            for fit in [card_fit(card, deck, window, easy=easy)]}  # fmt: skip
    inside, outside = (
        [one for one in CARDS if (over[one[1].id] > 0) == big] for big in (False, True)
    )
    inside.sort(key=lambda one: -over[one[1].id])
    outside.sort(key=lambda one: over[one[1].id])
    wanted = {card.id for _deck, card in (*inside[:12], *outside[:12], *outside[-6:])}
    return [one for one in CARDS if one[1].id in wanted or one[1] in SOME]


class OnTheTable:
    """The card of the open turn and its shoes, whatever the session says."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.card, self.shoes = HOSPITAL.cards[0], HOSPITAL.shoes[0]
        monkeypatch.setattr(Session, "card_of", lambda _session, _turn: self.card)
        monkeypatch.setattr(Session, "shoes_of", lambda _session, _turn, _id=None: self.shoes)


@asynccontextmanager
async def at_the_screen(
    house: House, who: Literal["facilitator", "seat"], window: Window, *, easy: bool
) -> AsyncIterator[CardPage]:
    """The page of an open turn: of the facilitator, or at a seat."""
    house.decks, size = Decks(HOSPITAL), (window.columns, window.lines)
    if who == "seat":
        async with a_round(house) as together:
            app = await together.sits_down("Asha", size=size, easy=easy)
            await together.does(Plan(visibility="named"), Open(), Begin())
            yield app.screen  # type: ignore[misc]  # the page of a seat
        return
    house.store = Remembering()
    play = Play.begun("Asha/service", HOSPITAL, planned_turns=1)
    house.hold(play)
    async with house.open(resume(play.session.id), size=size, easy=easy) as opened:
        yield opened.screen  # type: ignore[misc]  # the page of a turn


def rows_in_sight(page: CardPage) -> list[str]:
    """The rows of the body that are on the screen."""
    region = page.query_one(Body).content_region
    rows = screen_text(page.app)[region.y : region.bottom]  # type: ignore[arg-type]  # an app
    return [row[region.x : region.right - 1].rstrip() for row in rows]


def sign(page: CardPage) -> str:
    """The row below the body."""
    return screen_text(page.app)[page.query_one("#question").region.y].strip()  # type: ignore[arg-type]


async def seen_whole(page: CardPage) -> bool:
    """See all of the card; whether that took no key. Fails where one key is not enough."""
    card = page.query_one("#card", TextStack)
    lines = [strip.text.rstrip() for strip in card.render_lines(card.size.region)]
    first = rows_in_sight(page)
    if len(lines) <= len(first):
        assert first[: len(lines)] == lines
        assert "arrow:" not in sign(page)
        return True
    hidden = len(lines) - len(first)
    assert sign(page) == f"Down arrow: {hidden} more line{'s' * (hidden > 1)}"
    await typed(page.app, DOWN)  # type: ignore[arg-type]  # an app
    await settled(page.app)  # type: ignore[arg-type]
    assert rows_in_sight(page) == lines[hidden:]
    assert len(first) > hidden - 1, "no line is skipped"
    assert first == lines[: len(first)]
    assert sign(page).startswith("Up arrow: back to the ")
    return False


@pytest.mark.parametrize(
    "every", [False, pytest.param(True, marks=pytest.mark.slow)], ids=["near the limit", "all"]
)
@pytest.mark.parametrize("easy", [False, True], ids=["in full", "easy"])
@pytest.mark.parametrize("size", BY_SIZE)
@pytest.mark.parametrize("who", ["facilitator", "seat"])
async def test_every_card_is_seen_whole_or_scrolls_with_a_sign_by_one_key(
    house: House,
    monkeypatch: pytest.MonkeyPatch,
    who: Literal["facilitator", "seat"],
    size: str,
    easy: bool,
    every: bool,
) -> None:
    window = BY_SIZE[size]
    cards = CARDS if every else chosen(window, easy=easy)
    table = OnTheTable(monkeypatch)
    async with at_the_screen(house, who, window, easy=easy) as page:
        for deck, card in cards:
            page.query_one(Body).scroll_home(animate=False)
            table.shoes, table.card = worst(deck, card, window, easy=easy)
            page.update_page()
            await settled(page.app)  # type: ignore[arg-type]
            await settled(page.app)  # type: ignore[arg-type]  # once more, with the sign
            whole = await seen_whole(page)
            measured = card_fit(card, deck, window, easy=easy)
            body = page.query_one(Body)
            needed = max(measured.needed, measured.seen)
            assert (needed, measured.seen) == (body.virtual_size.height, body.size.height), card.id
            verse = CardBlock(card).is_verse(easy=easy)
            if not whole and card in SOME:
                await typed(page.app, UP)  # type: ignore[arg-type]
                assert "Down arrow" in sign(page)
            assert whole or size == "40x20" or verse, f"{card.id} does not fit"


def test_the_checker_has_nothing_to_say_of_the_length_of_shipped_cards() -> None:
    assert [(card.id, told) for deck, card in CARDS for told in too_long(card, deck)] == []


def test_the_checker_tells_by_how_many_lines_a_card_is_too_long() -> None:
    deck = DECKS[0]
    card = replace(next(c for c in deck.cards if c.kind == "scenario"), text="Up.", easy="")
    fit = card_fit(card, deck, WINDOWS[0], easy=False)
    spare = fit.seen - fit.needed
    longer = replace(card, text=card.text + "\n\nUp." * (spare // 2))
    assert list(too_long(longer, deck)) == []
    longer = replace(longer, text=longer.text + "\n\nUp." * 2)
    ((what, mend),) = too_long(longer, deck)
    lines = 4 - spare % 2 - 1  # without the stroke under its title
    count = f"{lines} line{'s' * (lines > 1)}"
    assert what == f"With its text the card is {count} too long for one page of 80 by 24"
    assert mend == "Shorten it."
    poem = replace(card, kind="poem", text="Up.\n" * 60)
    found = [card_fit(poem, deck, window, easy=False) for window in WINDOWS]
    most = min(60 - fit.too_many for fit in found)
    assert [what for what, _ in too_long(replace(poem, text="Up.\n" * most), deck)] == []
    ((what, _),) = too_long(replace(poem, text="Up.\n" * (most + 1)), deck)
    assert "too long for two pages of" in what


@pytest.mark.parametrize("key", ["r", "s"], ids=["another card", "the other side"])
async def test_what_is_new_is_shown_from_its_beginning(house: House, key: str) -> None:
    """Also where the turn is the same: on another card of it."""
    long = replace(HOSPITAL.cards[0], kind="poem", text="\n".join(f"Line {n}." for n in range(24)))
    cards = tuple(replace(long, id=f"long-{n}", title=f"Long {n}") for n in range(3))
    deck = replace(HOSPITAL, cards=cards)
    house.decks, house.store = Decks(deck), Remembering()
    house.hold(Play.begun("Asha/service", deck, planned_turns=2))
    async with house.open(resume()) as app:
        await typed(app, "Words.", ENTER)
        await typed(app, DOWN, DOWN)
        assert "Line 23." in shown(app)
        assert "Line 0." not in shown(app)
        await typed(app, ESC, key)
        if key == "s":  # a swap has room for both voices, and the card is behind a key
            assert "the whole card: Esc b" in shown(app)
            await typed(app, ESC, "b")
        await settled(app)
        assert "Line 0." in shown(app)
        assert "Line 23." not in shown(app)
