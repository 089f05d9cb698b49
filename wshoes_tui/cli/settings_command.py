"""Command ``settings``: lists what is remembered from one start to the next, and changes it."""

from __future__ import annotations

from wshoes_tui.cli.console import write_error, write_json, write_line, write_table
from wshoes_tui.cli.options import GivenOptions, UsageError
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow.action_handlers import NOT_WRITTEN
from wshoes_tui.locale import LANGUAGES, _, spoken
from wshoes_tui.storage.settings_file import (
    KEYS,
    SETTING_KEYS,
    YES_NO,
    Kept,
    SettingKey,
    is_value,
    read_settings,
    settings_path,
    write_settings,
)

FORGET = "default"
"""The value that takes a setting out of the file."""


def show_or_change(given: GivenOptions, name: str, said: str | None) -> int:
    """List all settings, show one, or change one.

    Args:
        given: the command line.
        name: the key; empty to list all.
        said: the new value, "default" for none; None to show the present one.

    Raises:
        UsageError: there is no such key, or it cannot have that value.
        WshoesError: the file cannot be written.
    """
    path = settings_path()
    kept, whole = read_settings(path)
    if not whole:
        write_error(
            _(
                "Not all of {path} can be understood. What can is used; a change writes it anew.",
                path=path,
            )
        )
    if not name:
        return _list(given, kept)
    key = _key(name)
    if said is None:
        write_line(_shown(kept, key))
        return 0
    changed = {one: value for one, value in kept.items() if one != key.name}
    if said != FORGET:
        changed[key.name] = _value(key, said)
    try:
        write_settings(path, changed)
    except OSError as error:
        raise WshoesError(
            _(NOT_WRITTEN, path=path),
            kept=_("They are as they were."),
            todo=_("WSHOES_CONFIG names another folder for them."),
        ) from error
    write_line(str(path))
    return 0


def _key(name: str) -> SettingKey:
    key = KEYS.get(name.replace("_", "-").casefold())
    if key is None:
        raise UsageError(
            _("There is no setting {name}.", name=repr(name)),
            todo=_("There are: {names}.", names=", ".join(KEYS)),
        )
    return key


def _value(key: SettingKey, said: str) -> str | bool:
    told: str | bool = said
    if key.choices == YES_NO:
        word = said.casefold()
        told = {"yes": True, "on": True, "true": True, "no": False, "off": False}.get(word, said)
    choices = key.choices
    if key.name == "language":
        known = spoken(said) != "en" or said.casefold().startswith("en")
        choices, told = LANGUAGES, said if known else ""
    if not is_value(key.name, told):
        todo = _("Say one of: {choices}.", choices=", ".join((*choices, FORGET)))
        raise UsageError(
            _("{name} cannot be {said}.", name=key.name, said=repr(said)),
            todo=todo if choices else "",
        )
    return told


def _list(given: GivenOptions, kept: Kept) -> int:
    if given.json:
        write_json(dict(kept))
        return 0
    rows = [(key.name, _shown(kept, key), _(key.help)) for key in SETTING_KEYS]
    write_table((_("Setting"), _("Value"), _("What it does")), rows)
    return 0


def _shown(kept: Kept, key: SettingKey) -> str:
    said = kept.get(key.name, FORGET)
    return said if isinstance(said, str) else YES_NO[not said]
