"""Sample exports in every language, for ``.ci/exports`` and for people who look at them.

``python -m tests.export.samples FOLDER`` writes pages, posters, documents and tables of four
sessions, and beside each page, poster and document the words that it must show: ``NAME.words``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextvars import copy_context
from datetime import date
from pathlib import Path

from tests.build import Play
from tests.export.html_reader import read
from tests.export.played import a_session
from wshoes_tui.decks.deck_library import DeckLibrary
from wshoes_tui.domain import commands as c
from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.handlers.review_handler import is_shareable
from wshoes_tui.domain.models import Session
from wshoes_tui.export.export_files import write_export
from wshoes_tui.export.formats import FORMATS
from wshoes_tui.export.print_pages import cards_page
from wshoes_tui.export.report_blocks import paragraphs_of
from wshoes_tui.locale import LANGUAGES, language_in_use, speak_to

SAID = (
    "I want my own bed, and I want somebody to ask me what I need before I go.",
    "I have three more to discharge before the shift ends, and no porter until five.",
    "If I ring once more they will think I am the difficult daughter.\nSo I don't ring.",
    "Dw i eisiau mynd adref, i'r tŷ wrth yr afon. El café está frío.",
)
BULBS = (
    ("I thought she was being difficult.", "She was afraid to go home to a cold house."),
    ("A key safe was a detail.", "Without it nobody can get in on Friday night."),
    ("", "Asking takes two minutes."),
)
PLEDGES = (
    ("When I plan a discharge I will ring the friend next door.", "Tom", date(2026, 12, 4), "now"),
    ("We will keep three key safes on the ward.", "Joe", date(2027, 1, 15), "plan"),
    ("We ask what six o'clock visits would cost.", "", None, "others"),
)


def an_evening(decks: tuple[Deck, ...], turns: int, bulbs: int, pledges: int) -> Session:
    """A closed session of six people; lightbulbs are spread over its turns."""
    play = Play.ready(
        "Asha/lived, Tom/service, Bea, Joe, Rose, Maya", *decks, planned_turns=turns + 9
    )
    first = decks[0]
    play.do(c.Consent(), c.Rate(first.id, first.shoes[0].id, (2, 3, 3, 4, 5, 6), "before"))
    play.do(c.Begin())
    lit = 0
    for number in range(turns):
        play.do(c.Say(SAID[number % len(SAID)]))
        while lit * turns < bulbs * (number + 1):
            used_to_think, now_see = BULBS[lit % len(BULBS)]
            play.do(c.AddLightbulb(now_see, used_to_think, play.last.id))
            lit += 1
        if number == 2:
            play.do(c.Swap(), c.Say("From here I only see the list of beds."))
        play.do(c.Next())
    for number in range(pledges):
        text, owner, by_when, horizon = PLEDGES[number % len(PLEDGES)]
        play.do(c.AddPledge(text, owner, by_when, horizon))
    play.do(c.ParkTopic("Who pays for the taxi?"), c.GoToClosing())
    play.do(c.Rate(first.id, first.shoes[0].id, (4, 5, 5, 6, 7, 8), "after"))
    play.do(c.GiveFeedback("checkout", "Tired, and glad I came."))
    return play.do(c.Close(anyway=True))


def samples() -> Iterator[tuple[str, Session]]:
    """Sessions by their names: short, usual, long, and on all the shipped decks together."""
    folder = Path(__file__).parents[2] / "decks"
    library = DeckLibrary([("shipped", folder)])
    decks = tuple(library.open(path.stem) for path in _originals(folder))
    usual = (library.open("home-from-hospital"),)
    yield "short", a_session()
    yield "usual", an_evening(usual, 12, 3, 4)
    yield "long", an_evening(usual, 24, 60, 40)
    yield "mixed", an_evening(decks, 16, 12, 12)


def _originals(folder: Path) -> list[Path]:
    """The deck files that are no translation of another."""
    return sorted(path for path in folder.glob("*.yaml") if "." not in path.stem)


def words_of(session: Session, name: str, content: str | bytes) -> list[str]:
    """The lines that an export must show: of a poster its own, else all that was said."""
    if name == "poster":
        poster = read(str(content))
        texts = [one.text for one in (*poster.all("h1", "h2"), *poster.all("li"))]
    else:
        texts = [said.text for said in session.responses if is_shareable(said, unreviewed=True)]
        texts += [pledge.text for pledge in session.pledges]
    return [line for text in texts for lines in paragraphs_of(text) for line in lines]


def main(folder: Path) -> None:
    """Write all samples to a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, session in samples():
        for form in (FORMATS[one] for one in ("html", "poster", "docx", "csv")):
            content = form.render(session, everything=True)
            path = folder / f"{name}-{language_in_use()}{form.suffix or '-csv'}"
            write_export(path, content)
            if isinstance(content, str | bytes):
                lines = words_of(session, form.name, content)
                path.with_name(f"{path.name}.words").write_text(
                    "".join(f"{line}\n" for line in lines), "utf-8"
                )


def cards_to_print(folder: Path) -> None:
    """Write the cards of every shipped deck and translation, and beside each page their titles."""
    library = DeckLibrary([("shipped", Path(__file__).parents[2] / "decks")])
    for listed in library.listing():
        deck = library.open(str(listed.path))
        path = folder / f"cards-{Path(listed.path).stem}.html"
        write_export(path, cards_page(deck))
        titles = "".join(f"{card.title}\n" for card in deck.cards)
        path.with_name(f"{path.name}.words").write_text(titles, "utf-8")


if __name__ == "__main__":
    for tag in LANGUAGES:
        context = copy_context()
        context.run(speak_to, tag)
        context.run(main, Path(sys.argv[1]))
    cards_to_print(Path(sys.argv[1]))
