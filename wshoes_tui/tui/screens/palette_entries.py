"""Palette entries: all that can be done, here and on other pages, with what finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from wshoes_tui.flow.action_handlers import keep_settings
from wshoes_tui.flow.actions import ONE_SHOT, actions_of
from wshoes_tui.flow.session_actions import HINTS_HELP, REMEMBER_HELP
from wshoes_tui.locale import LANGUAGE_NAMES, N_, _
from wshoes_tui.settings import Contrast
from wshoes_tui.tui.base_screen import ForFacilitator, PageParts
from wshoes_tui.tui.screens.help_screens import TITLES

if TYPE_CHECKING:
    from wshoes_tui.tui.app_protocols import TerminalApp

NO_REPORTS = ("\x1b[?1004l", "\x1b[?2048l")
"""No more reports of the focus, nor of the window within what is typed."""

LETTERS_HELP = N_(
    "Make the letters of the terminal larger: often Ctrl and +. The screen fits into 40x20"
)
SAVED_HELP = N_("Enter keeps what stands in the field. Nothing else has to be saved")
LANGUAGE_WORDS = N_("language, translate, English, Welsh")
PLACES = {
    "home": N_("At Home"),
    "decks": N_("On Decks"),
    "people": N_("On Who is here"),
    "opening": N_("In the opening"),
    "turn": N_("On a card"),
    "writing": N_("In write first"),
    "said": N_("On What was said"),
    "closing": N_("In the closing round"),
    "summary": N_("On the summary"),
    "past": N_("In past sessions"),
    "programme": N_("On a programme"),
}
"""The pages whose keys are told on others too, by the scope of their actions."""

AFTER: dict[Contrast, Contrast] = {"": "dark", "dark": "light", "light": ""}


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """One line of the palette, and what choosing it does. ``synonyms`` find it, too.

    ``is_here`` tells whether it is done on this page: those that are come first. ``key`` does it
    without the palette.
    """

    title: str
    help: str
    do: Callable[[], object]
    synonyms: tuple[str, ...]
    is_here: bool = True
    key: str = ""


def palette_entries(app: TerminalApp, screen: PageParts[Any]) -> Iterator[PaletteEntry]:
    """All that can be done on a screen now, and for its terminal, in the language in use."""
    before = "Esc " if screen.scope in ONE_SHOT else ""
    for action in actions_of(screen.scope):
        handler = screen.handler_of(action)
        if handler is not None and screen.applies(action):
            key = f"{before}{action.key_label}"
            also = split_synonyms(_(action.synonyms)) if action.synonyms else ()
            title = _(action.label).capitalize()
            yield PaletteEntry(title, _(action.help), handler, also, key=key)
    yield PaletteEntry(
        _("Slow line"),
        _("Send only what is needed, for a slow line; or everything again"),
        lambda: slow_line(app, on=not app.terminal.slow),
        split_synonyms(_("network, connection, poor, lag")),
    )
    yield PaletteEntry(
        _("High contrast"),
        _("White on black, then black on white, then your own colours again"),
        lambda: app.use_terminal(replace(app.terminal, contrast=AFTER[app.terminal.contrast])),
        split_synonyms(_("colours, black, white, see, bright")),
    )
    yield PaletteEntry(
        _("Larger letters"),
        _(LETTERS_HELP),
        lambda: app.say(_(LETTERS_HELP)),
        split_synonyms(_("bigger, font, size, zoom, small, read")),
    )
    if isinstance(screen, ForFacilitator):
        yield from _of_facilitator(app, screen)


def _of_facilitator(app: TerminalApp, screen: Any) -> Iterator[PaletteEntry]:
    """What only the facilitator finds: settings, languages, the way Home, and other pages' keys."""
    yield PaletteEntry(
        _("Remember"),
        _(REMEMBER_HELP),
        lambda: remember(app, screen),
        split_synonyms(_("settings, options, always, default, next time")),
    )
    yield PaletteEntry(
        _("Saving"),
        _(SAVED_HELP),
        lambda: app.say(_(SAVED_HELP)),
        split_synonyms(_("save, keep, disk, file, lost, backup")),
    )
    own = screen.session_app
    yield PaletteEntry(
        _("First hints"),
        _(HINTS_HELP),
        partial(show_hints, screen),
        split_synonyms(_("teach, learn, begin, how, tutorial, keys")),
    )
    for tag, name in LANGUAGE_NAMES.items():
        if tag != own.speech.language:
            yield PaletteEntry(
                name,
                _("Speak {language} from here on", language=name),
                partial(speak, screen, tag),
                split_synonyms(f"{_(LANGUAGE_WORDS)}, {LANGUAGE_WORDS}"),
            )
    if own.facilitates is None:
        yield PaletteEntry(
            _(TITLES["home"]),
            _("Back to Home. All that was saved is kept, and can be gone on with"),
            own.go_home,
            split_synonyms(_("menu, start, main, beginning, back")),
        )
    yield from elsewhere(app, screen)


def show_hints(screen: PageParts[Any]) -> None:
    """Show the hints of the first rehearsal once more, here or on the next card."""
    app: Any = screen.session_app
    app.opener.hints.again()
    if screen.scope == "turn":
        screen.show_keys()
    else:
        app.say(_("The next card shows what Enter, Esc and a letter do."))


async def speak(screen: PageParts[Any], language: str) -> None:
    """Speak this language from here on; cards stay in that of the session."""
    app: Any = screen.session_app
    app.speech.use(language)
    if app.live is not None:
        app.show_session()  # anew: labels of fields and lists are written once
    elif screen.scope == "home":
        await app.go_home()
    else:
        screen.update_page()
    app.say(_("This is {language} from here on.", language=LANGUAGE_NAMES[language]))


def elsewhere(app: TerminalApp, screen: Any) -> Iterator[PaletteEntry]:
    """What can be done on other pages, each with the page and the key of it."""
    here = [one for one in actions_of(screen.scope) if screen.handler_of(one) is not None]
    known = {(one.name, one.label) for one in here}
    for scope, place in PLACES.items():
        if scope == screen.scope:
            continue
        for action in actions_of(scope):
            named = (action.name, action.label)
            if not action.help or named in known or action.key == "enter" or action.hiring:
                continue
            known.add(named)
            key = f"{'Esc ' if scope in ONE_SHOT else ''}{action.key_label}"
            where = _("{place}: {key}", place=_(place), key=key)
            also = split_synonyms(_(action.synonyms)) if action.synonyms else ()
            yield PaletteEntry(
                _(action.label).capitalize(), where, partial(app.say, where), also, is_here=False
            )


def split_synonyms(synonyms: str) -> tuple[str, ...]:
    """Synonyms with commas between them, one by one."""
    return tuple(part.strip() for part in synonyms.split(",") if part.strip())


def slow_line(app: TerminalApp, *, on: bool) -> None:
    """Send only what is needed from now on, or everything again, and say so."""
    if not app.screen_stack:  # on the way out there is nobody to be told
        return
    if on and not app.terminal.slow:
        for sequence in NO_REPORTS:
            app.write_to_terminal(sequence)
    app.use_terminal(replace(app.terminal, slow=on))
    app.say(
        _("Slow line: only what is needed is sent. Ctrl+P, Slow line: everything again.")
        if on
        else _("Everything is sent again.")
    )


def remember(app: TerminalApp, screen: PageParts[Any]) -> None:
    """Begin the next time as it is now, and say so."""
    shown = app.terminal
    speech = screen.session_app.speech
    app.say(keep_settings(speech, contrast=shown.contrast, slow=shown.slow))
