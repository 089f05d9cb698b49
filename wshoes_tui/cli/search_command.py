"""Command ``search``: everything said that holds some words, with its card and shoes."""

from __future__ import annotations

from collections.abc import Sequence

from wshoes_tui.cli.console import write_error, write_json, write_line, write_paragraph
from wshoes_tui.cli.options import GivenOptions, UsageError
from wshoes_tui.cli.stored_sessions import SHORT, sessions_of
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.word_fold import FoundWords
from wshoes_tui.flow import search_flow
from wshoes_tui.limits import MOST_FOUND
from wshoes_tui.locale import _
from wshoes_tui.sessions import programmes


def search(given: GivenOptions, words: Sequence[str], programme: str | None = None) -> int:
    """Write what was found, the newest sessions first; as JSON all of it.

    An argument with a blank in it is looked for as it stands, others in any order.

    Raises:
        UsageError: there is nothing to search for.
        NotFoundError: there is no such programme.
        StoreError: the sessions cannot be read.
    """
    wanted = " ".join(f'"{word}"' if " " in word.strip() else word for word in words)
    if not programmes.is_searchable(wanted):
        raise UsageError(
            _("There is nothing to search for."), todo=_("For instance: wshoes search bus")
        )
    with sessions_of(given) as store:
        line = None
        if programme is not None:
            line = programmes.find_programme(programmes.list_programmes(store), programme)
        result = programmes.search(store, wanted, None if given.json else MOST_FOUND, line)
    if given.json:
        write_json([_as_data(one) for one in result.found])
    else:
        for one, block in zip(result.found, search_flow.found_blocks(wanted, result), strict=True):
            shoes = [f"[{block.shoes.mark}] {block.shoes.name}"] if block.shoes else []
            where = (one.session[:SHORT], *block.where, *shoes)
            write_paragraph(", ".join(map(one_line, where)))
            write_paragraph(block.text, "  ")
        write_line(search_flow.result_told(result))
    if not result.whole:
        write_error(_("A part of the sessions is damaged and was not searched. See: wshoes doctor"))
    return 0 if result.whole else 1


def _as_data(one: FoundWords) -> dict[str, object]:
    return {
        "kind": one.kind,
        "id": one.id,
        "session": one.session,
        "title": one.title,
        "created": one.created,
        "place": one.place,
        "turn": one.turn or None,
        "card": one.card or None,
        "shoes": one.shoes.id if one.shoes else None,
        "shoes_name": one.shoes.name if one.shoes else None,
        "text": one.text,
        "withheld": one.withheld,
        "damaged": one.damaged,
    }
