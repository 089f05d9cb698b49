"""A column shows what as many widgets would, and does less for it."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region
from textual.screen import Screen
from textual.style import Style
from textual.widgets import Static

from wshoes_tui.tui.content import cached_wrapping
from wshoes_tui.tui.widgets import text_stack
from wshoes_tui.tui.widgets.text_stack import BOLD, DIM, TextPlace, TextStack, stacked

PLACES = {
    "who": TextPlace(DIM),
    "you_are": TextPlace(indent=4, most=34, dense=("-narrow",)),
    "title": TextPlace(BOLD, above=1, below=1, most=20, dense=("-low",)),
    "text": TextPlace(above=2, below=3),
    "last": TextPlace(absent=("-wide",)),
}
TEXTS = {
    "who": "Asha stands in the shoes of",
    "you_are": "You have walked here, and it rained. " * 3,
    "title": "Nobody asked me, not once.",
    "text": Content.styled("Two lines,\n", "bold")
    + "the second of which is much longer than the first. 家へ",
    "last": "[P] She asked me twice.",
}


class Both(App[None]):
    """The same texts in a column, and each in a widget of its own."""

    CSS = "Column, Vertical { height: auto; width: 1fr; } Static { height: auto; }"

    def __init__(self, texts: Mapping[str, Content | str]) -> None:
        super().__init__()
        self._texts = texts

    def compose(self) -> ComposeResult:
        yield TextStack(PLACES, id="ours")
        with Vertical(id="theirs"):
            for name, text in self._texts.items():
                place = PLACES[name]
                one = Static(text, markup=False)
                one.styles.margin = (place.above, 0, place.below, place.indent)
                one.styles.max_width = place.most
                one.styles.text_style = str(place.style) or "none"
                yield one

    def on_mount(self) -> None:
        self.query_one("#ours", TextStack).show_texts(**self._texts)


def lines(screen: Screen[Any], id_: str) -> list[list[tuple[str, bool, bool]]]:
    """The characters of a widget with their weight, as they stand on the screen."""
    region = screen.query_one(id_).region
    found = []
    for y in region.line_range:
        strips = screen._compositor.render_strips()[y]
        found.append(
            [
                (character, bool(style and style.bold), bool(style and style.dim))
                for text, style, _control in strips.crop(region.x, region.right)
                for character in text
                if not text.isspace()
            ]
        )
    return found


@pytest.mark.parametrize("width", [30, 40, 61, 120])
@pytest.mark.parametrize("names", [tuple(PLACES), ("title", "text"), ("text", "title"), ("text",)])
async def test_a_column_looks_like_widgets_one_under_the_other(
    width: int, names: tuple[str, ...]
) -> None:
    texts = {name: TEXTS[name] for name in PLACES if name in names}
    app = Both(texts)
    async with app.run_test(size=(width, 80)) as pilot:
        await pilot.pause()
        assert lines(app.screen, "#ours") == lines(app.screen, "#theirs")
        assert app.screen.query_one("#ours").size == app.screen.query_one("#theirs").size


async def test_what_is_dense_or_absent_takes_no_room() -> None:
    app = Both(TEXTS)
    async with app.run_test(size=(60, 80)) as pilot:
        ours = app.screen.query_one("#ours", TextStack)
        usual = ours.size.height
        app.screen.add_class("-low")
        ours.refresh(layout=True)
        await pilot.pause()
        assert ours.size.height == usual - 1  # below the title two lines are still the text's
        app.screen.add_class("-wide")
        ours.refresh(layout=True)
        await pilot.pause()
        assert ours.size.height == usual - 2
        assert "twice" not in "".join(
            strip.text for strip in app.screen._compositor.render_strips()[: ours.size.height]
        )


@given(
    texts=st.lists(st.text("ab c\n家", max_size=60), min_size=1, max_size=4),
    width=st.integers(1, 50),
    data=st.data(),
)
def test_all_lines_are_as_wide_as_the_column_and_as_many_as_its_height(
    texts: list[str], width: int, data: st.DataObject
) -> None:
    counts = st.integers(0, 3)
    parts = [
        (
            cached_wrapping(text),
            TextPlace(
                above=data.draw(counts),
                below=data.draw(counts),
                indent=data.draw(counts),
                most=data.draw(st.none() | st.integers(1, 40)),
            ),
            data.draw(st.booleans()),
        )
        for text in texts
    ]
    one = stacked(parts)
    made = one.lines(width, Style())
    assert len(made) == one.height(width)
    if width > 3 + 1:  # a wide character needs two columns beside the indent
        assert {strip.cell_length for strip in made} <= {width}


def parts(texts: Iterable[str]) -> Any:
    return [(cached_wrapping(text), TextPlace(above=1), False) for text in texts]


def test_those_who_show_the_same_have_the_same_lines_until_nobody_shows_them() -> None:
    one = stacked(parts(["Nobody asked me.", "Not once."]))
    assert stacked(parts(["Nobody asked me.", "Not once."])) is one
    assert stacked(parts(["Not once.", "Nobody asked me."])) is not one
    assert one.lines(20, Style()) is one.lines(20, Style())
    assert one.lines(20, Style()) is not one.lines(20, Style(bold=True))
    known = len(text_stack._known)
    del one
    gc.collect()
    assert len(text_stack._known) < known


async def test_a_part_of_it_is_that_part_of_its_lines() -> None:
    app = Both(TEXTS)
    async with app.run_test(size=(60, 80)):
        ours = app.screen.query_one("#ours", TextStack)
        whole = ours.render_lines(Region(0, 0, 60, ours.size.height))
        some = ours.render_lines(Region(7, 2, 30, 5))
        assert [strip.text for strip in some] == [strip.crop(7, 37).text for strip in whole[2:7]]
        beyond = ours.render_lines(Region(0, ours.size.height - 1, 60, 3))
        assert [strip.cell_length for strip in beyond] == [60, 60, 60]
