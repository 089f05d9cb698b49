"""Printable HTML of a deck: its cards and its shoes for A4, eight to a page or one to a page.

The cells of a page are rows of a table whose height is a least one: a long card makes its row
higher, and the page holds fewer, so no text is ever cut. Dashed rules are where to cut.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from wshoes_tui.domain.card_numbers import code_of
from wshoes_tui.domain.deck import OPEN_PROMPTS, Card, Deck, Shoes
from wshoes_tui.domain.text import one_line
from wshoes_tui.export.html_page import (
    colour_style,
    inline,
    language_attribute,
    mark,
    page,
    tint,
    words,
)
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import SHOES, TAKE_CARE, revision_told

Wording = Literal["text", "easy", "both"]
"""Which texts stand on a card: its own, the easy ones where it has them, or both."""

PAPER_STYLE = """
@page { size: A4; margin: 10mm }
html { background: var(--ground); color: var(--word);
  font: 9pt/1.3 Helvetica, Arial, "Liberation Sans", "Noto Sans", sans-serif }
body { margin: 0 auto; max-width: 190mm; overflow-wrap: anywhere }
h1 { font-size: 12pt; margin: 0 0 1mm }
h2, h3, p, ul, dl { margin: 0 }
small, .quiet { color: var(--quiet) }
.mark { color: var(--tint); white-space: nowrap }
@media screen { body { padding: 10mm } }
"""
"""What every page to print has."""

STYLE = (
    PAPER_STYLE
    + """
html { font-size: 7.7pt; line-height: 1.2 }
h1 small { font-weight: normal; margin-left: 4mm }
table { border-collapse: collapse; width: 100%; table-layout: fixed }
table + table { break-before: page }
tr { break-inside: avoid }
td { height: 66mm; padding: 2.5mm 3.5mm; box-sizing: border-box;
  border: 1px dashed var(--quiet); vertical-align: top }
h2 { font-size: 10.5pt; line-height: 1.15; margin-bottom: 1mm }
.code { float: right; font-size: 10.5pt; font-weight: bold; white-space: nowrap;
  margin-left: 3mm; border: 1px solid var(--word); border-radius: 1mm; padding: 0 1.5mm }
article p { margin-bottom: 1mm }
div.easy { border-left: 3px solid var(--thin); padding-left: 2mm; margin-bottom: 1mm }
ul.asked { list-style: none; padding: 0; margin: 1mm 0 }
ul.asked li { padding-left: 3mm; text-indent: -3mm }
ul.asked li::before { content: "\\2013\\2002" }
.eight .card.easy { font-size: 8.5pt }
article p.foot { margin: 0; font-size: 7.7pt }
.foot small { float: right }
.pair .letter { font-size: 26pt; line-height: 1; font-weight: bold; color: var(--tint) }
.pair h2 { border-bottom: 3px solid var(--tint); padding-bottom: 1mm }
.about { break-inside: avoid; padding-top: 4mm; font-size: 9pt }
.pair p { font-size: 10pt }
.one td { height: 262mm; padding: 8mm 10mm; font-size: 19pt; border-style: none }
.one .pair p { font-size: 20pt }
.one h2, .one .code { font-size: 24pt }
.one h2 { margin-bottom: 6mm }
.one article p, .one div.easy, .one ul.asked li { margin-bottom: 4mm }
.one article p.foot { font-size: 11pt }
.pair p.letter { font-size: 26pt }
.one .pair p.letter { font-size: 60pt }
"""
)
TO_CUT = N_("Cut along the dashed lines.")


def cards_page(deck: Deck, *, wording: Wording = "text", per_page: int = 8) -> str:
    """The page of all cards and shoes of a deck.

    Args:
        deck: the deck, whole.
        wording: which texts stand on a card.
        per_page: 8, or 1 for large letters.
    """
    cards = [_card(deck, card, wording) for card in deck.cards]
    shoes = [_pair(pair, wording) for pair in deck.shoes]
    kind, across = ("one", 1) if per_page == 1 else ("eight", 2)
    language = language_attribute(deck.language)
    cut = "" if per_page == 1 else f" <small>{inline(_(TO_CUT))}</small>"
    body = [
        f"<h1{language}>{inline(deck.title)}{cut}</h1>",
        f"<main{language}>",
        _table(cards, across, kind),
        _table(shoes, across, kind),
        "</main>",
        _about(deck),
    ]
    return page(deck.title, colour_style(dark=False) + STYLE, "\n".join(body), schemes="light")


def _table(cells: Iterable[str], across: int, kind: str) -> str:
    given, rows = list(cells), []
    given += [""] * (-len(given) % across)
    for first in range(0, len(given), across):
        cells_of_row = "".join(f"<td>{cell}</td>" for cell in given[first : first + across])
        rows.append(f"<tr>{cells_of_row}</tr>")
    return f'<table role="presentation" class="{kind}">\n' + "\n".join(rows) + "\n</table>"


def _card(deck: Deck, card: Card, wording: Wording) -> str:
    easy = wording == "easy"
    parts = [f'<p class="code">{inline(code_of(deck, card.id))}</p>']
    parts.append(f"<h2>{inline(card.easy_title if easy and card.easy_title else card.title)}</h2>")
    if card.tender == 2:
        parts.append(f"<p><strong>{inline(_(TAKE_CARE))}</strong></p>")
    asked, asked_easy = _asked(card, easy=False), _asked(card, easy=True)
    is_verse = card.kind == "poem"
    if wording == "both" and card.easy:
        parts.append(words(card.text, keep_breaks=is_verse))
        title = f"<p><b>{inline(card.easy_title)}</b></p>\n" if card.easy_title else ""
        questions = _questions([one for one in asked_easy if one not in asked])
        text = words(card.easy, keep_breaks=False)
        parts += [_questions(asked), f'<div class="easy">{title}{text}\n{questions}</div>']
    else:
        easy = easy and bool(card.easy)
        text = card.easy if easy else card.text
        parts.append(words(text, keep_breaks=is_verse and not easy))
        parts.append(_questions(asked_easy if wording == "easy" else asked))
    marks = " ".join(mark(pair) for pair in deck.suggested(card))
    edition = inline(revision_told(deck.revision))
    parts.append(f'<p class="foot"><small>{edition}</small>{inline(_(SHOES))}: {marks}</p>')
    shown = "\n".join(parts)
    return f'<article class="card {wording}">{shown}</article>'


def _asked(card: Card, *, easy: bool) -> list[str]:
    """The questions of a card; those that every card has are in the language in use."""
    chosen = [one.easy if easy and one.easy else one.text for one in card.prompts or OPEN_PROMPTS]
    return chosen if card.prompts else [_(one) for one in chosen]


def _questions(asked: Iterable[str]) -> str:
    items = "\n".join(f"<li>{inline(one)}</li>" for one in asked)
    return f'<ul class="asked">\n{items}\n</ul>' if items else ""


def _pair(pair: Shoes, wording: Wording) -> str:
    texts = words(pair.easy if wording == "easy" and pair.easy else pair.you_are)
    if wording == "both" and pair.easy:
        texts += f'\n<div class="easy">{words(pair.easy)}</div>'
    kind = f"pair {tint(pair)}".strip()
    letter = f'<p class="letter">{inline(pair.mark)}</p>'
    return f'<article class="{kind}">{letter}\n<h2>{inline(pair.name)}</h2>\n{texts}</article>'


def _about(deck: Deck) -> str:
    """What the deck is, what to know before it is played, and whose work it is."""
    credit = (
        revision_told(deck.revision),
        ", ".join((*deck.authors, *deck.co_produced_with)),
        deck.licence,
    )
    told = (deck.summary, deck.content_note, ", ".join(filter(None, map(one_line, credit))))
    lines = "\n".join(f"<p>{inline(one)}</p>" for one in told if one.strip())
    marks = "\n".join(f"<li>{mark(pair)} {inline(pair.name)}</li>" for pair in deck.shoes)
    return (
        f'<footer class="about"{language_attribute(deck.language)}>\n'
        f"<h2>{inline(deck.title)}</h2>\n{lines}\n"
        f"<h3>{inline(_(SHOES))}</h3>\n<ul>\n{marks}\n</ul>\n</footer>"
    )
