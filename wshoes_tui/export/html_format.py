"""HTML format: the report of a session as one page for a browser and for A4.

Landmarks, headings in order, tables with scope, both colour schemes; no meaning in colour alone,
and readable without its style. See ``html_page`` for what keeps people's words from acting.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import tzinfo
from itertools import groupby

from wshoes_tui.domain.models import Session
from wshoes_tui.domain.summary import CoverageRow
from wshoes_tui.export.export_progress import counted
from wshoes_tui.export.html_page import (
    colour_style,
    inline,
    language_attribute,
    mark,
    page,
    tint,
    words,
)
from wshoes_tui.export.report import report_of
from wshoes_tui.export.report_blocks import (
    DataTable,
    Passage,
    Points,
    Promises,
    Quotation,
    ReportBlock,
    ReportSection,
    SessionReport,
    ShoesMap,
    SideBySide,
    Statement,
    Subheading,
)
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import CAUSE, NOBODY_YET, NOT_YET, SHOES

STYLE = """
html { background: var(--ground); color: var(--word);
  font: 1.0625rem/1.5 system-ui, "Segoe UI", Helvetica, Arial, sans-serif }
body { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; overflow-wrap: break-word }
h1, h2, h3, h4 { line-height: 1.25; margin: 1.5em 0 .5em; text-wrap: balance }
h1 { font-size: 2.25rem; margin-top: .5em }
h2 { font-size: 1.5rem; margin-top: 2.5em; padding-top: .75em; border-top: 1px solid var(--thin) }
h3 { font-size: 1.1875rem }
h4, .facts, .who, .note, cite, .lead, .legend, .cause { font-size: 1rem }
.facts, .who, .note, cite, .lead, .legend, .cause, nav, td.none, small { color: var(--quiet) }
a { color: inherit }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem }
.mark { color: var(--tint); white-space: nowrap }
.shoes { margin: 1.5em 0 .5em; font-weight: bold }
blockquote { margin: .75em 0; padding: .125rem 0 .125rem 1rem; border-left: 4px solid var(--tint) }
blockquote p { margin: .375em 0 }
li { margin: .75em 0 }
li p { margin: 0 }
li p + p { margin-top: .25em }
cite { font-style: normal; display: block }
.bulb p.now { font-weight: bold }
.bulb p.now .lead { font-weight: normal }
.sides { display: grid; gap: 0 2rem }
@media (min-width: 40rem), print { .sides { grid-template-columns: 1fr 1fr } }
.sides h4 { border-top: 4px solid var(--tint); padding-top: .5em }
.wide { overflow-x: auto }
table { border-collapse: collapse; width: 100%; font-size: 1rem }
caption { text-align: left; color: var(--quiet); padding-bottom: .5em }
th, td { text-align: left; vertical-align: top; padding: .375rem .5rem;
  border-bottom: 1px solid var(--thin) }
thead th { vertical-align: bottom }
th[scope=row] { font-weight: normal }
.map th[scope=row] { min-width: 9rem }
.map tbody + tbody tr:first-child > * { border-top: 3px solid var(--thin) }
.map td, .map thead th + th, .numbers td, .numbers th + th { text-align: center }
.hit b { display: inline-block; min-width: 1.25em; padding: 0 .25em; border: 3px solid var(--tint);
  border-radius: 1em; color: var(--tint) }
.gap i { display: inline-block; padding: 0 .375em; border: 1px solid var(--quiet);
  border-radius: 1em; font-style: normal; font-size: .8125rem; white-space: nowrap }
.map td, .map tbody th { vertical-align: middle }
.map th { font-size: .9375rem; padding-left: .25rem; padding-right: .25rem }
table:not(.map) caption { /* the heading says it, too */
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
small { display: block }
@page { size: A4; margin: 18mm 16mm }
@media print {
  html { font-size: 10.5pt }
  body { max-width: none; padding: 0 }
  nav { display: none }
  .wide { overflow: visible }
  h1, h2, h3, h4, .shoes { break-after: avoid }
  thead { break-after: avoid }
  blockquote, tr, li, .legend { break-inside: avoid }
  p { orphans: 3; widows: 3 }
}
"""
LEGEND = N_(
    "A number says how often somebody stood there. “Not yet” is a gap. "
    "A dash: there is no card for it."
)


def to_html(session: Session, *, zone: tzinfo | None = None) -> str:
    """The page of a session, closed or not; ``zone`` None is the time zone of this machine."""
    return page_of(report_of(session, zone=zone))


def page_of(report: SessionReport) -> str:
    """The page of a report, whose last section stands at its foot."""
    *told, about = report.picture_first
    body = [_top(report), _contents(report.picture_first), "<main>"]
    body += (_section(report, section) for section in told)
    body += ["</main>", "<footer>", _section(report, about), "</footer>"]
    return page(report.title, colour_style() + STYLE, "\n".join(body))


def _top(report: SessionReport) -> str:
    facts = " · ".join(map(inline, report.facts))
    notes = "".join(f"\n<p>{inline(note)}</p>" for note in report.notes)
    if report.warning:
        notes += f"\n<p><strong>{inline(report.warning)}</strong></p>"
    heading = f"<h1{language_attribute(report.language)}>{inline(report.title)}</h1>"
    return f'<header>\n{heading}\n<p class="facts">{facts}</p>{notes}\n</header>'


def _contents(sections: Iterable[ReportSection]) -> str:
    links = "\n".join(f'<li><a href="#{one.name}">{inline(one.title)}</a></li>' for one in sections)
    label = _("On this page")
    return f'<nav aria-label="{inline(label)}">\n<ul>\n{links}\n</ul>\n</nav>'


def _section(report: SessionReport, section: ReportSection) -> str:
    name = section.name
    inside = "\n".join(_rendered(report, section.blocks))
    heading = f'<h2 id="{name}-heading">{inline(section.title)}</h2>'
    opened = f'<section id="{name}" aria-labelledby="{name}-heading">'
    return f"{opened}\n{heading}\n{inside}\n</section>"


def _rendered(report: SessionReport, blocks: Iterable[ReportBlock]) -> Iterator[str]:
    for block in counted(blocks):
        match block:
            case Subheading():
                yield f"<h{block.level}>{inline(block.text)}</h{block.level}>"
            case Statement(text, None):
                yield f"<p>{inline(text)}</p>"
            case Statement(text, shoes) if shoes:
                yield f'<p class="shoes">{mark(shoes)} {inline(text)}</p>'
            case Passage():
                text = words(block.text, keep_breaks=block.keep_breaks)
                yield f'<div dir="auto"{language_attribute(block.language)}>{text}</div>'
            case Quotation():
                yield _quotation(report, block)
            case Promises():
                yield from _promises(report, block)
            case Points():
                yield _list(report, (words(text) for text in block.items))
            case DataTable():
                yield _table(block)
            case ShoesMap():
                yield from _map(block)
            case SideBySide():
                yield _sides(report, block)


def _quotation(report: SessionReport, quotation: Quotation) -> str:
    said = [words(text, lead_in=lead_in) for lead_in, text in quotation.parts]
    is_bulb = any(lead_in for lead_in, _text in quotation.parts)
    if is_bulb:
        said[-1] = said[-1].replace("<p>", '<p class="now">')
    if quotation.cause:
        lead_in = inline(_(CAUSE))
        cause = "<br>\n".join(inline(line) for line in quotation.cause.split("\n") if line.strip())
        said.insert(0, f'<p class="cause">{lead_in} <q>{cause}</q></p>')
    by = f"\n<cite>\N{EM DASH} {inline(quotation.by)}</cite>" if quotation.by else ""
    kind = " ".join(filter(None, ("bulb" if is_bulb else "", tint(quotation.shoes))))
    opened = f'<blockquote class="{kind}" dir="auto"{language_attribute(report.language)}>'
    return "\n".join((opened, *said)) + f"{by}\n</blockquote>"


def _promises(report: SessionReport, promises: Promises) -> Iterator[str]:
    for horizon, some in promises.by_horizon():
        yield f"<h3>{inline(horizon)}</h3>"
        yield _list(
            report,
            (
                "\n".join(
                    (
                        words(one.text),
                        f'<p class="who">{inline(one.who)}</p>',
                        *(f'<p class="note">{inline(note)}</p>' for note in one.notes),
                    )
                )
                for one in some.items
            ),
        )


def _list(report: SessionReport, items: Iterable[str]) -> str:
    language = language_attribute(report.language)
    return "\n".join(("<ul>", *(f'<li dir="auto"{language}>{one}</li>' for one in items), "</ul>"))


def _sides(report: SessionReport, sides: SideBySide) -> str:
    columns = (
        "\n".join(
            (
                f'<div class="side">\n<h4 class="{_tint_of(blocks)}">{inline(heading)}</h4>',
                *_rendered(report, blocks),
                "</div>",
            )
        )
        for heading, blocks in sides.columns
    )
    return "\n".join(('<div class="sides">', *columns, "</div>"))


def _tint_of(blocks: Iterable[ReportBlock]) -> str:
    """The colour of a side, which is that of the shoes in which it was answered first."""
    return next((tint(one.shoes) for one in blocks if isinstance(one, Statement)), "")


def _table(table: DataTable) -> str:
    heads = "".join(f'<th scope="col">{inline(head)}</th>' for head in table.heads)
    rows = "\n".join(
        f'<tr><th scope="row">{inline(row[0])}</th>'
        + "".join(f"<td>{inline(cell)}</td>" for cell in row[1:])
        + "</tr>"
        for row in table.rows
    )
    kind = "numbers" if table.numbers else "texts"
    return _wide(table.caption, kind, heads, f"<tbody>\n{rows}\n</tbody>")


def _map(one: ShoesMap) -> Iterator[str]:
    """The map with every pair of shoes and every theme; each side has a body of its own."""
    if one.stood:
        yield f"<p>{inline(one.stood)}</p>"
    yield from (f"<p><strong>{inline(gap)}</strong></p>" for gap in one.gaps)
    if not one.found.themes:
        return
    themes = "".join(f'<th scope="col">{inline(t.title)}</th>' for t in one.found.themes)
    named = zip(one.names, one.found.rows, strict=True)
    bodies = "\n".join(
        f"<tbody>\n{''.join(_map_row(name, row) for name, row in side)}</tbody>"
        for _side, side in groupby(named, key=lambda pair: pair[1].shoes.side)
    )
    heads = f'<th scope="col">{inline(_(SHOES))}</th>{themes}'
    yield _wide(one.found.deck.title, "map", heads, bodies)
    yield f'<p class="legend">{inline(_(LEGEND))}</p>'


def _map_row(name: str, row: CoverageRow) -> str:
    shoes = row.shoes
    nobody = "" if row.stood else f" <small>{inline(_(NOBODY_YET))}</small>"
    cells = []
    for times, offered in zip(row.times, row.offered, strict=True):
        if times:
            cells.append(f'<td class="hit {tint(shoes)}"><b>{times}</b></td>')
        elif offered:
            cells.append(f'<td class="gap"><i>{inline(_(NOT_YET))}</i></td>')
        else:
            cells.append('<td class="none">\N{EN DASH}</td>')
    return f'<tr><th scope="row">{mark(shoes)} {inline(name)}{nobody}</th>{"".join(cells)}</tr>\n'


def _wide(caption: str, kind: str, heads: str, bodies: str) -> str:
    """A table in a region of its own, which narrow screens and keys can scroll."""
    label = inline(caption)
    return (
        f'<div class="wide" role="region" aria-label="{label}" tabindex="0">\n'
        f'<table class="{kind}">\n'
        f"<caption>{label}</caption>\n<thead>\n<tr>{heads}</tr>\n</thead>\n{bodies}\n</table>\n</div>"
    )
