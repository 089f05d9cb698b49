"""Command ``deck take``: a group's own card of a session becomes a card of a deck of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wshoes_tui.cli.console import format_day, write_line, write_paragraph
from wshoes_tui.cli.import_questions import asks
from wshoes_tui.cli.new_deck import UNCHANGED, refuse_json, rewrite_deck
from wshoes_tui.cli.options import GivenOptions
from wshoes_tui.cli.stored_sessions import load, sessions_of
from wshoes_tui.domain.text import one_line, safe
from wshoes_tui.errors import WshoesError
from wshoes_tui.locale import _

if TYPE_CHECKING:
    from wshoes_tui.domain.models import Session, WildCard


def take_cards(given: GivenOptions, reference: str, into: str) -> int:
    """Ask of each card that a group wrote whether it may go into a deck, and put it there.

    Words that were kept back in the review stay out; words put right for sharing count.

    Args:
        given: the options of the run.
        reference: the session.
        into: the id of a deck of one's own.

    Raises:
        WshoesError: there is no such session or deck, or the group wrote no card.
    """
    from wshoes_tui.decks.deck_editor import DeckEditor
    from wshoes_tui.decks.deck_template import id_from

    refuse_json(given)
    place = given.settings.data.decks / f"{into}.yaml"
    if not place.is_file():
        todo = _("Begin one: wshoes deck new --id {id}", id=one_line(into))
        raise WshoesError(
            _("There is no deck of your own with that id."), kept=_(UNCHANGED), todo=todo
        )
    with sessions_of(given) as store:
        session, _damage = load(store, reference)
    cards = [card for card in session.wild_cards if card.review != "keep"]
    if not cards:
        raise WshoesError(_("The group wrote no card of its own."), kept=_(UNCHANGED))
    editor = DeckEditor(place.read_text("utf-8"), place.name)
    taken = 0
    for card in cards:
        if not _may_be_taken(card):
            continue
        words = card.shared_text or card.text
        title = card.title or " ".join(words.split()[:5])
        slug = id_from(title) or "own-card"
        number = 1
        while editor.card(slug if number == 1 else f"{slug}-{number}") is not None:
            number += 1
        made = editor.add_card(slug if number == 1 else f"{slug}-{number}")
        editor.set_field(made, "title", one_line(title))
        editor.set_field(made, "text", safe(words))
        editor.set_field(made, "source", _source(session))
        taken += 1
    if taken:
        text, _deck = editor.checked()
        rewrite_deck(place, text)
    else:
        write_line(_(UNCHANGED))
    return 0


def _may_be_taken(card: WildCard) -> bool:
    """Whether those whose story it is have agreed; the card is shown first."""
    write_line()
    write_paragraph(card.title, "  ")
    write_paragraph(card.shared_text or card.text, "  ")
    return asks(_("Have those whose story it is agreed that others play it? yes or no"), "no")


def _source(session: Session) -> str:
    """Where a card is from: the day, and that it was agreed. No name, no programme, no place."""
    day = format_day(session.header.created)
    return _("A group's own card, {day}; those whose story it is agreed.", day=day)
