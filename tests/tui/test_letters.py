"""What was typed is what is stored: every character, by every way in, in every encoding."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from tests.build import Play
from tests.host.lines import until
from tests.host.seated import seated
from tests.letters import ALL, CONTROLS, JOINED, PRINTED, blocks, few, texts
from tests.lines.process import piped
from tests.lines.seats import seats
from tests.tui.app_fixture import House, resume
from tests.tui.decks import HOSPITAL
from tests.tui.keyboard import ENTER, burst, letter_by_letter, pasted, typed
from tests.tui.screen_text import in_field
from wshoes_tui.domain.commands import Begin, Open
from wshoes_tui.lines.key_sources import LineSplitter
from wshoes_tui.storage.sql_store import open_store
from wshoes_tui.terminal.encodings import Decoder, encoding_of
from wshoes_tui.tui.terminal.input_parser import InputParser

ENCODINGS = {
    "en_GB.UTF-8": "utf-8",
    "de_DE.ISO-8859-1": "latin-1",
    "de_DE": "latin-1",
    "de_DE@euro": "iso8859-15",
    "ru_RU.KOI8-R": "koi8-r",
    "ja_JP.SJIS": "shift_jis",
    "ja_JP.eucJP": "euc_jp",
    "zh_CN.GB18030": "gb18030",
    "zh_TW.Big5": "big5",
    "ko_KR.EUC-KR": "euc_kr",
    "C": "utf-8",
    "POSIX": "utf-8",
    "": "utf-8",
    "en_US.ANSI_X3.4-1968": "utf-8",
}
"""Locales, and what their terminals send."""

UNREADABLE = ("xx_YY.NOT-THERE", "ja_JP.ISO-2022-JP", "en_US.UTF-16", "en_US.idna")
"""Locales in which no letters can be read: that is told before anybody types."""


def characters_in(encoding: str) -> str:
    """Every character that a terminal with this encoding can send."""
    if encoding in ("utf-8", "gb18030"):
        return PRINTED
    return "".join(
        c for c in PRINTED if c.encode(encoding, "ignore").decode(encoding, "ignore") == c
    )


# -- on the screen


async def test_what_is_typed_and_pasted_on_the_screen_is_kept(solid_house: House) -> None:
    solid_house.hold(Play.begun("Asha, Tom", HOSPITAL))
    shorter = [c for c in few(ALL) if ord(c) < 0x3000 or ord(c) % 7 == 0]
    by_key = [*texts(c for c in shorter if c not in CONTROLS), JOINED]
    by_paste = [*texts(c for c in shorter if c != "\r"), JOINED]
    async with solid_house.open(resume()) as app:
        for text in by_key:
            await burst(app, text)
            assert in_field(app) == text
            await typed(app, ENTER)
        for text in by_paste:
            await pasted(app, text)
            await typed(app, ENTER)
    assert [r.text for r in solid_house.only.responses] == by_key + by_paste


async def test_each_joiner_is_kept_as_a_key_of_its_own(house: House) -> None:
    house.hold(Play.begun("Asha, Tom", HOSPITAL))
    async with house.open(resume()) as app:
        await letter_by_letter(app, JOINED[:60], "\u200c", "\x9b", "\ue000", ENTER)
    assert [r.text for r in house.only.responses] == [JOINED[:60] + "\u200c\x9b\ue000"]


def test_each_character_is_one_key() -> None:
    intake = InputParser()
    found = [event for event in intake.feed(PRINTED) if isinstance(event, events.Key)]
    assert "".join(event.character or "" for event in found) == PRINTED
    assert not {event.key for event in found} & {
        "escape", "enter", "tab", "backspace", "delete", "shift+escape", "ctrl+j"
    }  # fmt: skip
    for control in CONTROLS.replace("\x1b", ""):
        assert [event.character for event in intake.feed(control)] == [control]


# -- over the host's line


@pytest.mark.parametrize("every", [pytest.param(True, marks=pytest.mark.slow), False])
async def test_every_character_is_kept_at_a_seat_with_a_screen(every: bool) -> None:
    async with seated() as seat:
        await seat.write()
        characters = ALL if every else few(ALL)
        by_key = texts(c for c in characters if c not in CONTROLS)
        by_paste = texts(c for c in characters if c != "\r")
        sent = [text.encode() for text in by_key]
        sent += [b"\x1b[200~" + text.encode() + b"\x1b[201~" for text in by_paste]
        for number, keys in enumerate(sent, 1):  # what arrives at once would be one text
            seat.type(keys + b"\r")
            await until(lambda number=number: len(seat.app.handed_in) == number)
        assert seat.app.handed_in == by_key + by_paste
        assert not seat.app.said


@pytest.mark.parametrize("raw", [False, True])
async def test_every_character_is_kept_at_a_seat_in_lines(raw: bool) -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha", raw=raw)
        await together.does(Open(), Begin())
        own = "\t" if raw else "\n\r"  # what is a key there, or the end of a line
        kept = [c for c in ALL if (c in "\t" or c not in CONTROLS if raw else c not in own)]
        sent = [*blocks(kept, 50_000), JOINED]
        for text in sent:
            asha.lines.loop.feed(text.encode()[:20_001])  # in the middle of a letter, or not
            await asha.sends(text.encode()[20_001:] + b"\n")
        assert [r.text for r in together.stored.responses] == sent


# -- in line mode, and in every encoding


def test_every_character_is_kept_in_line_mode(data: Path) -> None:
    sent = [*blocks((c for c in ALL if c not in "\n\r"), 50_000), JOINED]
    assert piped("\n".join(sent) + "\n", "rehearse", "kitchen").status == 0
    store = open_store(data / "wshoes.db")
    (line,) = store.sessions()
    assert [r.text for r in store.load(line.id).responses] == sent
    store.close()


@pytest.mark.parametrize("locale", ENCODINGS)
def test_every_character_of_an_encoding_is_read(locale: str) -> None:
    """By the terminal and in lines, all at once, and with the bytes of a letter apart."""
    encoding = encoding_of({"LC_ALL": locale})
    assert encoding.known
    sent = characters_in(ENCODINGS[locale])
    data = sent.encode(ENCODINGS[locale])
    for step in (len(data), 997):
        decoder = Decoder(encoding.name)
        parts = [decoder.decode(data[at : at + step]) for at in range(0, len(data), step)]
        assert "".join(parts) == sent
        assert not decoder.has_mended()
    lines = blocks(sent)
    split = LineSplitter(encoding.name).feed("\n".join(lines).encode(ENCODINGS[locale]) + b"\n")
    assert [(line.text, line.mended) for line in split] == [(line, False) for line in lines]


@pytest.mark.parametrize("locale", UNREADABLE)
def test_an_encoding_that_cannot_be_read_is_told_beforehand(locale: str) -> None:
    encoding = encoding_of({"LANG": locale})
    assert (encoding.name, encoding.known) == ("utf-8", False)
    assert encoding.asked in locale


@pytest.mark.parametrize(
    "encoding", ["utf-8", "latin-1", "ascii", "shift_jis", "gb18030", "cp1252"]
)
def test_bytes_that_are_no_letters_become_replacement_characters(encoding: str) -> None:
    for step in (1, 2, 3, 7, 1000):
        decoder = Decoder(encoding)
        sent = "é".encode(encoding, "ignore") + b"\xc3(\xff\xe2\x82a\x81\xed\xa0\x80b\xf0\x9f\x98cd"
        parts = [decoder.decode(sent[at : at + step]) for at in range(0, len(sent), step)]
        text = "".join(parts) + decoder.decode(b"", final=True)
        assert text == sent.decode(encoding, "replace")
        assert decoder.has_mended() == ("\ufffd" in text)
        assert not decoder.has_mended()
