"""The rules of a deck: from a tree to a ``Deck``, or to all that is wrong with it."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

from wshoes_tui.decks.cards import Known, read_cards
from wshoes_tui.decks.fields import Fields
from wshoes_tui.decks.nodes import Entry, MapNode, Node, TextNode
from wshoes_tui.decks.problems import Report, quoted
from wshoes_tui.decks.reading import Tree, parse_tree, read_tree
from wshoes_tui.decks.source import clean
from wshoes_tui.decks.wearing import read_shoes
from wshoes_tui.domain.deck import Deck, Theme

FORMAT = 1
"""The version of the format that this program reads."""

LONGEST_MINUTES = 240
LAST_REVISION = 999_999

DECK_KEYS = {
    "wshoes": "1",
    "id": "home-from-hospital",
    "title": "Home from hospital",
    "revision": "1",
    "language": "en-GB",
    "translation_of": "home-from-hospital",
    "summary": "Leaving hospital, seen by everyone it touches.",
    "audience": "Ward teams, families, people who have been in hospital.",
    "minutes": "8",
    "licence": "CC-BY-4.0",
    "authors": "[Asha, Tom]",
    "co_produced_with": "[The Tuesday group]",
    "reviewed": "2026-03-31",
    "content_note": "Mentions falls and loneliness.",
    "themes": "{information: Information and advice}",
    "shoes": "(a list, each with id, name, mark, colour, side and you_are)",
    "cards": "(a list, each with id, kind, title and text)",
}
THEME_KEYS = {"title": "Independence", "framework": "making-it-real-2018/workforce"}

_FRAMEWORK = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LANGUAGE = re.compile(
    r"(?P<language>[a-z]{2,3})(?P<script>-[a-z]{4})?(?P<region>-(?:[a-z]{2}|[0-9]{3}))?"
    r"(?P<rest>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*"
    r"(?:-x(?:-[a-z0-9]{1,8})+)?)",
    re.IGNORECASE,
)


def load_deck(path: str | os.PathLike[str]) -> Deck:
    """The deck in a file.

    Raises:
        DeckErrors: everything that is wrong with it, in the order of its lines.
    """
    report = Report(os.fspath(path))
    return _finished(read_tree(Path(path), report), report)


def parse_deck(text: str, file: str) -> Deck:
    """The deck in a text; ``file`` is what messages call it.

    Raises:
        DeckErrors: everything that is wrong with it, in the order of its lines.
    """
    report = Report(file)
    return _finished(parse_tree(clean(text, report), report), report)


def parse_head(text: str, file: str) -> Deck:
    """The deck without its cards, from the text up to and with the line ``cards:``.

    Raises:
        DeckErrors: everything that is wrong with the head.
    """
    report = Report(file)
    tree = parse_tree(text, report)
    deck = _deck(tree, report, with_cards=False)
    report.close()
    return deck


def _finished(tree: Tree, report: Report) -> Deck:
    if tree.root is None:
        report.close()
    deck = _deck(tree, report, with_cards=True)
    report.close()
    return deck


def _deck(tree: Tree, report: Report, *, with_cards: bool) -> Deck:
    root = tree.root
    if not isinstance(root, MapNode):
        report.stop(
            root.line if root else 1,
            "This is not a deck",
            'A deck begins with the line "wshoes: 1", then id, title, shoes and cards.',
        )
    _refuse_newer(root, report)
    fields = Fields(root, "the deck", DECK_KEYS, report)
    fields.number("wshoes", low=FORMAT, high=FORMAT, default=FORMAT, required=True)
    themes = _themes(fields)
    shoes = read_shoes(fields)
    known = Known(shoes, _theme_keys(fields, themes))
    return Deck(
        id=fields.slug("id", required=True),
        title=fields.text("title", required=True),
        revision=fields.number("revision", low=1, high=LAST_REVISION, default=1, required=True),
        language=_language(fields),
        themes=themes,
        shoes=shoes or (),
        cards=read_cards(fields, known, whole=tree.whole) if with_cards else (),
        summary=fields.text("summary"),
        audience=fields.text("audience"),
        minutes=fields.number("minutes", low=1, high=LONGEST_MINUTES, default=8),
        licence=fields.text("licence"),
        authors=fields.texts("authors"),
        co_produced_with=fields.texts("co_produced_with"),
        reviewed=_reviewed(fields),
        content_note=fields.text("content_note"),
        translation_of=fields.slug("translation_of"),
    )


def _refuse_newer(root: MapNode, report: Report) -> None:
    entry = root.entries.get("wshoes")
    if entry is None or not isinstance(entry.value, TextNode):
        return
    version = entry.value.text.strip()
    if re.fullmatch("[0-9]{1,6}", version) and int(version) > FORMAT:
        # Alone: by the rules of that format the rest may well be sound.
        Report(report.file).stop(
            entry.line,
            f"This deck is made for a newer wshoes (its format is {int(version)}, "
            f"this program reads {FORMAT})",
            "Update wshoes, or ask for the deck in the older format.",
        )


def _language(fields: Fields) -> str:
    text = fields.text("language", required=True)
    found = _LANGUAGE.fullmatch(text)
    if found:
        script, region = found["script"] or "", found["region"] or ""
        return found["language"].lower() + script.title() + region.upper() + found["rest"]
    if text:
        better = text.replace("_", "-")
        near = _LANGUAGE.fullmatch(better)
        fields.report.add(
            fields.line("language"),
            f'"language" is {quoted(text)}, which is no language tag',
            f"Did you mean {quoted(better)}?" if near else "Write a tag such as en-GB, cy or fr.",
        )
    return text


def _reviewed(fields: Fields) -> str:
    text = fields.text("reviewed")
    if text and not _is_date(text):
        fields.report.add(
            fields.line("reviewed"),
            '"reviewed" should be a date',
            "Write year, month and day, such as 2026-03-31; or ~ where there was no review.",
        )
    return text


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _themes(fields: Fields) -> tuple[Theme, ...]:
    entries = fields.map("themes", "information: Information and advice") or {}
    themes = []
    for key, entry in entries.items():
        owner = f"the theme {quoted(key)}"
        fields.check_slug(key, entry.line, f"The key of {owner}")
        themes.append(_theme(key, entry.value, owner, fields.report))
    return tuple(themes)


def _theme(key: str, value: Node, owner: str, report: Report) -> Theme:
    if not isinstance(value, MapNode):
        # ``key: title`` is short for ``key: {title: title}``.
        value = MapNode(value.line, {"title": Entry(value.line, value)}, braces=False)
    fields = Fields(value, owner, THEME_KEYS, report)
    framework = fields.text("framework")
    if framework and not _FRAMEWORK.fullmatch(framework):
        report.add(
            fields.line("framework"),
            f'"framework" of {owner} should be the key of a framework and of one of its themes',
            f"Write both with a stroke between, such as {THEME_KEYS['framework']}",
        )
    return Theme(key, fields.text("title", required=True), framework)


def _theme_keys(fields: Fields, themes: tuple[Theme, ...]) -> tuple[str, ...] | None:
    """The keys that cards may use; None where the themes cannot be read at all."""
    if not themes and fields.value("themes") is not None:
        return None
    return tuple(theme.key for theme in themes)
