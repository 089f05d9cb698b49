"""Help: keys of a screen in words, how to join, and what is said in too small a window."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.cells.big_letters import big_rows
from wshoes_tui.cells.colour_profiles import WORD
from wshoes_tui.flow.action_handlers import JOIN_CODE, JOIN_COMMAND, JOIN_FINGERPRINT, JOIN_OTHERS
from wshoes_tui.flow.actions import ONE_SHOT, Action, actions_of
from wshoes_tui.flow.people_flow import may_be_for_hiring
from wshoes_tui.flow.questions import A_PAUSE, SAID, is_alone
from wshoes_tui.flow.session_labels import PAST_SESSIONS, WHO_IS_HERE
from wshoes_tui.locale import N_, _
from wshoes_tui.tui.base_screen import Page
from wshoes_tui.tui.content import one_line_content, stacked_content, styled_content
from wshoes_tui.tui.one_shot_screen import ReadingPage

TITLES = {
    "home": N_("Home"),
    "decks": N_("Choosing decks"),
    "people": WHO_IS_HERE,
    "opening": N_("The opening"),
    "turn": N_("A turn"),
    "writing": N_("Write first"),
    "said": SAID,
    "closing": N_("The closing round"),
    "summary": N_("The summary"),
    "past": PAST_SESSIONS,
    "pause": A_PAUSE,
    "held": N_("A session that is open elsewhere"),
}
WORDS = {
    "turn": N_(
        "Read the card aloud, slowly. The one whose turn it is answers in those shoes; you "
        "type what is said and press Enter. Letters are words; press Esc, and the next letter does "
        "one of these things, once:"
    ),
    "writing": N_(
        "The keyboard goes from one person to the next. What each one writes stays "
        "hidden until all of it is revealed together."
    ),
    "people": N_(
        "One person a line. Names may be nicknames. Arrows mark a line. Press Esc, and the "
        "next letter does one of these things, once:"
    ),
    "home": N_("Nothing leaves this computer. Everything typed is kept as it is typed."),
}
ALONE_WORDS = WORDS | {
    "turn": N_(
        "Read the card slowly. Type what you would say in those shoes, and press Enter. Letters "
        "are words; press Esc, and the next letter does one of these things, once:"
    ),
    "writing": N_("What you write stays hidden until you ask for it."),
}
"""The same for one person alone."""


class Help(ReadingPage):
    """Help: the actions of the screen below, each with its key."""

    def __init__(self, scope: str) -> None:
        super().__init__()
        self._scope = scope

    def compose_body(self) -> Iterable[Widget]:
        app = self.session_app
        hiring = app.has_session and may_be_for_hiring(app.session)
        words = ALONE_WORDS if app.has_session and is_alone(app.session) else WORDS
        if self._scope in words:
            yield Static(_(words[self._scope]), classes="gap", markup=False)
        rows = [
            Content.assemble((_key(self._scope, action).rjust(9), "bold"), "  ", _(action.help))
            for action in actions_of(self._scope)
            if hiring or not action.hiring
        ]
        yield Static(stacked_content(rows), id="keys", markup=False)

    def update_page(self) -> None:
        self.top.show_heading(_("Help"), _(TITLES.get(self._scope, "")))

    def takes_key(self, event: events.Key | events.Paste) -> bool:
        """Opened from a page with a field, words go back to it."""
        if isinstance(event, events.Key) and event.key == "question_mark":
            return False
        return super().takes_key(event)

    def action_help(self) -> None:
        """The key that opened help closes it."""
        self.session_app.pop_screen()


def _key(stage: str, action: Action) -> str:
    """How an action is reached: its key, or Esc and then its key."""
    once = stage in ONE_SHOT and action.key not in ("enter", "ctrl+p")
    return f"Esc {action.key_label}" if once else action.key_label


BIG_FROM = 24
"""Lines from which on the code is in big letters."""
OTHER_LINES = 17
"""Lines of the page of people besides its list, with the code in big letters."""


def code_content(page: Page, listed: int = BIG_FROM - OTHER_LINES) -> Content:
    """The code to join in big letters, below so many lines of a list; nothing without room."""
    hub, terminal = page.session_app.facilitates, page.session_app.terminal
    if (
        hub is None
        or terminal.slow
        or not terminal.symbols
        or page.size.height < OTHER_LINES + listed
    ):
        return Content()
    rows = big_rows(hub.joining.code, page.size.width - 10)
    return stacked_content([styled_content(((row or " ", WORD),)) for row in rows])


class JoiningPage(ReadingPage):
    """How to join: command, code and fingerprint, to be read out."""

    def compose_body(self) -> Iterable[Widget]:
        if self.session_app.facilitates is None:
            return
        joining = self.session_app.facilitates.joining
        yield Static(_(JOIN_COMMAND), markup=False)
        yield Static(one_line_content(joining.command, "bold"), classes="gap", markup=False)
        if joining.others:
            yield Static(_(JOIN_OTHERS), classes="gap", markup=False)
        for other in joining.others:
            yield Static(one_line_content(other, "bold"), markup=False)
        yield Static(_(JOIN_CODE), classes="gap", markup=False)
        yield Static(id="join-code", classes="gap", markup=False)
        yield Static(_(JOIN_FINGERPRINT), classes="gap quiet", markup=False)
        yield Static(one_line_content(joining.fingerprint), classes="quiet", markup=False)
        if joining.note:
            yield Static(joining.note, classes="gap", markup=False)

    def update_page(self) -> None:
        """The code in big letters, for it is read from across a room."""
        self.top.show_heading(_("How to join"))
        if (hub := self.session_app.facilitates) is not None:
            code = one_line_content(hub.joining.code, "bold")
            self.put("join-code", code_content(self) or code)

    def on_resize(self) -> None:
        """The code is as large as there is room for."""
        if self.has_begun:
            self.update_page()


class TooSmall(ModalScreen[None]):
    """Covers a window that is too small to work in, and goes away by itself when that grows."""

    DEFAULT_CSS = "TooSmall { background: ansi_default; }"
    tells_too_small = True

    def compose(self) -> ComposeResult:
        yield Static(
            _("This window is too small. Make it larger: 40 by 20 is enough. All is kept."),
            markup=False,
        )
