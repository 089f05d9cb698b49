"""The encoding in which letters are typed, as the locale names it, and a decoder for it."""

from __future__ import annotations

import codecs
import os
from collections.abc import Mapping

from wshoes_tui.domain.value import Value, value
from wshoes_tui.locale import N_

BYTES_MENDED = N_("Some bytes were no letters: each became a replacement character.")
UTF_8 = "utf-8"
NO_NAME = ("", "C", "POSIX")
"""Locales that name no encoding."""

COERCED = frozenset({"C.UTF-8", "C.utf8", "UTF-8"})
"""What Python itself writes into LC_CTYPE where the locale is C or is not there: it says nothing
of the terminal, and LANG still does.
"""


@value()
class Encoding(Value):
    """The encoding of what is typed. ``asked`` is what the locale calls it.

    ``known`` is False where the locale names one that cannot be read: UTF-8 stands in for it.
    """

    name: str = UTF_8
    asked: str = ""
    known: bool = True

    @property
    def shown(self) -> str:
        """Its name for people."""
        return self.asked or self.name.upper()


def encoding_of(environ: Mapping[str, str] = os.environ) -> Encoding:
    """The encoding that the locale in this environment names; UTF-8 where it names none."""
    tag = locale_in(environ)
    if tag in NO_NAME:
        return Encoding()
    bare, modifier = tag.partition("@")[::2]
    named = bare.partition(".")[2] or ("ISO-8859-15" if modifier == "euro" else "")
    asked = named or _usual(bare)
    name = _readable(asked)
    if is_utf8(asked) or name == "ascii" or (name is None and not named):
        return Encoding()
    return Encoding(name, asked) if name else Encoding(UTF_8, asked, known=False)


def locale_in(environ: Mapping[str, str]) -> str:
    """The locale that decides about letters, such as "de_DE.UTF-8"; empty where there is none."""
    lang = environ.get("LANG") or ""
    tag = environ.get("LC_ALL") or environ.get("LC_CTYPE") or lang
    return lang if lang and not environ.get("LC_ALL") and tag in COERCED else tag


def is_utf8(name: str) -> bool:
    """Whether this names UTF-8."""
    return "utf8" in name.casefold().replace("-", "").replace("_", "")


def _usual(tag: str) -> str:
    """The encoding of a locale that does not name it: the system's word, or what is customary."""
    import locale  # slow to import, and seldom asked

    if locale.setlocale(locale.LC_CTYPE).partition("@")[0] == tag:
        return locale.getencoding()
    return locale.normalize(tag).partition("@")[0].partition(".")[2] or UTF_8


def _readable(asked: str) -> str | None:
    """Python's name for it, where there is one and each byte of ASCII means in it what it does."""
    try:
        name = codecs.lookup(asked).name
        decoder = codecs.getincrementaldecoder(name)()
        if all(decoder.decode(bytes([byte])) == chr(byte) for byte in range(0x80)):
            return name
    except (LookupError, UnicodeError, TypeError, ValueError):
        pass
    return None


class Decoder:
    """Text from bytes that come in pieces; what is no text in the encoding becomes U+FFFD."""

    def __init__(self, encoding: str = UTF_8) -> None:
        self._decoder = codecs.getincrementaldecoder(encoding)("strict")
        self._mended = False

    def decode(self, data: bytes, *, final: bool = False) -> str:
        """The text that is complete with these bytes."""
        before = self._decoder.getstate()
        try:
            return self._decoder.decode(data, final)
        except UnicodeDecodeError:
            self._mended = True
        self._decoder.setstate(before)
        self._decoder.errors = "replace"
        try:
            return self._decoder.decode(data, final)
        finally:
            self._decoder.errors = "strict"

    def has_mended(self) -> bool:
        """Whether anything became U+FFFD since this was last asked."""
        mended, self._mended = self._mended, False
        return mended
