"""Collects every text of the interface and brings the catalogues up to date.

    python -m tests.catalogues [LANGUAGE]...          update and compile
    python -m tests.catalogues --check [LANGUAGE]...  say what is missing, change nothing

Babel finds the texts: each is a constant in a call of ``KEYWORDS``, where it stands.
"""

from __future__ import annotations

import ast
import sys
from functools import cache
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from wshoes_tui.locale import DOMAIN, EASY, FOLDER, LANGUAGES

PACKAGE = Path(__file__).parent.parent / "wshoes_tui"
KEYWORDS = {"_": None, "N_": None, "many": (1, 2), "Refusal": None}
"""Calls whose first argument is a text; ``many`` has the singular and the plural."""
Text = str | tuple[str, ...]


@cache
def texts() -> dict[Text, list[str]]:
    """Every text (a pair where it has a plural) and the modules it stands in."""
    found: dict[Text, list[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(PACKAGE.parent).as_posix()
        with path.open("rb") as file:
            for _line, text, _comments, _context in extract("python", file, KEYWORDS):
                if place not in found.setdefault(text, []):
                    found[text].append(place)
    for text in help_texts():
        found.setdefault(text, []).append("wshoes_tui/cli/command_line.py")
    return found


def help_texts() -> set[str]:
    """What the help of commands says of them, of their arguments and of their options."""
    from typer.main import get_command

    from wshoes_tui.cli.command_line import FORMATS_TOLD, app
    from wshoes_tui.cli.options import OPTIONS

    found: set[str] = {option.help for option in OPTIONS}
    groups: list[Any] = [get_command(app)]
    for group in groups:
        groups += [one for one in group.commands.values() if hasattr(one, "commands")]
        found.add(group.help)
        for command in group.commands.values():
            found |= {command.help, *(getattr(param, "help", "") for param in command.params)}
    return found - {FORMATS_TOLD, "", None}


def unseen() -> list[str]:
    """Places of texts that Babel does not find: in an f-string, or within another call's text."""
    found = texts()
    return [
        f"{path.relative_to(PACKAGE)}:{call.lineno}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in KEYWORDS
        and (text := _text_of(call))
        and text not in found
    ]


def _text_of(call: ast.Call) -> Text | None:
    first = [part.value for part in call.args[:2] if isinstance(part, ast.Constant)]
    texts = tuple(text for text in first if isinstance(text, str))
    if isinstance(call.func, ast.Name) and call.func.id == "many":
        return texts if len(texts) == 2 else None
    return texts[0] if texts else None


def path_of(language: str) -> Path:
    """The catalogue of a language."""
    return FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def read(language: str) -> Catalog:
    """A catalogue as it stands; an empty one where there is none."""
    path = path_of(language)
    if not path.exists():
        return Catalog(locale=None if language == EASY else language)
    with path.open("rb") as file:
        return read_po(file, locale=None if language == EASY else language)


def missing(language: str) -> list[Text]:
    """The texts that a catalogue does not have. Easy words need only what they change."""
    catalogue = read(language)
    wanted = texts()
    if language == EASY:
        return []
    return [text for text in wanted if not _translated(catalogue, text)]


def _translated(catalogue: Catalog, text: Text) -> bool:
    message = catalogue.get(text[0] if isinstance(text, tuple) else text)
    if message is None or not message.string or message.fuzzy:
        return False
    return all(message.string) if isinstance(message.string, tuple) else True


def update(language: str) -> None:
    """Add new texts, leave out old ones, and compile."""
    old = read(language)
    new = Catalog(
        locale=None if language == EASY else language, project=DOMAIN, charset="utf-8",
        fuzzy=False, header_comment=f"# The words of wshoes: {language}",
        creation_date=old.creation_date, revision_date=old.revision_date,
    )  # fmt: skip
    # As the words were written: Babel's own idea of a language's plurals changes with its version.
    new.mime_headers = [("Plural-Forms", old.plural_forms)]
    for text, places in texts().items():
        key = text[0] if isinstance(text, tuple) else text
        known = old.get(key)
        string = known.string if known is not None else ""
        if isinstance(text, tuple) != isinstance(string, tuple):
            string = ("",) * new.num_plurals if isinstance(text, tuple) else ""
        if language == EASY and not any(string or ()):
            continue
        new.add(text, string, locations=[(place, 0) for place in places])
    path = path_of(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, new, sort_output=True, omit_header=False, width=96, include_lineno=False)
    for message in list(new):
        if isinstance(message.string, tuple) and not all(message.string):
            new.delete(message.id[0])  # compiled, it would be said as nothing at all
    with path.with_suffix(".mo").open("wb") as file:
        write_mo(file, new)


def main() -> int:
    """Update all catalogues, or with ``--check`` only look."""
    named = [word for word in sys.argv[1:] if not word.startswith("-")]
    languages = named or [language for language in LANGUAGES if language != "en"]
    if "--check" in sys.argv:
        lacking = {language: missing(language) for language in languages}
        for language, found in lacking.items():
            for text in found:
                sys.stdout.write(f"{language}: {text!r}\n")
        return int(any(lacking.values()))
    for language in named or (*languages, EASY):
        update(language)
        sys.stdout.write(f"{language}: {len(missing(language))} missing\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
