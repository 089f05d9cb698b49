"""Eyes for the screen: what a person sees on it, and nothing else."""

from __future__ import annotations

import re

from textual._context import visible_screen_stack
from textual.strip import Strip

from wshoes_tui.tui.facilitator_app import WshoesApp
from wshoes_tui.tui.hardware_cursor import cursor_of
from wshoes_tui.tui.widgets.choice_list import ChoiceList
from wshoes_tui.tui.widgets.header_footer import KeyLine, TopLine
from wshoes_tui.tui.widgets.words_field import WordsField


def screen_text(app: WshoesApp) -> list[str]:
    """What is on the screen, line by line, without the spaces at their ends."""
    return [strip.text.rstrip() for strip in strips(app)]


def strips(app: WshoesApp) -> list[Strip]:
    """The lines of the screen, as they are painted."""
    visible_screen_stack.set(app._background_screens)
    return app.screen._compositor.render_strips()


def shown(app: WshoesApp) -> str:
    """What is on the screen, with every run of white space as one space, and no bars."""
    return " ".join(" ".join(line.strip("▌│ ") for line in screen_text(app)).split())


def picture(app: WshoesApp) -> str:
    """What is on the screen, as a text of so many lines."""
    return "\n".join(screen_text(app)) + "\n"


def in_field(app: WshoesApp) -> str:
    """The words in the field that has the focus; fails where none has it."""
    focused = app.screen.focused
    assert isinstance(focused, WordsField), f"the focus is on {focused}"
    return focused.text


def fields(app: WshoesApp) -> list[str]:
    """The words in every field of the screen that is on top, from the top down."""
    found = app.screen.query(WordsField)
    return [words.text for words in found if words.is_on_screen]


def misfits(app: WshoesApp) -> list[str]:
    """What does not fit on the screen: nothing, on a screen that is as it should be."""
    width, height = app.size
    found = [
        f"line {number} is {strip.cell_length} cells wide"
        for number, strip in enumerate(strips(app), 1)
        if strip.cell_length != width
    ]
    (footer,) = app.screen.query(KeyLine)
    if footer.region.bottom != height:
        found.append(f"the footer ends on line {footer.region.bottom} of {height}")
    if not NEXT.search(screen_text(app)[footer.content_region.bottom - 1]):
        found.append("the last line does not say what to do next")
    tops = app.screen.query(TopLine)
    if any(top.render().cell_length > top.content_size.width for top in tops):
        found.append("the top line is too long")
    for widget in app.screen.query("*"):
        region = widget.region
        if region and widget.is_on_screen and not 0 <= region.x <= region.right <= width:
            found.append(f"{widget} reaches from {region.x} to {region.right}")
        if widget.show_horizontal_scrollbar:
            found.append(f"{widget} scrolls sideways")
    focused = app.screen.focused
    if isinstance(focused, WordsField) and not app.screen.region.contains_region(focused.region):
        found.append("the field is not in sight")
    if astray := cursor_astray(app):
        found.append(f"the cursor: {astray}")
    return found


def cursor_astray(app: WshoesApp) -> str:
    """Where the terminal's cursor is seen, if that is no place to read or to type at."""
    cursor = cursor_of(app.screen)
    focused = app.screen.focused
    if cursor.place is None:
        return f"it is hidden, the focus is on {focused}"
    x, y = cursor.place
    choosing = getattr(app.screen, "choosing", False)
    if isinstance(focused, WordsField) and not choosing:
        return "" if focused.region.contains(x, y) else f"{(x, y)} is not in {focused.region}"
    line = screen_text(app)[y]
    if isinstance(focused, ChoiceList) and focused.option_count and not choosing:
        return "" if "▌" in line else f"{line!r} is not the marked line"
    return "" if cursor.is_parked or line.strip("│ ") else f"line {y} is empty"


NEXT = re.compile(r"(?:^|\s)(?:Enter|Esc|Tab|Space|[a-z]) \w")
"""A key and what it does."""
