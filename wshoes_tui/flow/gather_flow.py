"""Gather: what is told of files of other machines that were merged into the sessions here.

The same for the command line, the screen and plain lines. ``sessions/gathering.py`` does it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from wshoes_tui.domain.handlers.review_handler import is_shareable, text_of
from wshoes_tui.domain.merge import DifferingRecord, Merged
from wshoes_tui.domain.models import (
    Evidence,
    Feedback,
    Lightbulb,
    ParkedTopic,
    Pledge,
    Record,
    Response,
    Session,
    SpokenRecord,
    Turn,
)
from wshoes_tui.domain.text import one_line, short_path
from wshoes_tui.flow.blocks import Blocks, TextBlock
from wshoes_tui.flow.conflict_flow import NOTHING, RECORD_NAMES, SHORT, Conflict
from wshoes_tui.flow.session_labels import title_or
from wshoes_tui.locale import N_, _, many

WHICH_FILE = N_("Which file? The wshoes.db of the other computer, a copy of it, or a JSON export.")
GATHERED = N_("Sessions of other computers")
TAKE_IN = N_("take in")
MOST_WORDS = 60
MOST_DIFFERING = 8
"""Records of one conflict that are named; the rest are counted."""


def files_named(text: str) -> list[Path]:
    """The files that somebody means: a path, or several by ``*``, with ``~`` for a home."""
    path = Path(os.path.expanduser(text.strip().strip("\"'")))  # noqa: PTH111 - never raises
    if "*" not in path.name or path.exists():
        return [path.absolute()]
    return sorted(path.parent.absolute().glob(path.name)) or [path.absolute()]


@dataclass(slots=True)
class SourceReport:
    """What came of one file.

    Attributes:
        path: the file.
        new, updated, here: sessions that are new here, that were brought up to date, and of which
            nothing was new.
        words: records of words that are new here, or have changed.
        erased: what was erased there and is erased here now, too.
        kept_out: records in it that had been erased here, and stayed out.
        untouched: sessions of which something could not be taken in: conflicts among them.
        doubtful: whether the file was perhaps copied while it was in use.
        troubles: a sentence for each thing that could not be done.
        conflicts: the sessions among them that have gone on here and there.
    """

    path: Path
    new: int = 0
    updated: int = 0
    here: int = 0
    words: int = 0
    erased: int = 0
    kept_out: int = 0
    untouched: int = 0
    doubtful: bool = False
    troubles: list[str] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The file, as it is named."""
        return short_path(self.path.parts)


@dataclass(slots=True)
class GatherReport:
    """What came of all files, in their order.

    Attributes:
        sources: the files.
        exports: exported files that hold words which were erased, and are there still.
        left: files in the data folder that could not be cleaned of them.
        stopped: whether it was stopped before the last file.
    """

    sources: list[SourceReport] = field(default_factory=list)
    exports: tuple[Path, ...] = ()
    left: tuple[Path, ...] = ()
    stopped: bool = False

    @property
    def conflicts(self) -> list[Conflict]:
        """All conflicts, those of the first file first."""
        return [conflict for one in self.sources for conflict in one.conflicts]

    def settle(self, conflict: Conflict) -> None:
        """Count a conflict as brought up to date, now that it is decided."""
        for one in self.sources:
            if conflict in one.conflicts:
                one.conflicts.remove(conflict)
                one.troubles.remove(conflict.told)
                one.updated += 1

    @property
    def has_nothing(self) -> bool:
        """Whether there is nothing in it but what could not be done."""
        found = any(one.new or one.updated or one.here or one.conflicts for one in self.sources)
        return not (found or self.is_whole or self.stopped)

    @property
    def is_whole(self) -> bool:
        """Whether all was taken in that there was."""
        return not (self.stopped or self.left or any(one.troubles for one in self.sources))


def report_blocks(report: GatherReport) -> Blocks:
    """The whole report: a line for each file, what could not be done, and the sum."""
    for one in report.sources:
        if one.new or one.updated or one.here or not one.troubles:
            yield TextBlock("Session", source_told(one))
    for sentence in troubles_told(report):
        yield TextBlock("Error", sentence)
    for sentence in notices_told(report):
        yield TextBlock("Notice", sentence)
    yield TextBlock("Saved", sum_told(report))


def source_told(one: SourceReport) -> str:
    """What came of one file, in a line."""
    parts = [
        many("{count} session is new", "{count} sessions are new", one.new),
        many("{count} brought up to date", "{count} brought up to date", one.updated),
        many("{count} here already", "{count} here already", one.here),
    ]
    return f"{one.name}: {', '.join(parts)}"


def troubles_told(report: GatherReport) -> Iterator[str]:
    """What could not be done, a sentence each."""
    for one in report.sources:
        yield from one.troubles
    for path in report.left:
        yield _(
            "{file} could not be cleaned of words that were erased on another computer. Delete it, "
            "or close other programs and gather once more.",
            file=one_line(str(path)),
        )


def notices_told(report: GatherReport) -> Iterator[str]:
    """What somebody should know, though all went well."""
    kept_out = [one for one in report.sources if one.kept_out]
    if kept_out:
        yield many(
            "{count} record had been erased here and stayed out. It still stands in: {files}",
            "{count} records had been erased here and stayed out. They still stand in: {files}",
            sum(one.kept_out for one in kept_out),
            files=_names(kept_out),
        )
    if doubtful := [one for one in report.sources if one.doubtful]:
        yield _(
            "Perhaps copied while in use, without the newest words: {files}. Copies without that "
            "fault are made with wshoes backup.",
            files=_names(doubtful),
        )
    if report.exports:
        yield _(
            "Exports are out of reach. Delete these files yourself, for words in them were erased "
            "on another computer: {files}",
            files=", ".join(one_line(str(path)) for path in report.exports),
        )


def _names(sources: Sequence[SourceReport]) -> str:
    names = [one.name for one in sources]
    more = len(names) - MOST_DIFFERING
    shown = ", ".join(names[:MOST_DIFFERING])
    return f"{shown} (+{more})" if more > 0 else shown


def sum_told(report: GatherReport) -> str:
    """What came in altogether, in a line."""
    new, updated, words, erased = (
        sum(getattr(one, name) for one in report.sources)
        for name in ("new", "updated", "words", "erased")
    )
    told = _(
        "Taken in: {new}, {updated}, {words}.",
        new=many("{count} new session", "{count} new sessions", new),
        updated=many("{count} brought up to date", "{count} brought up to date", updated),
        words=many("{count} text", "{count} texts", words),
    )
    if erased:
        told += " " + many(
            "{count} thing was erased, as it was there.",
            "{count} things were erased, as they were there.",
            erased,
        )
    if report.stopped:
        told += " " + _("Stopped before the end: gather once more for the rest.")
    return told


def conflict_told(file: str, merged: Merged) -> str:
    """Where two copies of a session differ and neither is newer, in a sentence.

    Words that are withheld or were kept back are not said.
    """
    session = merged.session
    differing = [_differing_told(session, one) for one in merged.differing[:MOST_DIFFERING]]
    if (more := len(merged.differing) - MOST_DIFFERING) > 0:
        differing.append(many("{count} more", "{count} more", more))
    return _(
        "Session {session}, {title}: it was changed here and in {file}, so it stays as it is here. "
        "It differs in: {differing}.",
        session=session.id[:SHORT],
        title=one_line(title_or(session.header.title)),
        file=file,
        differing="; ".join(differing),
    )


def _differing_told(session: Session, one: DifferingRecord) -> str:
    record = one.present or one.other
    kind = _(RECORD_NAMES.get(one.kind, one.kind))
    turn_id = record.id if isinstance(record, Turn) else getattr(record, "turn", None)
    turn = next((turn for turn in session.turns if turn.id == turn_id), None)
    where = f" ({one_line(session.card_of(turn).title)})" if turn is not None else ""
    here, there = _words(one.present), _words(one.other)
    if not isinstance(record, SpokenRecord) or None in (here, there):
        return f"{kind}{where}"
    return f"{kind}{where}: " + _("here {here}, there {there}", here=here, there=there)


def _words(record: Record | None) -> str | None:
    """The words of a record in short; None where they may not be said."""
    if record is None:
        return _(NOTHING)
    if not isinstance(record, SpokenRecord) or not is_shareable(record, unreviewed=True):
        return None
    if not isinstance(record, Response | Evidence | Lightbulb | Pledge | ParkedTopic | Feedback):
        return None
    text = one_line(text_of(record))
    return f'"{text if len(text) <= MOST_WORDS else text[:MOST_WORDS] + "..."}"'
