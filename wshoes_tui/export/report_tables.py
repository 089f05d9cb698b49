"""Tables of the report of a session: the coverage map, the path, the numbers before and after."""

from __future__ import annotations

from collections.abc import Iterator

from wshoes_tui.domain.models import Session
from wshoes_tui.domain.summary import FEW, Coverage, before_after, coverage
from wshoes_tui.domain.text import one_line
from wshoes_tui.export.redact import agenda_told
from wshoes_tui.export.report_blocks import (
    DataTable,
    ReportBlock,
    ShoesMap,
    Statement,
    Subheading,
    shoes_name,
)
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import (
    A_CARD,
    AFTER,
    BEFORE,
    BEFORE_AND_AFTER,
    CARD,
    HOW_IT_ENDED,
    PEOPLE,
    SHOES,
    SMALL_GROUP,
    THE_PATH,
    TURN,
    decimal,
    listed,
    turn_ended,
)


def map_blocks(session: Session) -> Iterator[ReportBlock]:
    """The coverage map, deck by deck: whose shoes, on what, and the gaps."""
    found = maps_of(session)
    if found and (told := agenda_told(session)):
        yield Statement(told)
    for one in found:
        if len(found) > 1:
            yield Subheading(one_line(one.found.deck.title))
        yield one


def maps_of(session: Session) -> list[ShoesMap]:
    """The map of each deck; none where nobody has stood in any shoes yet."""
    found = coverage(session)
    if not any(row.stood for one in found for row in one.rows):
        return []
    return [shoes_map(one, marked=len(found) > 1) for one in found]


def shoes_map(found: Coverage, *, marked: bool) -> ShoesMap:
    """A map with its sentences; ``marked``: names of shoes stand with their mark."""
    shoes = (row.shoes for row in found.rows)
    names = tuple(f"{one.name} ({one.mark})" if marked else one.name for one in shoes)
    worn = [name for name, row in zip(names, found.rows, strict=True) if row.stood]
    never = [name for name, row in zip(names, found.rows, strict=True) if not row.stood]
    themes = [theme.title for theme in found.untouched]
    stood = _("We stood in the shoes of {names}.", names=listed(worn)) if worn else ""
    gaps = []
    if never:
        told = listed(never, denied=True)
        gaps.append(_("Nobody has stood yet in the shoes of {names}.", names=told))
    if themes:
        gaps.append(_("Not talked about yet: {names}.", names=listed(themes)))
    if not gaps:
        gaps.append(_("We stood in all the shoes, and talked about every theme."))
    return ShoesMap(found, names, stood, tuple(gaps))


def turn_facts(session: Session) -> Iterator[tuple[str, str, str, str]]:
    """Number, card, shoes and end of each turn. Whose turn it was is not told."""
    for turn in session.turns:
        ended = turn_ended(turn.state, swapped=bool(turn.swap_of))
        card = one_line(session.card_of(turn).title) or _(A_CARD)
        yield str(turn.number), card, shoes_name(session, session.shoes_of(turn)), ended


def path_blocks(session: Session) -> Iterator[ReportBlock]:
    """The path, turn by turn."""
    rows = tuple(turn_facts(session))
    if rows:
        heads = (_(TURN), _(CARD), _(SHOES), _(HOW_IT_ENDED))
        yield DataTable(heads, rows, _(THE_PATH))


def number_blocks(session: Session) -> Iterator[ReportBlock]:
    """The middle of the numbers before and after, where enough people gave them."""
    found = before_after(session)
    if not found:
        return
    yield Statement(
        _(
            "How well do I understand what life is like in these shoes? "
            "From 0, not at all, to 10, very well."
        )
    )
    rows = tuple(
        (
            shoes_name(session, one.shoes),
            *(NO_NUMBER if n is None else decimal(n) for n in (one.before, one.after)),
            str(one.people),
        )
        for one in found
        if not one.few
    )
    if rows:
        heads = ("", _(BEFORE), _(AFTER), _(PEOPLE))
        yield DataTable(heads, rows, _(BEFORE_AND_AFTER), numbers=True)
        yield Statement(_(SMALL_GROUP))
    few = [shoes_name(session, one.shoes) for one in found if one.few]
    if few:
        yield Statement(
            _(
                "Fewer than {few} people gave a number both times for {names}. So few numbers "
                "say more about the people than about the shoes, so they are not shown.",
                few=FEW,
                names=listed(few),
            )
        )


NO_NUMBER = "·"
