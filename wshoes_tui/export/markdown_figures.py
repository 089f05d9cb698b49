"""The figures of a session's page: small tables, and what they say in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wshoes_tui.domain.models import Session
from wshoes_tui.domain.summary import FEW, Coverage, CoverageRow, before_after, coverage
from wshoes_tui.export.markdown_escape import inline
from wshoes_tui.export.markdown_words import all_of, none_of, shoes_name
from wshoes_tui.locale import _

NEVER = "·"


def coverage_map(session: Session) -> Iterator[str]:
    """Whose shoes, on what, deck by deck: first what there is, as a table, then the gaps."""
    found = coverage(session)
    if not any(row.stood for one in found for row in one.rows):
        return
    yield f"## {_('Whose shoes, on what')}"
    for one in found:
        if len(found) > 1:
            yield f"### {inline(one.deck.title)}"
        yield from _of_deck(session, one)


def _of_deck(session: Session, found: Coverage) -> Iterator[str]:
    worn = [row for row in found.rows if row.stood]
    met = [n for n, touched in enumerate(found.touched) if touched]
    if worn:
        names = [shoes_name(session, row.shoes) for row in worn]
        yield _("We stood in the shoes of {names}.", names=all_of(names))
    if met:
        titles = [inline(found.themes[n].title) for n in met]
        rows = [
            [shoes_name(session, row.shoes), *(_times(row, n) for n in met)]
            for row in worn
            if any(row.times)  # an own card is on no theme
        ]
        yield _("How often, theme by theme:")
        yield table(["", *titles], rows)
    yield from _gaps(
        [shoes_name(session, shoes) for shoes in found.never],
        [inline(theme.title) for theme in found.untouched],
    )


def _times(row: CoverageRow, theme: int) -> str:
    if row.times[theme]:
        return str(row.times[theme])
    return NEVER if row.offered[theme] else ""


def _gaps(shoes: Sequence[str], themes: Sequence[str]) -> Iterator[str]:
    if shoes:
        yield _("Nobody has stood yet in the shoes of {names}.", names=none_of(shoes))
    if themes:
        yield _("Not talked about yet: {names}.", names=all_of(themes))
    if not shoes and not themes:
        yield _("We stood in all the shoes, and talked about every theme.")


def before_and_after(session: Session) -> Iterator[str]:
    """The middle of the numbers before and after, where enough people gave them."""
    found = before_after(session)
    if not found:
        return
    yield f"## {_('Before and after')}"
    yield _(
        "How well do I understand what life is like in these shoes? "
        "From 0, not at all, to 10, very well."
    )
    enough = [one for one in found if not one.few]
    if enough:
        rows = [
            [
                shoes_name(session, one.shoes),
                _number(one.before),
                _number(one.after),
                str(one.people),
            ]
            for one in enough
        ]
        yield table(["", _("before"), _("after"), _("people")], rows)
        yield _(
            "These are the middle numbers of a small group on one day: "
            "a reason to talk, not a measurement."
        )
    few = [shoes_name(session, one.shoes) for one in found if one.few]
    if few:
        yield _(
            "Fewer than {few} people gave a number both times for {names}. So few numbers "
            "say more about the people than about the shoes, so they are not shown.",
            few=FEW,
            names=all_of(few),
        )


def _number(value: float | None) -> str:
    return NEVER if value is None else f"{value:g}"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table whose columns also line up in plain text; all cells are escaped already."""
    widths = [max(3, *map(len, column)) for column in zip(heads, *rows, strict=True)]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    body = [
        [row[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True))]
        for row in (heads, rule, *rows)
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in body)
