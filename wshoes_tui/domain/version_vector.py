"""Version vector: which of two copies of a session is newer, or that both have gone on apart.

A session carries, for each *writer*, the number of its commits that the copy contains. A writer
is one opening of the session for writing, with a random name: so two data folders of which one
is a copy of the other are two writers, and so is one machine before and after an old backup was
put back. One copy is newer than another if it contains all commits of that and more; where each
has commits that the other lacks, nobody can say which is right.

Neither the wall clock nor ``commit_number`` can tell that: clocks of machines differ and jump, and
each database counts for itself. Nor can revisions: undo takes records away, and redo brings them
back with the revision they had.

A session of a program from before has no such vector. The time of its last commit stands in for
it, under the writer ``BEFORE``: as it is copied with the session, equal times are equal states.

Source: D. S. Parker et al., Detection of Mutual Inconsistency in Distributed Systems, 1983.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Literal

from wshoes_tui.domain.value import Value, value

BEFORE = ""
"""The writer of all commits from before there were vectors."""
UNKNOWN = 0
"""The count of ``BEFORE`` in a file that does not say when its session was saved."""
WRITER = re.compile(r"[0-9a-f]{12}|")
MOST_WRITERS = 10_000

Order = Literal["same", "newer", "older", "apart", "unsure"]
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def new_writer() -> str:
    """A name for a writer that no other has."""
    return os.urandom(6).hex()


@value()
class VersionVector(Value):
    """So many commits of each writer, sorted by their names; empty where nothing is known."""

    counts: tuple[tuple[str, int], ...] = ()

    def bumped(self, writer: str) -> VersionVector:
        """With one more commit of a writer."""
        counts = dict(self.counts)
        return _of({**counts, writer: counts.get(writer, 0) + 1})

    def merged(self, other: VersionVector) -> VersionVector:
        """With all commits that either contains."""
        counts = dict(self.counts)
        return _of(counts | {one: max(n, counts.get(one, 0)) for one, n in other.counts})

    def to_json(self) -> dict[str, int]:
        """As an object of JSON."""
        return dict(self.counts)

    def to_text(self) -> str:
        """As the text of that."""
        return json.dumps(self.to_json(), separators=(",", ":")) if self.counts else ""


def _of(counts: Mapping[str, int]) -> VersionVector:
    return VersionVector(tuple(sorted(counts.items())))


UNKNOWN_VERSION = VersionVector(((BEFORE, UNKNOWN),))
"""The vector of a session from a file of an older program, which tells nothing."""


def vector_from_json(found: object) -> VersionVector | None:
    """The vector of an object of JSON; None where it is none."""
    if not isinstance(found, dict) or len(found) > MOST_WRITERS:
        return None
    for writer, count in found.items():
        named = isinstance(writer, str) and WRITER.fullmatch(writer) is not None
        if not named or type(count) is not int or not 0 <= count < 1 << 63:
            return None
    return _of(found)


def vector_from_row(text: object, saved: object) -> VersionVector:
    """The vector in a row of a session: of its column, or else of the time of its last commit."""
    if isinstance(text, str) and text:
        try:
            return vector_from_json(json.loads(text)) or UNKNOWN_VERSION
        except (ValueError, RecursionError):
            return UNKNOWN_VERSION
    try:
        moment = datetime.fromisoformat(saved if isinstance(saved, str) else "")
        passed = (moment - _EPOCH) // timedelta(microseconds=1)
    except (ValueError, TypeError, OverflowError):
        passed = UNKNOWN
    return VersionVector(((BEFORE, max(UNKNOWN, passed)),))


def order_of(present: VersionVector, other: VersionVector) -> Order:
    """How another copy of a session stands to the one that is present.

    Returns:
        "same": both contain the same commits. "newer": the other contains all commits of the
        present one, and more; "older" the reverse. "apart": each has some that the other lacks.
        "unsure": of the commits from before vectors it is not known which contain which.
    """
    here, there = dict(present.counts), dict(other.counts)
    if here.get(BEFORE) != there.get(BEFORE):
        return "unsure" if BEFORE in here and BEFORE in there else "apart"
    if here == there:
        return "same"
    if all(there.get(one, 0) >= count for one, count in here.items()):
        return "newer"
    if all(here.get(one, 0) >= count for one, count in there.items()):
        return "older"
    return "apart"
