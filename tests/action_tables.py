"""Writes the tables of keys and slash commands into the documentation, from the action table.

    python -m tests.action_tables              print them
    python -m tests.action_tables FILE.md...   put them between the marks in these files

The marks in a file are ``<!-- keys:SCREEN -->`` or ``<!-- slash:ROLE -->``, and ``<!-- end -->``.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from wshoes_tui.flow.actions import ONE_SHOT, Role, actions_of, slash_actions

SCREENS = ("home", "people", "turn", "writing", "closing", "seat")
ROLES: tuple[Role, ...] = ("facilitator", "seat")
MARKED = re.compile(
    r"(?P<begin><!-- (?P<what>keys|slash):(?P<of>\w+) -->\n).*?(?P<end><!-- end -->)", re.DOTALL
)


def keys_table(screen: str) -> Iterator[str]:
    """The keys of a screen, as lines of Markdown."""
    yield "| key | does |"
    yield "|---|---|"
    for action in actions_of(screen):
        once = screen in ONE_SHOT and action.key not in ("enter", "ctrl+p")
        yield f"| `{'Esc ' if once else ''}{action.key_label}` | {action.help} |"


def slash_table(role: Role) -> Iterator[str]:
    """What somebody can type behind a slash, as lines of Markdown."""
    yield "| typed | also | does |"
    yield "|---|---|---|"
    for action in slash_actions(role).values():
        also = " ".join(f"`/{one}`" for one in action.spellings if one != action.slash)
        typed = action.typed.replace("|", "\\|")
        yield f"| `{typed}` | {also} | {action.typed_help} |"


def filled(text: str) -> str:
    """The text of a file, with the tables between its marks as they are now."""

    def table(found: re.Match[str]) -> str:
        of = found["of"]
        lines = keys_table(of) if found["what"] == "keys" else slash_table(cast("Role", of))
        return found["begin"] + "".join(f"{line}\n" for line in lines) + found["end"]

    return MARKED.sub(table, text)


def main() -> None:
    """Write, or print."""
    for path in map(Path, sys.argv[1:]):
        path.write_text(filled(path.read_text("utf-8")), "utf-8")
    if not sys.argv[1:]:
        for screen in SCREENS:
            sys.stdout.write("\n".join((f"## {screen}", *keys_table(screen), "", "")))
        for role in ROLES:
            sys.stdout.write("\n".join((f"## /{role}", *slash_table(role), "", "")))


if __name__ == "__main__":
    main()
