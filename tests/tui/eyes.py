"""Eyes for the screen: what a person sees on it, and nothing else."""

from __future__ import annotations

from textual._context import visible_screen_stack
from textual.strip import Strip

from wshoes_tui.tui.app import WshoesApp
from wshoes_tui.tui.widgets.words import WordsField


def screen_text(app: WshoesApp) -> list[str]:
    """What is on the screen, line by line, without the spaces at their ends."""
    return [strip.text.rstrip() for strip in strips(app)]


def strips(app: WshoesApp) -> list[Strip]:
    """The lines of the screen, as they are painted."""
    visible_screen_stack.set(app._background_screens)
    return app.screen._compositor.render_strips()


def shown(app: WshoesApp) -> str:
    """What is on the screen, with every run of white space as one space."""
    return " ".join(" ".join(screen_text(app)).split())


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
