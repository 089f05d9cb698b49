"""Printable HTML forms for an evening on paper: consent sheet, writing slips, pledge slips.

What is ticked and written on them is what ``wshoes enter`` asks for, in the same order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wshoes_tui.export.html_page import colour_style, inline, page
from wshoes_tui.export.print_pages import PAPER_STYLE, TO_CUT
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import BY_WHEN, DAY, SHOES, WHO_HEAD

STYLE = (
    PAPER_STYLE
    + """
html { font-size: 11pt; line-height: 1.4 }
h1 { font-size: 20pt; margin-bottom: 5mm }
h2 { font-size: 13pt; margin: 6mm 0 2mm }
ul { padding-left: 6mm }
ul.kept { margin-bottom: 8mm }
ul.kept li { margin-bottom: 3mm; font-size: 15pt }
ul.ticks { list-style: none; padding: 0 }
ul.ticks li { margin-bottom: 2.5mm }
ul.ticks.row li { display: inline-block; margin: 0 6mm 1mm 0 }
.box { display: inline-block; width: 3.6mm; height: 3.6mm; border: 1.2px solid var(--word);
  margin-right: 2mm; vertical-align: -0.4mm }
.line { border-bottom: 1px solid var(--quiet); height: 8mm }
.fields { display: flex; gap: 6mm }
.field { flex: 1; display: flex; align-items: flex-end; gap: 2mm; margin-bottom: 1mm }
.field .line { flex: 1; min-width: 15mm; height: 7mm }
section.slip { border-top: 1px dashed var(--quiet); padding: 3mm 0 2mm; break-inside: avoid }
section.slip h2 { font-size: 11pt; margin: 0 0 1mm }
"""
)
SLIPS_ON_A_PAGE, PLEDGES_ON_A_PAGE = 4, 3
LINES_OF_A_SLIP = 4
CARD_NUMBER = N_("Number of the card")
WHAT_IS_KEPT = N_("What is kept, and who sees it")
A_SLIP = N_("What I say in these shoes")
A_PLEDGE = N_("What I will do, or we will")
TICKS_OF_CONSENT = (
    N_("This was read out."),
    N_("Everybody agrees. No names are needed."),
)
TICKS_OF_SLIPS = (
    N_("After they were typed up, the slips are given back."),
    N_("After they were typed up, the slips are destroyed."),
)
TICKS_OF_A_SLIP = (
    N_("With the shoes only, without my name"),
    N_("Not passed on"),
    N_("With my name:"),
)
SCOPES = (N_("me"), N_("us"), N_("we ask others"))
HORIZONS = (N_("we do it now"), N_("we plan it"), N_("others must help"))


def consent_page(sentences: Sequence[str]) -> str:
    """The consent sheet, to be read out and left on the table.

    Args:
        sentences: what is kept, for how long and who sees it, a sentence a line.
    """
    kept = "\n".join(f"<li>{inline(sentence)}</li>" for sentence in sentences)
    body = (
        f"<main>\n<h1>{inline(_(WHAT_IS_KEPT))}</h1>",
        f'<ul class="kept">\n{kept}\n</ul>',
        _ticks(TICKS_OF_CONSENT),
        _ticks(TICKS_OF_SLIPS),
        _fields(_(DAY), _("Place or table")),
        "</main>",
    )
    return _form(_(WHAT_IS_KEPT), body)


def slips_page() -> str:
    """Writing slips for one page: card, shoes, the words, and who may see them."""
    lines = '<div class="line"></div>' * LINES_OF_A_SLIP
    slip = "\n".join(
        (
            '<section class="slip">',
            f"<h2>{inline(_(A_SLIP))}</h2>",
            _fields(_(CARD_NUMBER), _(SHOES)),
            lines,
            _ticks(TICKS_OF_A_SLIP, row=True),
            "</section>",
        )
    )
    return _form(_("Slips to write on"), _cut([slip] * SLIPS_ON_A_PAGE))


def pledges_page() -> str:
    """Pledge slips for one page: when or if, what, who, by when, whom it needs."""
    slip = "\n".join(
        (
            '<section class="slip">',
            f"<h2>{inline(_(A_PLEDGE))}</h2>",
            _field(_("When, or if")),
            _field(_("I will, or we will")),
            '<div class="line"></div>',
            _fields(_(WHO_HEAD), _(BY_WHEN)),
            _ticks(SCOPES, row=True),
            _ticks(HORIZONS, row=True),
            _field(_(CARD_NUMBER)),
            "</section>",
        )
    )
    return _form(_("Pledges to write down"), _cut([slip] * PLEDGES_ON_A_PAGE))


def _cut(slips: Sequence[str]) -> Iterable[str]:
    return (f"<main>\n<p><small>{inline(_(TO_CUT))}</small></p>", *slips, "</main>")


def _form(title: str, body: Iterable[str]) -> str:
    return page(title, colour_style(dark=False) + STYLE, "\n".join(body), schemes="light")


def _ticks(texts: Iterable[str], *, row: bool = False) -> str:
    kind = "ticks row" if row else "ticks"
    items = "\n".join(f'<li><span class="box"></span>{inline(_(text))}</li>' for text in texts)
    return f'<ul class="{kind}">\n{items}\n</ul>'


def _field(label: str) -> str:
    return f'<div class="field"><span>{inline(label)}</span><div class="line"></div></div>'


def _fields(*labels: str) -> str:
    """Fields beside each other."""
    return f'<div class="fields">{"".join(map(_field, labels))}</div>'
