"""Nothing is rendered, laid out or looked up that was not asked for."""

from __future__ import annotations

import asyncio
import gc
from collections import Counter
from collections.abc import Callable
from typing import Any
from weakref import ref

import pytest
from textual import events, messages
from textual.content import Content
from textual.css.scalar import Unit
from textual.screen import Screen
from textual.style import Style
from textual.visual import RenderOptions
from textual.widget import Widget
from textual.widgets import OptionList, TextArea
from textual.widgets.option_list import Option

from tests.build import Play
from tests.tui.app_fixture import House, resume
from tests.tui.group_fixture import a_round
from tests.tui.keyboard import ENTER, ESC, PATIENCE_SECONDS, typed
from tests.tui.reference_rendering import rendered
from tests.tui.screen_text import shown
from wshoes_tui.decks.deck_library import DeckLibrary, shipped_folder
from wshoes_tui.domain.commands import Begin, DrawCard, Open, Say, Undo
from wshoes_tui.tui import content, startup
from wshoes_tui.tui.base_screen import PageColumn
from wshoes_tui.tui.screens.decks_screen import DecksPage
from wshoes_tui.tui.screens.turn_screen import TurnPage
from wshoes_tui.tui.startup import StartOptions
from wshoes_tui.tui.textual_patches import library_caches
from wshoes_tui.tui.widgets.choice_list import ChoiceList
from wshoes_tui.tui.widgets.text_stack import TextStack
from wshoes_tui.tui.widgets.words_field import WordsField


@pytest.fixture
def count(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each kind of widget was rendered, and ``layout``: how often all was laid out."""
    found: Counter[str] = Counter()
    lay_out = Screen._refresh_layout

    def counting(render: Callable[..., Any]) -> Callable[..., Any]:
        def counted(widget: Widget, *args: Any) -> Any:
            found[type(widget).__name__] += 1
            return render(widget, *args)

        return counted

    def laid_out(screen: Screen[Any], *args: Any, **kwargs: Any) -> None:
        found["layout"] += 1
        lay_out(screen, *args, **kwargs)

    for kind in (Widget, TextStack):
        monkeypatch.setattr(kind, "render_lines", counting(kind.render_lines))
    monkeypatch.setattr(Screen, "_refresh_layout", laid_out)
    return found


async def test_a_letter_renders_the_field_alone(house: House, count: Counter[str]) -> None:
    async with house.open(StartOptions("rehearse")) as app:
        found = []
        for letter in "Nobody":  # with some of them the top line says that they are kept
            count.clear()
            await typed(app, letter)
            found.append(set(count))
        assert {"WordsField"} in found


async def test_a_change_is_laid_out_once(house: House, count: Counter[str]) -> None:
    async with house.open(StartOptions("rehearse")) as app:
        await typed(app, "words", ESC)
        count.clear()
        await typed(app, "e")
        assert count["layout"] == 1


async def test_no_text_is_painted_in_its_old_place(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whenever the timer paints, also between a change of a page and its widgets' next messages."""
    old_places: list[str] = []
    update = TurnPage.update_page

    def painted_at_once(page: TurnPage) -> None:
        update(page)
        page._on_timer_update()
        stacks = [stack for stack in page.query(TextStack) if stack.display]
        old_places.extend(str(stack.id) for stack in stacks if not stack.is_laid_out)

    monkeypatch.setattr(TurnPage, "update_page", painted_at_once)
    async with house.open(StartOptions("rehearse")) as app:
        await typed(app, "words", ENTER, ESC, "n", "more", ENTER, ESC, "s")
        assert old_places == []


async def test_the_lines_out_of_sight_are_counted_before_they_are_painted(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a screen reader speaks a wrong number, and the right one after it."""
    painted: list[str] = []
    paint = Screen._compositor_refresh

    def recorded(screen: Screen[Any]) -> None:
        told = str(getattr(screen, "_question", {}).get("unseen", ""))
        painted.extend([told] * (told not in painted[-1:]))
        paint(screen)

    monkeypatch.setattr(Screen, "_compositor_refresh", recorded)
    deck = DeckLibrary([("shipped", shipped_folder())]).open("home-from-hospital")
    play = Play.begun("Asha", deck)
    play.do(DrawCard(deck.id, "slippers"))
    house.hold(play)
    async with house.open(resume()) as app:
        await typed(app, "yes")
        painted.clear()
        await typed(app, ENTER)
        (told,) = {one for one in painted if one}
        assert told in shown(app)


async def test_what_is_laid_out_whatever_the_height_never_depends_on_it(house: House) -> None:
    """``Parts`` are arranged once for all heights."""
    async with a_round(house) as together:
        asha = await together.sits_down("Asha")
        await together.does(Open(), Begin())
        async with house.open(StartOptions("rehearse")) as app:
            for screen in (asha.screen, app.screen):
                found = [child for parts in screen.query(PageColumn) for child in parts.children]
                assert found
                for child in found:
                    height = child.styles.height
                    assert height is None or height.unit in (Unit.CELLS, Unit.AUTO), child


async def test_what_is_rendered_is_what_textual_renders(house: House) -> None:
    async with house.open(StartOptions("rehearse")) as app:
        for keys in ("", "Nobody asked me.", ENTER, ESC, "l"):
            if keys:
                await typed(app, keys)
            ours = app.screen._compositor._render_chops(app.size.region, lambda _y: True)
            assert [{x: strip.text for x, strip in line.items() if strip} for line in ours] == [
                {x: strip.text for x, strip in line.items()} for line in rendered(app.screen)
            ]


@pytest.mark.parametrize("kind", [WordsField, ChoiceList, TextArea, OptionList, Screen, DecksPage])
def test_handlers_are_those_that_textual_finds(kind: Any) -> None:
    widget = kind.__new__(kind)
    for message in (
        events.Key("a", "a"),
        events.Idle(),
        events.Mount(),
        messages.Layout(widget),
        TextArea.Changed(widget),
        OptionList.OptionHighlighted(OptionList(), Option("a line"), 0),
        WordsField.Left(widget),
    ):
        for name in (message.handler_name, "on_idle"):
            ours = [
                (cls, method.__func__)
                for cls, method in library_caches.dispatch_methods(widget, name, message)
            ]
            assert ours == [
                (cls, method.__func__)
                for cls, method in library_caches._stock_handlers(widget, name, message)
            ]


async def test_handlers_are_looked_up_once(house: House) -> None:
    async with house.open(StartOptions("rehearse")) as app:
        await typed(app, "a")
        before = library_caches._known.cache_info()
        await typed(app, "a")
        after = library_caches._known.cache_info()
        assert after.misses == before.misses
        assert after.hits > before.hits


def test_a_text_has_the_same_pen_wherever_it_stands() -> None:
    """Else a painter, which keeps its pens, would have one for every place on the screen."""
    assert library_caches  # an app of ours has been imported
    options = RenderOptions(lambda style: Style(), {}, None, None)
    lines = Content("Nobody asked me.\nNot once.").render_strips(12, None, Style(), options)
    assert len(lines) == 3
    assert len({segment.style for line in lines for segment in line}) == 1


def test_what_two_show_is_one_and_gone_when_nobody_shows_it() -> None:
    one = content.cached_wrapping(Content("Nobody asked me."))
    assert content.cached_wrapping("Nobody asked me.") is one
    assert content.cached_wrapping(Content.styled("Nobody asked me.", "bold")) is not one
    del one
    gc.collect()
    assert not [key for key in content._shown if "Nobody asked me." in str(key)]


def test_shared_lines_are_those_of_the_width_and_the_style_asked_for() -> None:
    options = RenderOptions(lambda style: Style(), {}, None, None)
    one = content.cached_wrapping(Content("Nobody asked me, not once."))
    for width in (10, 26, 10, *range(12, 24), 10):
        stock = Content("Nobody asked me, not once.")
        assert one.get_height({}, width) == stock.get_height({}, width)
        for style in (Style(), Style(bold=True)):
            lines = one.render_strips(width, None, style, options)
            assert lines == stock.render_strips(width, None, style, options)
            assert one.render_strips(width, None, style, options) is lines
    top = stock.render_strips(10, 1, Style(), options)
    assert one.render_strips(10, 1, Style(), options) == top


async def test_words_that_were_taken_back_are_remembered_nowhere(house: House) -> None:
    async with a_round(house) as together:
        asha = await together.sits_down("Asha")
        await together.does(Open(), Begin(), Say("Nobody asked me.", asha.seated.participant.seat))
        assert [key for key in content._shown if "Nobody asked me." in str(key)]
        await together.does(Undo())
        gc.collect()
        assert not [key for key in content._shown if "Nobody asked me." in str(key)]


async def test_widgets_of_a_page_that_has_gone_are_collected_although_they_were_frozen(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(startup, "READING_SECONDS", 0.05)
    usual = gc.get_threshold()
    gc.disable()
    try:
        async with house.open() as app:
            app.page_collector.begin()
            choices = ref(app.screen.query_one(ChoiceList))
            startup.settle_memory()
            gc.disable()
            await typed(app, "d")
            async with asyncio.timeout(PATIENCE_SECONDS):
                while choices() is not None:
                    await asyncio.sleep(0.01)
    finally:
        gc.enable()
        gc.set_threshold(*usual)


async def test_a_page_does_not_remember_where_its_widgets_were(house: House) -> None:
    async with house.open(StartOptions("rehearse")) as app:
        page = app.page
        for number in range(library_caches.MOST_FOUND):
            page.query_one("#question").display = bool(number % 2)
            page.query_one(WordsField)
        assert len(page._query_one_cache) == library_caches.MOST_FOUND


async def test_nothing_stands_below_the_first_page_and_it_has_its_styles(house: House) -> None:
    async with house.open(StartOptions("choose")) as app:
        assert [type(screen) for screen in app.screen_stack] == [DecksPage]
        assert str(app.screen.query_one("#decks").styles.max_height) == "6"
