"""Reader and rules of a deck: from a text to a ``Deck``, or to all that is wrong with it.

What reads here raises ``DeckErrors`` with everything that is wrong, in the order of the lines.
A translation is merged with its original: what it leaves out comes from there.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from wshoes_tui.decks.card_rules import Known, read_cards, read_shoes
from wshoes_tui.decks.deck_schema import DECK_KEYS, FORMAT, THEME_KEYS
from wshoes_tui.decks.diagnostics import (
    MOST_PROBLEMS,
    DeckErrors,
    Problem,
    Report,
    did_you_mean,
    quoted,
)
from wshoes_tui.decks.field_reader import NOT_TRANSLATED, Fields
from wshoes_tui.decks.lookalikes import find_slips
from wshoes_tui.decks.reference_check import (
    KEY_OF,
    THE_THEME,
    check_framework,
    check_known,
    check_slug,
)
from wshoes_tui.decks.source import clean, read_source, recognised, with_plain_tabs
from wshoes_tui.decks.tree_reader import Tree, parse_tree
from wshoes_tui.decks.yaml_tree import MapEntry, MapNode, Node, TextNode
from wshoes_tui.domain.deck import Card, Deck, Prompt, Shoes, Theme, file_fields
from wshoes_tui.limits import MOST_THEMES
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import THE_DECK

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LANGUAGE = re.compile(
    r"(?P<language>[a-z]{2,3})(?P<script>-[a-z]{4})?(?P<region>-(?:[a-z]{2}|[0-9]{3}))?"
    r"(?P<rest>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*"
    r"(?:-x(?:-[a-z0-9]{1,8})+)?)",
    re.IGNORECASE,
)


class NewerFormatError(DeckErrors):
    """A deck for a later version of this program, whose rules are not known here."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A deck as it is played; ``own`` is what its file holds where that is only a translation."""

    deck: Deck
    own: Deck
    original: Deck | None = None


FindOriginal: TypeAlias = Callable[[str], Deck | None]
"""From the id of a deck to the deck of which another is a translation; None where there is none."""


def load_deck(path: str | os.PathLike[str], find_original: FindOriginal | None = None) -> Deck:
    """The deck in a file."""
    return load_both(path, find_original).deck


def load_both(path: str | os.PathLike[str], find_original: FindOriginal | None = None) -> Loaded:
    """The deck in a file, and what of it is the file's own."""
    text = read_source(Path(path), Report(os.fspath(path)))
    return _loaded(text, os.fspath(path), find_original)


def parse_deck(text: str, file: str, find_original: FindOriginal | None = None) -> Deck:
    """The deck in a text; ``file`` is what messages call it."""
    return parse_both(text, file, find_original).deck


def parse_both(text: str, file: str, find_original: FindOriginal | None = None) -> Loaded:
    """The deck in a text, and what of it is the text's own."""
    return _loaded(clean(text, Report(file)), file, find_original)


def parse_head(text: str, file: str) -> Deck:
    """The deck without its cards, from the text up to and with the line ``cards:``."""
    return _read(with_plain_tabs(text), file, None, with_cards=False).deck


def _loaded(text: str, file: str, find_original: FindOriginal | None) -> Loaded:
    plain = with_plain_tabs(text)
    try:
        return _read(plain, file, find_original)
    except NewerFormatError:
        raise
    except DeckErrors as errors:
        # What a person sees in the text is named before what a parser made of it.
        foreign = recognised(text)
        if foreign is not None:
            raise DeckErrors([Problem(file, *foreign)]) from None
        slips, mended = find_slips(plain)
        if not slips:
            raise
        found = errors
    problems = [Problem(file, line, _(what), _(mend)) for line, what, mend in slips]
    try:
        _read(mended, file, find_original)
    except DeckErrors as rest:
        told = {problem.line for problem in problems}
        problems += [problem for problem in rest.problems if problem.line not in told]
    raise DeckErrors(problems[:MOST_PROBLEMS]) from found


def _read(
    text: str, file: str, find_original: FindOriginal | None, *, with_cards: bool = True
) -> Loaded:
    report = Report(file)
    tree = parse_tree(text, report)
    if tree.root is None:
        report.close()
    loaded = _deck(tree, report, find_original, with_cards=with_cards)
    report.close()
    return loaded


def _deck(
    tree: Tree, report: Report, find_original: FindOriginal | None, *, with_cards: bool
) -> Loaded:
    root = tree.root
    if not isinstance(root, MapNode):
        mend = _('A deck begins with the line "wshoes: 1", then id, title, shoes and cards.')
        report.stop(root.line if root else 1, _("This is not a deck"), mend)
    _refuse_newer(root, report)
    fields = Fields(root, _(THE_DECK), DECK_KEYS, report)
    fields.number("wshoes")
    translation_of = fields.slug("translation_of")
    original = find_original(translation_of) if find_original and translation_of else None
    fields.whole = original is None
    before = len(report.problems)
    themes = _themes(fields, original)
    shoes = read_shoes(fields, None if original is None else original.shoes)
    if original is None:
        known = Known(shoes, _theme_keys(fields, themes))
    else:
        keys = [theme.key for theme in original.themes]
        known = Known(original.shoes, keys, original.cards)
    own = Deck(
        **fields.values(
            Deck,
            language=lambda: _language(fields),
            translation_of=lambda: translation_of,
            reviewed=lambda: _reviewed(fields),
            themes=lambda: themes,
            shoes=lambda: shoes or (),
            cards=lambda: read_cards(fields, known, whole=tree.whole) if with_cards else (),
        )
    )
    if original is None:
        if translation_of and find_original and len(report.problems) > before:
            report.add(
                fields.line("translation_of"),
                _(
                    "The original of this translation, {translation_of}, is not among the decks, "
                    "or has errors itself; so nothing that is left out here can come from it",
                    translation_of=quoted(translation_of),
                ),
                _("Put the original in the same folder, without errors, or check its id."),
            )
        return Loaded(own, own)
    if original.language.lower() == own.language.lower():
        what = _(
            "This translation is in the language of its original, {language}",
            language=quoted(own.language),
        )
        mend = _("Write the language into which the deck is translated, such as cy.")
        report.add(fields.line("language"), what, mend)
    return Loaded(completed(own, original), own, original)


def _refuse_newer(root: MapNode, report: Report) -> None:
    entry = root.entries.get("wshoes")
    if entry is None or not isinstance(entry.value, TextNode):
        return
    version = entry.value.text.strip()
    if re.fullmatch("[0-9]{1,6}", version) and int(version) > FORMAT:
        # Alone: by the rules of that format the rest may well be sound.
        what = _(
            "This deck is made for a newer wshoes (its format is {version}, this program reads "
            "{ours})",
            version=int(version),
            ours=FORMAT,
        )
        mend = _("Update wshoes, or ask for the deck in the older format.")
        raise NewerFormatError([Problem(report.file, entry.line, what, mend)])


def language_tag(text: str) -> str:
    """A language tag in its usual form, "cy" of "CY"; empty where the text is none."""
    found = _LANGUAGE.fullmatch(text)
    if not found:
        return ""
    script, region = found["script"] or "", found["region"] or ""
    return found["language"].lower() + script.title() + region.upper() + found["rest"]


def _language(fields: Fields) -> str:
    text = fields.text("language")
    if found := language_tag(text):
        return found
    if text:
        better = text.replace("_", "-")
        near = better if _LANGUAGE.fullmatch(better) else ""
        mend = did_you_mean(near, _("Write a tag such as en-GB, cy or fr."))
        what = _('"language" is {text}, which is no language tag', text=quoted(text))
        fields.report.add(fields.line("language"), what, mend)
    return text


def _reviewed(fields: Fields) -> str:
    text = fields.text("reviewed")
    if text and not _is_date(text):
        mend = _("Write year, month and day, such as 2026-03-31; or ~ where there was no review.")
        fields.report.add(fields.line("reviewed"), _('"reviewed" should be a date'), mend)
    return text


def _is_date(text: str) -> bool:
    with suppress(ValueError):
        return _DATE.fullmatch(text) is not None and bool(date.fromisoformat(text))
    return False


def _themes(fields: Fields, original: Deck | None) -> tuple[Theme, ...]:
    entries = fields.map("themes", "information: Information and advice") or {}
    fields.refuse_many("themes", len(entries), MOST_THEMES)
    themes = []
    for key, entry in list(entries.items())[:MOST_THEMES]:
        owner = _(THE_THEME, key=quoted(key))
        check_slug(fields.report, key, entry.line, _(KEY_OF, owner=owner))
        if original is not None:
            named = _("The original of this translation")
            known = [theme.key for theme in original.themes]
            check_known(fields.report, key, entry.line, named, known, "themes")
            if isinstance(entry.value, TextNode) and entry.value.nothing:
                continue  # it is not translated yet
        themes.append(_theme(key, entry.value, owner, fields.report))
    return tuple(themes)


def _theme(key: str, value: Node, owner: str, report: Report) -> Theme:
    if not isinstance(value, MapNode):
        # ``key: title`` is short for ``key: {title: title}``.
        value = MapNode(value.line, {"title": MapEntry(value.line, value)}, braces=False)
    fields = Fields(value, owner, THEME_KEYS, report)
    framework = _framework(fields)
    return Theme(key, **fields.values(Theme, framework=lambda: framework))


def _framework(fields: Fields) -> str:
    framework = fields.text("framework")
    if framework:
        named = _('"framework" of {owner}', owner=fields.owner)
        check_framework(fields.report, framework, fields.line("framework"), named)
    return framework


def _theme_keys(fields: Fields, themes: tuple[Theme, ...]) -> tuple[str, ...] | None:
    """The keys that cards may use; None where the themes cannot be read at all."""
    if not themes and fields.value("themes") is not None:
        return None
    return tuple(theme.key for theme in themes)


Thing = TypeVar("Thing", Card, Deck, Shoes, Theme)


def completed(own: Deck, original: Deck) -> Deck:
    """The deck that is played: card by card, title by title, question by question.

    ``own`` is what the file of the translation holds; whatever it leaves out is empty there.
    """
    themes = {theme.key: theme for theme in own.themes}
    shoes = {pair.id: pair for pair in own.shoes}
    cards = {card.id: card for card in own.cards}
    return replace(
        _merged(own, original),
        themes=tuple(_merged(themes.get(theme.key), theme) for theme in original.themes),
        shoes=tuple(_merged(shoes.get(pair.id), pair) for pair in original.shoes),
        cards=tuple(_merged_card(cards.get(card.id), card) for card in original.cards),
        translated=sum(card.text != "" for card in own.cards),
    )


def _merged(own: Thing | None, original: Thing) -> Thing:
    """The thing with the fields of its original where its own are left out."""
    if own is None:
        return original
    left_out: dict[str, Any] = {}
    for name, field in file_fields(type(own)).items():
        mine = getattr(own, name)
        if not field.own and (mine == NOT_TRANSLATED if field.kind == "number" else not mine):
            left_out[name] = getattr(original, name)
    return replace(own, **left_out)


def _merged_card(own: Card | None, original: Card) -> Card:
    """The card; a title that is translated has the easy words of its translation alone, if any."""
    if own is None:
        return original
    return replace(
        _merged(own, original),
        prompts=_merged_prompts(own.prompts, original.prompts),
        easy_title=own.easy_title or ("" if own.title else original.easy_title),
    )


def _merged_prompts(own: Sequence[Prompt], original: Sequence[Prompt]) -> tuple[Prompt, ...]:
    """The first question of a rung stands for the first of that rung, and so on, with its own easy
    words alone: nobody is asked in two languages.
    """
    left = list(own)
    found = []
    for prompt in original:
        told = next((one for one in left if one.rung == prompt.rung), None)
        if told is not None:
            left.remove(told)
        found.append(told if told and told.text else prompt)
    return (*found, *(prompt for prompt in left if prompt.text))
