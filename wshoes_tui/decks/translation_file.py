"""Translation file of a deck: every text beside that of its original, to be filled in.

Three kinds of comment are this module's and are written anew each time: ``# |`` is the original as
it is, ``# |-`` as it was when it was translated, ``# |!`` what is to be done. All other lines stay
as they are. The key ``original`` of each card holds the digest of what was translated, by which a
change of the original is known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from wshoes_tui.decks.deck_schema import ORIGINAL
from wshoes_tui.decks.diagnostics import Report
from wshoes_tui.decks.translation_progress import (
    card_texts,
    digest,
    items_by_id,
    keys_of,
    progress,
    recorded_digests,
)
from wshoes_tui.decks.tree_reader import parse_tree
from wshoes_tui.decks.yaml_tree import ListNode, MapNode, TextNode
from wshoes_tui.domain.deck import Card, Deck, Prompt, Shoes
from wshoes_tui.locale import N_, _

_OURS = re.compile(r"[ ]*# [|]([!-]?)(?: |$)")
SECTIONS = ("themes", "shoes", "cards")
HELP = N_(
    "Write what is missing behind the colons. Text of several lines stands below a |, indented. "
    "Lines that begin with # | are the original. What stays empty is played as in the original. "
    "The same command again keeps what is here, adds what is new and marks what has changed."
)
CHANGED = N_(
    "The original of this card has changed: # |- stands before what it was. When the card is right "
    "again, delete the next line and run the command again."
)


def first_lines(original: Deck, language: str) -> str:
    """The text of a translation in which nothing is translated yet."""
    return (
        f"wshoes: 1\nid: {original.id}\nrevision: {original.revision}\nlanguage: {language}\n"
        f"translation_of: {original.id}\n"
    )


def beside_original(text: str, own: Deck, original: Deck) -> str:
    """The text of a sound translation, with the original beside all that is or can be translated.

    Args:
        text: the file as it is.
        own: what is translated in it.
    """
    lines, marks = _without_marks(text)
    root = parse_tree("\n".join(lines) + "\n", Report("")).root
    assert isinstance(root, MapNode)  # noqa: S101 - it was read as a deck
    recorded = recorded_digests(text)
    changed = {one.card for one in progress(own, original, recorded) if one.state == "changed"}
    page = _Page(lines, marks)
    page.put(1, [f"# |! {sentence}." for sentence in _(HELP).rstrip(".").split(". ")])
    starts = [root.entries[key].line for key in SECTIONS if key in root.entries]
    head = {key: getattr(original, key) for key in keys_of(Deck)}
    page.beside(root, head, "", page.end_before(min(starts, default=len(lines) + 1), ""))
    lags = own.revision < original.revision and not recorded
    fill: dict[str, Callable[[], None]] = {
        "themes": lambda: _themes(page, root, original),
        "shoes": lambda: _shoes(page, root, original),
        "cards": lambda: _cards(page, root, own, original, recorded, changed, lags=lags),
    }
    for key in sorted(fill, key=lambda key: key not in root.entries):  # new ones come last
        fill[key]()
    if recorded and not changed and "revision" in root.entries:
        at = root.entries["revision"].line
        page.lines[at - 1] = re.sub(
            r"^(revision[ ]*:[ ]*)\d+", rf"\g<1>{original.revision}", page.lines[at - 1]
        )
    return page.text()


def _without_marks(text: str) -> tuple[list[str], dict[int, list[tuple[str, str]]]]:
    """The lines that are the author's, and by number of a line the marks that stand before it."""
    lines: list[str] = []
    marks: dict[int, list[tuple[str, str]]] = {}
    for line in text.rstrip("\n").split("\n"):
        if found := _OURS.match(line):
            marks.setdefault(len(lines) + 1, []).append((found[1], line[found.end() :]))
        else:
            lines.append(line)
    return lines, marks


@dataclass
class _Page:
    """Lines of a file, and what is put before some of them."""

    lines: list[str]
    marks: dict[int, list[tuple[str, str]]]

    def __post_init__(self) -> None:
        self._before: dict[int, list[str]] = {}

    def put(self, at: int, lines: Sequence[str]) -> None:
        """Put lines before that line, behind what was put there."""
        self._before.setdefault(at, []).extend(lines)

    def text(self) -> str:
        """The whole file."""
        told: list[str] = []
        for number, line in enumerate([*self.lines, ""], 1):
            told += self._before.get(number, ())
            told.append(line)
        return "\n".join(told).rstrip("\n") + "\n"

    def indent_of(self, at: int) -> str:
        """What stands before the first key of a line, a dash counted as a space."""
        found = re.match(r"[ ]*(?:-[ ]+)*", self.lines[at - 1])
        return " " * len(found[0]) if found else ""

    def end_before(self, at: int, indent: str) -> int:
        """The line before which something is added to what ends before the line ``at``."""
        while at > 1 and (
            not self.lines[at - 2].strip()
            or re.match(rf"[ ]{{0,{len(indent)}}}#", self.lines[at - 2])
        ):
            at -= 1
        return at

    def original(self, at: int, indent: str, text: str, *, changed: bool | None = None) -> None:
        """Put the original before a line; where it was another, that as well.

        Args:
            changed: whether its card has changed; None where that is not known.
        """
        known = self.marks.get(at, ())
        new = text.split("\n")
        shown = [line for mark, line in known if not mark]
        was = [line for mark, line in known if mark == "-"] if changed else []
        was = was or shown
        if was and was != new and changed is not False:
            self.put(at, [f"{indent}# |- {line}".rstrip() for line in was])
        self.put(at, _quoted(indent, text))

    def beside(
        self,
        node: MapNode | None,
        texts: Mapping[str, str],
        indent: str,
        end: int,
        *,
        changed: bool | None = None,
    ) -> None:
        """Put originals before the keys of a map; keys that it lacks are added at its end."""
        for key, text in texts.items():
            if not text:
                continue
            if node is not None and key in node.entries:
                at = node.entries[key].line
                self.original(at, self.indent_of(at), text, changed=changed)
            elif node is None or not node.braces:
                self.put(end, [*_quoted(indent, text), f"{indent}{key}:"])


def _quoted(indent: str, text: str) -> list[str]:
    return [f"{indent}# | {line}".rstrip() for line in text.split("\n")]


def _end_of(page: _Page, root: MapNode, key: str) -> int:
    """The line before which a section ends."""
    start = root.entries[key].line
    later = [entry.line for entry in root.entries.values() if entry.line > start]
    return page.end_before(min(later, default=len(page.lines) + 1), "")


def _open_section(page: _Page, root: MapNode, key: str) -> int:
    """The line before which things are added to a section, which is begun where there is none."""
    if key in root.entries:
        return _end_of(page, root, key)
    end = len(page.lines) + 1
    page.put(end, ["", f"{key}:"])
    return end


def _themes(page: _Page, root: MapNode, original: Deck) -> None:
    node = root.entries["themes"].value if "themes" in root.entries else None
    known = node if isinstance(node, MapNode) else None
    end = _open_section(page, root, "themes")
    first = next(iter(known.entries.values())).line if known and known.entries else 0
    indent = page.indent_of(first) if first else "  "
    texts = {theme.key: theme.title for theme in original.themes}
    page.beside(known, texts, indent, end)


def _shoes(page: _Page, root: MapNode, original: Deck) -> None:
    known, end = items_by_id(root, "shoes"), _open_section(page, root, "shoes")
    for pair in _known_first(original.shoes, known):
        texts = {key: getattr(pair, key) for key in keys_of(Shoes)}
        node = known.get(pair.id)
        inner, indent = _place_of(page, known, pair.id, end)
        page.beside(node, texts, indent, inner)


Item = TypeVar("Item", Shoes, Card)


def _known_first(items: Sequence[Item], known: Mapping[str, MapNode]) -> list[Item]:
    """What is there already is filled in first: what is new comes behind it."""
    return sorted(items, key=lambda one: one.id not in known)


def _place_of(
    page: _Page, known: Mapping[str, MapNode], name: str, end: int, *more: str
) -> tuple[int, str]:
    """The end of one thing of a list, and the indent of its keys. One that is new is begun."""
    node = known.get(name)
    if node is None:
        first = next((one.line for one in known.values()), 0)
        indent = page.indent_of(first) if first else "    "
        page.put(end, ["", f"{indent[:-2]}- id: {name}", *(f"{indent}{line}" for line in more)])
        return end, indent
    indent = page.indent_of(node.line)
    later = [one.line for one in known.values() if one.line > node.line]
    return (page.end_before(min(later), indent) if later else end), indent


def _cards(
    page: _Page,
    root: MapNode,
    own: Deck,
    original: Deck,
    recorded: Mapping[str, str],
    changed: set[str],
    *,
    lags: bool,
) -> None:
    """Put the originals of all cards, and note of which texts they are.

    Args:
        lags: whether nothing is noted of what is translated, for it may be that of an older one.
    """
    known, end = items_by_id(root, "cards"), _open_section(page, root, "cards")
    for card in _known_first(original.cards, known):
        node, ours = known.get(card.id), own.card(card.id)
        done = ours is not None and any(card_texts(ours))
        noted = f"{ORIGINAL}: {digest(card)}"
        texts = {key: getattr(card, key) for key in keys_of(Card)}
        inner, indent = _place_of(page, known, card.id, end, noted)
        if node is None:
            page.beside(None, texts, indent, end)
            _prompts(page, None, card, indent, end)
            continue
        if node.braces:
            continue
        if ORIGINAL not in node.entries:
            if not (done and lags):
                page.put(node.entries["id"].line + 1, [f"{indent}{noted}"])
        elif card.id in changed:
            page.put(node.entries[ORIGINAL].line, [f"{indent}# |! {_(CHANGED)}"])
        elif recorded.get(card.id) != digest(card):
            page.lines[node.entries[ORIGINAL].line - 1] = f"{indent}{noted}"
        _prompts(page, node, card, indent, inner, changed=card.id in changed)
        page.beside(node, texts, indent, inner, changed=card.id in changed)


def _prompts(
    page: _Page,
    card: MapNode | None,
    original: Card,
    indent: str,
    end: int,
    *,
    changed: bool | None = None,
) -> None:
    """Put the original of each question: the first of a rung beside the first of that rung."""
    entry = card.entries.get("prompts") if card else None
    nodes = entry.value.items if entry and isinstance(entry.value, ListNode) else ()
    left = [node for node in nodes if isinstance(node, MapNode)]
    if left and not any(node.braces for node in left):
        indent = page.indent_of(left[0].line)[:-2]
    elif entry is not None and (left or not isinstance(entry.value, TextNode)):
        _in_braces(page, left, original.prompts, changed=changed)
        return
    else:
        if original.prompts and entry is None:
            page.put(end, [f"{indent}prompts:"])
        indent += "  "
    ends = {id(one): two.line for one, two in pairwise(left)}
    if card is not None and entry is not None:
        later = [one.line for one in card.entries.values() if one.line > entry.line]
        end = min(later, default=end)
    for prompt in original.prompts:
        node = next((one for one in left if prompt.rung in one.entries), None)
        if node is None:
            page.put(end, _quoted(indent, prompt.text))
            page.put(end, [f"{indent}- {prompt.rung}:"])
            page.beside(None, {"easy": prompt.easy}, f"{indent}  ", end)
            continue
        left.remove(node)
        at = node.entries[prompt.rung].line
        page.original(at, indent, prompt.text, changed=changed)
        inner = page.end_before(ends.get(id(node), end), indent)
        if prompt.easy and "easy" in node.entries:
            easy_at = node.entries["easy"].line
            page.original(easy_at, f"{indent}  ", prompt.easy, changed=changed)
        elif prompt.easy:
            page.put(inner, [*_quoted(f"{indent}  ", prompt.easy), f"{indent}  easy:"])


def _in_braces(
    page: _Page, nodes: list[MapNode], prompts: Sequence[Prompt], *, changed: bool | None
) -> None:
    """Put originals above questions in braces, to which no line can be added."""
    left = list(nodes)
    for prompt in prompts:
        node = next((one for one in left if prompt.rung in one.entries), None)
        if node is not None:
            left.remove(node)
            at = node.line
            page.original(at, " " * (len(page.indent_of(at)) - 2), prompt.text, changed=changed)
