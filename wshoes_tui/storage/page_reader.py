"""Page reader: rows of a damaged SQLite file, read from its b-tree pages without SQLite.

SQLite refuses a whole file for one bad page. Here every page is looked at by itself: a page that
is intact gives up its rows, whatever became of its parents, of the schema and of the header.
Nothing that stands in the file can be run.

Sources: sqlite.org/fileformat2.html; the approach is that of SQLite's ``.recover``, made for
tables WITHOUT ROWID, whose rows stand in index b-trees, in inner pages too.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

HEADER = 100
"""Bytes before the b-tree of the first page."""
USUAL_PAGE = 4096
PAGE_SIZES = tuple(1 << power for power in range(9, 17))
INNER_INDEX, INNER_TABLE, LEAF_INDEX, LEAF_TABLE = 2, 5, 10, 13
TREES = (INNER_INDEX, INNER_TABLE, LEAF_INDEX, LEAF_TABLE)
MOST_PAYLOAD = 64 << 20
"""Bytes of a row; a length above it is damage."""
MOST_COLUMNS = 200
DEEPEST = 20
"""Levels of a b-tree: as many as SQLite itself follows."""

LOG_HEADER, FRAME_HEADER = 32, 24
LOG_LITTLE, LOG_BIG = 0x377F0682, 0x377F0683

Values = list[object]
"""The values of a row, as they stand in it: None, numbers, texts, and bytes."""


class _DamageError(Exception):
    """A part of a page that cannot be read."""


@dataclass(slots=True)
class PageTree:
    """What was read of one b-tree. ``whole`` is whether no page of it is missing or damaged."""

    rows: list[Values] = field(default_factory=list)
    pages: set[int] = field(default_factory=set)
    whole: bool = True


class PageReader:
    """The pages of a file with its log.

    Args:
        data: the bytes of the file, cut short or not.
        log: those of its write-ahead log; only what was committed in it counts.
    """

    def __init__(self, data: bytes, log: bytes = b"") -> None:
        newest, last = _committed(log)
        self.size = _page_size(data, log)
        self._reserved = data[20] if len(data) > 20 and data[20] <= 32 else 0
        self._pages = {
            at // self.size + 1: data[at : at + self.size] for at in range(0, len(data), self.size)
        } | newest
        # A last page that is cut off is not what it was; nor are pages after the end that the
        # log tells of.
        self._pages = {
            n: page
            for n, page in self._pages.items()
            if len(page) == self.size and n <= (last or n)
        }

    @property
    def numbers(self) -> list[int]:
        """The pages that are there."""
        return sorted(self._pages)

    def tree(self, root: int) -> PageTree:
        """All rows of a b-tree, from its root down, as far as it can be followed."""
        found = PageTree()
        self._follow(root, found, 0)
        return found

    def _follow(self, number: int, found: PageTree, depth: int) -> None:
        page = self._pages.get(number)
        start = HEADER if number == 1 else 0
        if page is None or page[start] not in TREES or number in found.pages or depth > DEEPEST:
            found.whole = False
            return
        found.pages.add(number)
        kind = page[start]
        try:
            cells = self._cells(page, start)
        except _DamageError:
            found.whole = False
            return
        for at in cells:
            if kind in (INNER_INDEX, INNER_TABLE):
                self._follow(_number(page, at), found, depth + 1)
            if kind != INNER_TABLE:
                try:
                    found.rows.append(self._row(page, at, kind, found.pages))
                except _DamageError:
                    found.whole = False
        if kind in (INNER_INDEX, INNER_TABLE):
            self._follow(_number(page, start + 8), found, depth + 1)

    def rows_of_page(self, number: int) -> list[Values]:
        """The rows that stand on one page of an index b-tree; none on any other page."""
        page = self._pages[number]
        start = HEADER if number == 1 else 0
        rows: list[Values] = []
        if page[start] not in (INNER_INDEX, LEAF_INDEX):
            return rows
        try:
            cells = self._cells(page, start)
        except _DamageError:
            return rows
        for at in cells:
            try:
                rows.append(self._row(page, at, page[start], set()))
            except _DamageError:
                continue
        return rows

    def free_pages(self) -> set[int]:
        """The pages that hold nothing, as far as their list can be followed."""
        found: set[int] = set()
        first = self._pages.get(1, b"")
        trunk = _number(first, 32) if first else 0
        while trunk in self._pages and trunk not in found:
            found.add(trunk)
            page = self._pages[trunk]
            many = min(_number(page, 4), self.size // 4 - 2)
            found.update(_number(page, 8 + 4 * one) for one in range(many))
            trunk = _number(page, 0)
        return found

    def _cells(self, page: bytes, start: int) -> list[int]:
        """Where the cells of a page begin."""
        inner = page[start] in (INNER_INDEX, INNER_TABLE)
        many = int.from_bytes(page[start + 3 : start + 5], "big")
        first = start + (12 if inner else 8)
        if first + 2 * many > self.size:
            raise _DamageError
        return list(struct.unpack_from(f">{many}H", page, first))

    def _row(self, page: bytes, at: int, kind: int, visited: set[int]) -> Values:
        """The row of a cell, with what of it stands on other pages."""
        if kind == INNER_INDEX:
            at += 4
        length, at = _varint(page, at)
        if kind == LEAF_TABLE:
            _, at = _varint(page, at)  # the number of the row
        usable = self.size - self._reserved
        most = usable - 35 if kind == LEAF_TABLE else (usable - 12) * 64 // 255 - 23
        if not 0 < length <= MOST_PAYLOAD:
            raise _DamageError
        local = length
        if length > most:
            least = (usable - 12) * 32 // 255 - 23
            rest = least + (length - least) % (usable - 4)
            local = rest if rest <= most else least
        payload = page[at : at + local]
        if len(payload) < local:
            raise _DamageError
        if local < length:
            payload += self._overflow(_number(page, at + local), length - local, visited)
        return _values(payload)

    def _overflow(self, number: int, length: int, visited: set[int]) -> bytes:
        parts: list[bytes] = []
        seen: set[int] = set()
        room = self.size - self._reserved - 4
        while length > 0:
            page = self._pages.get(number)
            if page is None or number in seen:
                raise _DamageError
            seen.add(number)
            parts.append(page[4 : 4 + min(room, length)])
            length -= room
            number = _number(page, 0)
        visited |= seen
        return b"".join(parts)


def _number(page: bytes, at: int) -> int:
    return int.from_bytes(page[at : at + 4], "big")


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of variable length, and where it ends."""
    value = 0
    for number in range(9):
        if at >= len(data):
            raise _DamageError
        byte = data[at]
        at += 1
        if number == 8:
            return value << 8 | byte, at
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at
    raise AssertionError


_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


def _values(payload: bytes) -> Values:
    """The values of a record."""
    length, at = _varint(payload, 0)
    body = length
    found: Values = []
    while at < length:
        kind, at = _varint(payload, at)
        size = _INTEGERS.get(kind, 8 if kind == 7 else (kind - 12) // 2 if kind >= 12 else 0)
        raw = payload[body : body + size]
        if len(raw) < size or len(found) >= MOST_COLUMNS or kind in (10, 11):
            raise _DamageError
        body += size
        found.append(_value(kind, raw))
    return found


def _value(kind: int, raw: bytes) -> object:
    if kind == 0:
        return None
    if kind in _INTEGERS:
        return int.from_bytes(raw, "big", signed=True)
    if kind == 7:
        return struct.unpack(">d", raw)[0]
    if kind in (8, 9):
        return kind - 8
    return raw.decode("utf-8", "replace") if kind % 2 else raw


def _page_size(data: bytes, log: bytes) -> int:
    """The size of a page as the header says, or the log, or as it usually is."""
    told = int.from_bytes(data[16:18], "big") if len(data) > HEADER else 0
    told = 65536 if told == 1 else told
    logged = _number(log, 8) if len(log) >= LOG_HEADER else 0
    if logged in PAGE_SIZES:
        return logged
    return told if told in PAGE_SIZES and data[:6] == b"SQLite" else USUAL_PAGE


def _committed(log: bytes) -> tuple[dict[int, bytes], int]:
    """The newest committed version of each page in a write-ahead log, and the pages in all.

    The number of pages is 0 where nothing was committed in it.
    """
    found: dict[int, bytes] = {}
    last = 0
    if len(log) < LOG_HEADER or _number(log, 0) not in (LOG_LITTLE, LOG_BIG):
        return found, last
    order = "<" if _number(log, 0) == LOG_LITTLE else ">"
    size, salt = _number(log, 8), log[16:24]
    sums = _checksum(log[:24], (0, 0), order)
    if size not in PAGE_SIZES or sums != struct.unpack(">2I", log[24:32]):
        return found, last
    waiting: dict[int, bytes] = {}
    for number, commit, page in _frames(log, size, salt, sums, order):
        waiting[number] = page
        if commit:
            found |= waiting
            last, waiting = commit, {}
    return found, last


def _frames(
    log: bytes, size: int, salt: bytes, sums: tuple[int, int], order: str
) -> Iterator[tuple[int, int, bytes]]:
    """The frames of a log up to the first that does not belong to it: page, commit, content."""
    for at in range(LOG_HEADER, len(log) - FRAME_HEADER - size + 1, FRAME_HEADER + size):
        head, page = log[at : at + FRAME_HEADER], log[at + FRAME_HEADER : at + FRAME_HEADER + size]
        sums = _checksum(head[:8] + page, sums, order)
        if head[8:16] != salt or struct.unpack(">2I", head[16:24]) != sums:
            return
        yield _number(head, 0), _number(head, 4), page


def _checksum(data: bytes, sums: tuple[int, int], order: str) -> tuple[int, int]:
    first, second = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for one, other in zip(words[::2], words[1::2], strict=True):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + other + first) & 0xFFFFFFFF
    return first, second
