"""Frameworks (agendas): reader of the files that name their themes, such as Making It Real.

A file holds one or more frameworks under ``frameworks:``, each with a title and its themes. Decks
name a theme of one by both keys ("making-it-real-2018/workforce"), as ``framework`` of a theme of
theirs or of a card. Names of themes are all that is kept of a framework.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from wshoes_tui.decks.deck_cache import is_deck_name
from wshoes_tui.decks.deck_schema import FRAMEWORK_FILE_KEYS, FRAMEWORK_KEYS
from wshoes_tui.decks.diagnostics import DeckErrors, Report, quoted
from wshoes_tui.decks.field_reader import Fields
from wshoes_tui.decks.reference_check import KEY_OF, THE_THEME, check_slug
from wshoes_tui.decks.source import read_source, with_plain_tabs
from wshoes_tui.decks.tree_reader import parse_tree
from wshoes_tui.decks.yaml_tree import MapNode, Node
from wshoes_tui.domain.deck import Theme
from wshoes_tui.domain.framework import Framework
from wshoes_tui.limits import MOST_THEMES
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import THE_FILE


def read_frameworks(path: Path) -> tuple[Framework, ...]:
    """The frameworks of a file. Raises ``DeckErrors`` with everything that is wrong in it."""
    report = Report(os.fspath(path))
    found = _parsed(with_plain_tabs(read_source(path, report)), report)
    report.close()
    return found


def frameworks_in(folders: Iterable[Path]) -> dict[str, Framework]:
    """The frameworks of all sound files in these folders, by key; a later one hides an earlier."""
    found = {}
    for folder in folders:
        try:
            names = sorted(os.listdir(folder))  # noqa: PTH208 - names alone are wanted
        except OSError:
            continue
        for name in filter(is_deck_name, names):
            try:
                found.update({one.key: one for one in read_frameworks(folder / name)})
            except DeckErrors:  # ``deck check`` tells what is wrong with it
                continue
    return found


_KEY = re.compile(r"^frameworks:", re.MULTILINE)
_KEY_OF_A_DECK = re.compile(r"^wshoes[ ]*:", re.MULTILINE)


def holds_frameworks(text: str) -> bool:
    """Whether a file is one of frameworks, as far as its top tells."""
    return _KEY.search(text) is not None and not _KEY_OF_A_DECK.search(text)


def _parsed(text: str, report: Report) -> tuple[Framework, ...]:
    root = parse_tree(text, report).root
    if not isinstance(root, MapNode):
        mend = _('Such a file begins with the line "frameworks:", then keys, each with its themes.')
        report.stop(root.line if root else 1, _("This is no file of frameworks"), mend)
    fields = Fields(root, _(THE_FILE), FRAMEWORK_FILE_KEYS, report)
    entries = fields.map("frameworks", "making-it-real-2018:") or {}
    return tuple(_framework(key, entry.value, report) for key, entry in entries.items())


def _framework(key: str, node: Node, report: Report) -> Framework:
    if not isinstance(node, MapNode):
        what = _("The framework {key} should be keys with values", key=quoted(key))
        report.stop(node.line, what, _("Write title: and themes: below it, indented."))
    owner = _("the framework {key}", key=quoted(key))
    fields = Fields(node, owner, FRAMEWORK_KEYS, report)
    check_slug(report, key, node.line, _(KEY_OF, owner=owner))
    entries = fields.map("themes", "workforce: Workforce") or {}
    fields.refuse_many("themes", len(entries), MOST_THEMES)
    themes = []
    for theme, entry in list(entries.items())[:MOST_THEMES]:
        owner = _(THE_THEME, key=quoted(theme))
        check_slug(report, theme, entry.line, _(KEY_OF, owner=owner))
        alone = MapNode(entry.line, {"title": entry}, braces=False)
        title = Fields(alone, owner, FRAMEWORK_KEYS, report).text("title")
        themes.append(Theme(theme, title))
    return Framework(key, fields.text("title"), tuple(themes))
