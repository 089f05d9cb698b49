"""Patches of Textual, Rich and asyncssh, by the table in ``patch_table``, each only where it fits.

A patch is applied only where every function that it replaces is the one it was written for, and
every private name that it rests on is there: both are looked up in the source files of the
library, which takes 0.8 ms. Elsewhere the library stays as it is; that works, and is slower.
``wshoes doctor`` names what was left out. ``WSHOES_PATCHES=none`` leaves out everything;
``WSHOES_PATCHES=painter,repaint_once`` applies these alone.

Private names that are used without anything being replaced are listed there, too. Wherever one is
used, there is another way for when it is gone.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from string import ascii_letters, digits
from zlib import crc32

from wshoes_tui.tui.textual_patches.patch_table import PATCHES, RELIANCES, Names, Patch, Reliance


def apply_patches(*, for_host: bool = False) -> None:
    """Apply the patches that every process needs, or those of a host besides; each at most once."""
    for patch in PATCHES:
        if patch.for_host == for_host and patch.replacement and fits(patch.name):
            module, _, function = patch.replacement.partition(":")
            getattr(import_module(module), function)()


@cache
def fits(name: str) -> bool:
    """Whether the patch of this name is wanted and the library is the one it was written for."""
    wanted = os.environ.get("WSHOES_PATCHES")
    if wanted is not None and name not in wanted.split(","):
        return False
    patch = next(patch for patch in PATCHES if patch.name == name)
    as_written_for = all(digest_of(target) == digest for target, digest in patch.replaced.items())
    return as_written_for and _has_names(patch.rests_on)


def left_out() -> tuple[str, ...]:
    """Names of patches and reliances that do not fit the installed libraries; imports none."""
    missing = [patch.name for patch in PATCHES if _is_there(patch) and not fits(patch.name)]
    missing += [one.name for one in RELIANCES if _is_there(one) and not _has_names(one.names)]
    return tuple(missing)


def _is_there(entry: Patch | Reliance) -> bool:
    """Whether the library is installed: asyncssh may not be."""
    from importlib.util import find_spec

    names = entry.replaced if isinstance(entry, Patch) else entry.names
    return find_spec(next(iter(names)).partition(".")[0]) is not None


def _has_names(names: Names) -> bool:
    return all(
        _has_word(_source_of(module), name.encode())
        for module, wanted in names.items()
        for name in wanted
    )


_IN_NAMES = frozenset(b"_" + ascii_letters.encode() + digits.encode())


def _has_word(source: bytes, word: bytes) -> bool:
    """Whether a name stands in a source, and not only as a part of another one."""
    at = source.find(word)
    while at >= 0:
        end = at + len(word)
        if _IN_NAMES.isdisjoint(source[at - 1 : at] + source[end : end + 1]):
            return True
        at = source.find(word, at + 1)
    return False


def digest_of(target: str) -> int | None:
    """The CRC-32 of the source of ``package.module:Class.name``; None where it is not found.

    Read from the file: it is the same for every Python, and nothing need be imported.
    """
    module, _, path = target.partition(":")
    source = _source_of(module)
    owner, _, name = path.rpartition(".")
    at = source.find(f"\nclass {owner}".encode()) if owner else 0
    indent = b"\n    " if owner else b"\n"
    for header in (b"def %s(", b"async def %s(", b"%s:", b"%s ="):
        found = source.find(indent + header % name.encode(), at) if at >= 0 else -1
        if found >= 0:
            return crc32(b"\n".join(_block(source, found + 1, len(indent) - 1)).rstrip())
    return None


def _block(source: bytes, start: int, indent: int) -> Iterator[bytes]:
    """The line that begins there, and those after it that stand further to the right."""
    first = True
    while start < len(source):
        end = source.find(b"\n", start)
        line = source[start : end if end >= 0 else len(source)]
        inner = line.lstrip()
        if inner and not first and len(line) - len(inner) <= indent and inner[:1] not in b")]}":
            return
        yield line
        first, start = False, start + len(line) + 1


@cache
def _source_of(module: str) -> bytes:
    """The source of a module; empty where there is none."""
    package, *inner = module.split(".")
    found = sys.modules.get(package)
    file = getattr(found, "__file__", None)
    if file is None:
        from importlib.util import find_spec

        spec = find_spec(package)
        file = spec.origin if spec else None
    try:
        return Path(file or "").parent.joinpath(*inner).with_suffix(".py").read_bytes()
    except OSError:
        return b""
