"""Home, the list of decks, and past sessions: what is shown and asked outside of a session.

Loaded on the way to Home, so it imports little.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from wshoes_tui.domain.list_rows import deck_families
from wshoes_tui.domain.text import one_line
from wshoes_tui.flow.actions import action_at
from wshoes_tui.flow.blocks import QuestionBlock
from wshoes_tui.flow.list_blocks import ChoiceBlock, DeckBlock, SessionBlock
from wshoes_tui.flow.session_labels import DECKS, UNTITLED, about_session, title_or, today
from wshoes_tui.limits import DAYS_OF_WARNING
from wshoes_tui.locale import N_, _, many, reader_tag
from wshoes_tui.locale.phrases import NEW, PLEDGES, PROGRAMME_HEAD, count_pledges, count_sessions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wshoes_tui.domain.deck import Card, Deck
    from wshoes_tui.domain.list_rows import DeckCounts, Listed, SessionLine, SessionsOverview

Purpose = Literal["rehearse", "new", "decks", "paper"]
"""What decks are chosen for: "paper" are slips of an evening; "decks" is only to look."""
DECK_QUESTIONS: dict[Purpose, tuple[str, str]] = {
    "rehearse": (
        N_("Rehearse with which deck? Type its number."),
        N_("Rehearse with which deck?"),
    ),
    "new": (
        N_("Which deck? Type its number, or several to mix them, such as: 1 3."),
        N_("Which deck? Space marks several."),
    ),
    "paper": (
        N_("Which deck was it? Type its number, or several if they were mixed, such as: 1 3."),
        N_("Which deck was it? Space marks several."),
    ),
    "decks": (N_("Type a number to look at a deck."), DECKS),
}
"""What is asked for each purpose: in lines, and above the list on a screen."""
CHECK = "wshoes deck check"
HOST_FROM_SHELL = N_(
    "To have people join at screens of their own, leave and type: wshoes host --bind 0.0.0.0"
)
WAITING = "..."
"""What a screen shows in place of what is still being read."""


def soon() -> date:
    """The day up to which words that are to be deleted are told of."""
    return today() + timedelta(days=DAYS_OF_WARNING)


def home_blocks(
    sessions: SessionsOverview | None,
    decks: DeckCounts | None = None,
    trouble: str = "",
) -> Iterator[ChoiceBlock]:
    """What can be done at Home; what is not always there comes last: the other numbers stay.

    Args:
        sessions: what is shown of the sessions; None while they are not read.
        decks: how many decks there are, for a screen.
        trouble: why sessions cannot be read.
    """
    choices = [
        ("rehearse", _("Rehearse"), _("on your own, now"), None),
        ("new", _(NEW), _("a session for a group"), None),
        ("past", _("Past"), _("sessions there have been"), _past_count(sessions, trouble)),
        ("decks", _(DECKS), _("look at the decks"), _deck_count(decks)),
        ("host", _("Host"), _("a screen for everyone, over SSH"), None),
    ]
    if sessions is not None and (newest := sessions.unfinished) is not None:
        title = one_line(newest.title) or _(UNTITLED)
        told = "\n".join([title, " · ".join(about_session(newest))])
        choices.append(("continue", _("Continue"), session_told(newest), told))
    if sessions is not None and sessions.pledges:
        choices.append(("pledges", _(PLEDGES), _("what became of each"), None))
    if sessions is not None and sessions.due:
        from wshoes_tui.flow.retention_flow import due_told

        choices.append(("due", _("Due"), due_told(sessions.due[0]), None))
    if sessions is not None and sessions.programmes:
        count = many("{count} programme", "{count} programmes", sessions.programmes)
        told = _("how sessions add up")
        choices.append(("programme", _(PROGRAMME_HEAD), told, f"{told} · {count}"))
    for number, (name, title, text, screen) in enumerate(choices, 1):
        action = action_at("home", name)
        label = _(action.label) if action is not None else name
        yield ChoiceBlock(name, number, label, title, text, screen)


def _past_count(sessions: SessionsOverview | None, trouble: str) -> str:
    if sessions is None:
        return _("cannot be read now") if trouble else WAITING
    if not sessions.count:
        return _("nothing yet: your first session will stand here")
    return f"{count_sessions(sessions.count)} · {count_pledges(sessions.pledges)}"


def _deck_count(decks: DeckCounts | None) -> str:
    if decks is None:
        return WAITING
    count = many("{count} deck", "{count} decks", decks.sound)
    if decks.broken:
        count += " · " + many("{count} cannot be used", "{count} cannot be used", decks.broken)
    return count


def home_question() -> QuestionBlock:
    """Which one?"""
    return QuestionBlock(_("Which one? Type its number or its word. /leave ends."))


def session_told(session: SessionLine) -> str:
    """A session in one line: what, where it stands, who is next, when it was saved."""
    return ", ".join([title_or(session.title), *about_session(session)])


def deck_choices(decks: Iterable[Listed]) -> list[tuple[Listed, ...]]:
    """The decks to choose from, each with its translations; first the one in the reader's language.

    Their numbers are those of ``deck_blocks``.
    """
    return deck_families(decks, reader_tag())


def deck_blocks(
    families: Iterable[Sequence[Listed]], turned: Mapping[str, int] | None = None
) -> Iterator[DeckBlock]:
    """The decks to choose from, each of them once.

    Args:
        families: each deck with its translations.
        turned: how often another language of a deck was asked for, by ``row_key``.
    """
    for number, family in enumerate(families, 1):
        at = (turned or {}).get(row_key(family[0]), 0) % len(family)
        others = tuple(deck.language for deck in (*family[at + 1 :], *family[:at]))
        yield DeckBlock(family[at], number, others)


def row_key(deck: Listed) -> str:
    """What tells one row of a list of decks from all others: the same for all translations."""
    return str(deck.path) if deck.problem else deck.original


def others_told(block: DeckBlock) -> str:
    """In which other languages a deck is; empty where it is in one."""
    languages = one_line(", ".join(block.others))
    return _("also in {languages}", languages=languages) if languages else ""


def folder_told(folder: Path | None) -> str:
    """Where one's own decks are; empty where that is nowhere."""
    if folder is None:
        return ""
    return _("Your own decks are in: {folder}", folder=one_line(os.fspath(folder)))


def decks_question(purpose: Purpose, families: Sequence[Sequence[Listed]] = ()) -> QuestionBlock:
    """Which deck? In lines also how another language of one of them is chosen, if there is one."""
    typed, label = DECK_QUESTIONS[purpose]
    more = _("/look 1 tells more about one, /home goes back.")
    for block in deck_blocks(families):
        if block.others:
            example = f"{block.number} {one_line(block.others[0])}"
            more += " " + _("In another language: {example}", example=example) + "."
            break
    return QuestionBlock(f"{_(typed)} {more}", _(label))


def has_words(family: Iterable[Listed], text: str) -> bool:
    """Whether each word of a text stands in the title, summary, id or language of one of these."""
    words = text.casefold().split()
    return any(
        all(word in f"{deck.title} {deck.summary} {deck.id} {deck.language}".casefold()
            for word in words)
        for deck in family
    )  # fmt: skip


def sample_card(deck: Deck, number: int) -> Card | None:
    """A card of a deck, left to chance: another for each number, the same each time."""
    from random import Random

    if not deck.cards:
        return None
    return deck.cards[Random(f"{deck.id}{number}").randrange(len(deck.cards))]  # noqa: S311


def past_blocks(sessions: Iterable[SessionLine]) -> Iterator[SessionBlock]:
    """Every session, the one saved last first."""
    for number, session in enumerate(sessions, 1):
        yield SessionBlock(session, number)


def past_question(sessions: Sequence[SessionLine]) -> QuestionBlock:
    """Which session? Or that there is none."""
    if not sessions:
        told = _("No sessions yet. Esc, then Rehearse, begins one.")
        return QuestionBlock(
            _("There are no sessions yet. /home, then rehearse, begins one."), told
        )
    return QuestionBlock(
        _(
            "Type a number: an unfinished one goes on, a closed one is read. /erase 1 erases one "
            "for good. /home goes back."
        )
    )


def check_command(path: Path, width: int = 0) -> list[str]:
    """The command that tells all errors of a deck file, as it can be typed in a shell.

    Args:
        path: the file; its folder is named where the name of the file cannot be typed.
        width: the columns there are. A longer command is told in two, first to its folder.
    """
    here = _folder(Path.cwd)
    path = (here or Path()) / path
    while not str(path).isprintable() and path != path.parent:
        path = path.parent
    whole = f"{CHECK} {_typed(path, here)}"
    if not width or len(whole) <= width or path.parent == here:
        return [whole]
    return [f"cd {_typed(path.parent, here)}", f"{CHECK} {_quoted(_not_an_option(path.name))}"]


def _folder(find: Callable[[], Path]) -> Path | None:
    try:
        return find()
    except (OSError, RuntimeError):  # it was removed meanwhile, or there is none
        return None


def _typed(path: Path, here: Path | None) -> str:
    """The shortest way to write a path where the program was started."""
    ways = [_quoted(str(path))]
    if here is not None and path.is_relative_to(here):
        ways.append(_quoted(_not_an_option(str(path.relative_to(here)))))
    home = _folder(Path.home)
    if os.name != "nt" and home is not None and path.is_relative_to(home) and path != home:
        ways.append(f"~/{_quoted(str(path.relative_to(home)))}")
    return min(ways, key=len)


def _not_an_option(name: str) -> str:
    return f"./{name}" if name.startswith("-") else name


def _quoted(text: str) -> str:
    if os.name == "nt":
        from subprocess import list2cmdline

        return list2cmdline([text])
    if "'" in text and not re.search(r'["$`\\!]', text):
        return f'"{text}"'  # as people do it; the other way is hard to read and to type
    import shlex

    return shlex.quote(text)
