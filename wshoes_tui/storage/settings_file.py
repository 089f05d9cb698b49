"""Settings file: what one person wants each time, ``settings.json`` in the configuration folder.

What an option or the environment says counts before it. What cannot be understood in it counts as
not said, so that a session can begin; ``wshoes settings`` tells of it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from wshoes_tui.domain.value import Value, value
from wshoes_tui.locale import N_
from wshoes_tui.settings import NO_HOME, contrast_of

FILE = "settings.json"
LARGEST = 65_536
"""Bytes; a settings file has a few hundred."""

Kept = Mapping[str, str | bool]
"""Values by their keys, each of its kind."""


@value()
class SettingKey(Value):
    """One setting that is remembered.

    Attributes:
        name: its key in the file and behind ``wshoes settings``.
        setting: the field of ``Settings`` that it fills.
        choices: the values; empty for any text, yes and no for a switch.
        help: what it does.
    """

    name: str
    setting: str
    choices: tuple[str, ...]
    help: str


YES_NO = ("yes", "no")
SETTING_KEYS = (
    SettingKey("language", "language", (), N_("The language, for instance cy.")),
    SettingKey("easy", "easy", YES_NO, N_("Easy words.")),
    SettingKey("contrast", "contrast", ("dark", "light"), N_("High contrast on this ground.")),
    SettingKey("plain", "plain", YES_NO, N_("Line mode: no screen control at all.")),
    SettingKey("decks", "decks", (), N_("A folder with more decks.")),
    SettingKey("slow", "slow", YES_NO, N_("Send as little as can be.")),
    SettingKey("ascii", "ascii", YES_NO, N_("Plain letters instead of symbols.")),
    SettingKey("mono", "mono", YES_NO, N_("No colours.")),
)
"""All that is remembered, in the order in which it is listed."""
KEYS = {key.name: key for key in SETTING_KEYS}


def settings_path() -> Path:
    """The file: in WSHOES_CONFIG, a folder, or in the platform's configuration folder."""
    named = os.environ.get("WSHOES_CONFIG", "").strip()
    if named:
        return Path(os.path.expanduser(named)) / FILE  # noqa: PTH111 - leaves an unknown ~name
    if sys.platform == "linux":  # as platformdirs has it; importing that takes 6 ms of each start
        home = os.environ.get("XDG_CONFIG_HOME", "").strip() or os.path.expanduser("~/.config")  # noqa: PTH111
        folder = Path(home) / "wshoes"
        return (folder if folder.is_absolute() else NO_HOME) / FILE
    from platformdirs import user_config_path

    try:
        folder = user_config_path("wshoes", appauthor=False)
    except RuntimeError:  # its newer versions say so of an account without a home
        folder = NO_HOME
    return (folder if folder.is_absolute() else NO_HOME) / FILE


def read_settings(path: Path) -> tuple[Kept, bool]:
    """What the file says, as far as it can be understood, and whether that is all of it."""
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return {}, not path.exists()
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, ValueError):
        return {}, False
    import json

    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}, False
    if not isinstance(found, dict):
        return {}, False
    kept = {name: said for name, said in found.items() if is_value(name, said)}
    return kept, len(kept) == len(found)


def is_value(name: str, said: object) -> bool:
    """Whether a key may have this value in the file."""
    key = KEYS.get(name)
    if key is None:
        return False
    if key.choices == YES_NO:
        return isinstance(said, bool)
    if not isinstance(said, str) or not said.strip() or not said.isprintable():
        return False
    return not key.choices or said in key.choices


def as_settings(kept: Kept) -> dict[str, Any]:
    """What the file says as fields of ``Settings``."""
    parts: dict[str, Any] = {KEYS[name].setting: said for name, said in kept.items()}
    if "decks" in parts:
        parts["decks"] = (Path(os.path.expanduser(parts["decks"])),)  # noqa: PTH111 - as above
    if "contrast" in parts:
        parts["contrast"] = contrast_of(parts["contrast"])
    return parts


def remember(**changed: str | bool) -> None:
    """Change some of what the file says. Empty and False forget a key.

    Raises:
        OSError: it cannot be written.
    """
    path = settings_path()
    kept = {**read_settings(path)[0], **changed}
    write_settings(path, {name: said for name, said in kept.items() if said})


def write_settings(path: Path, kept: Kept) -> None:
    """Write the file, whole or not at all, for its owner alone.

    Raises:
        OSError: it cannot be written.
    """
    import json

    from wshoes_tui.storage.private_files import arriving, private_folder

    private_folder(path.parent)
    text = json.dumps(dict(kept), ensure_ascii=False, indent=1) + "\n"
    with arriving(path) as part:
        part.write_text(text, "utf-8")
