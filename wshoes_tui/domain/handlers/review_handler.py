"""Review before sharing: which words an export may carry, and as what text.

The privacy rule of exports stands here and nowhere else: ``is_shareable``. A module that makes an
export asks it of every record of words, and shows ``as_shared`` of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from wshoes_tui.domain.commands import ReviewWords
from wshoes_tui.domain.engine import (
    NO_CHANGE,
    NO_SUCH_WORDS,
    Refusal,
    UnitOfWork,
    find,
    handles,
    must_fit,
)
from wshoes_tui.domain.models import (
    TEXTS,
    Evidence,
    Feedback,
    Lightbulb,
    ParkedTopic,
    Pledge,
    PledgeUpdate,
    Response,
    Session,
    SpokenRecord,
    WildCard,
)
from wshoes_tui.domain.value import replace

AnyWords = TypeVar("AnyWords", bound=SpokenRecord)

REVIEWED: dict[type[SpokenRecord], str] = {
    Response: "responses",
    Evidence: "evidence",
    Lightbulb: "lightbulbs",
    Pledge: "pledges",
    PledgeUpdate: "pledge_updates",
    ParkedTopic: "car_park",
    WildCard: "wild_cards",
    Feedback: "feedback",
}
"""The kinds of record that a review looks through, and their fields in a session."""


def is_shareable(record: SpokenRecord, *, unreviewed: bool = False) -> bool:
    """Whether these words may be passed on: looked through, and found to be for sharing.

    Args:
        record: the words.
        unreviewed: pass on what nobody has looked through, too. What was kept back never is.
    """
    if is_withheld(record):
        return False
    if not text_of(record).strip():  # that a pledge was kept, and nothing said about it
        unreviewed = True
    return record.review == "share" or (unreviewed and record.review == "")


def is_withheld(record: SpokenRecord) -> bool:
    """Whether these words were kept out of all exports when they were said."""
    if isinstance(record, Evidence):
        return record.withheld
    return isinstance(record, Response) and record.visibility == "withheld"


def review_lines(session: Session) -> list[SpokenRecord]:
    """What there is to look through, in the order in which it is read."""
    found = (record for record in spoken_records(session) if not is_withheld(record))
    return [record for record in found if text_of(record).strip()]


def spoken_records(session: Session) -> Iterator[SpokenRecord]:
    """All records of words: what was said turn by turn, then the rest as a session holds it."""
    turns = {turn.id: turn.number for turn in session.turns}
    said = session.responses
    yield from sorted(said, key=lambda one: (turns.get(one.turn, 0), one.place))
    for name in list(REVIEWED.values())[1:]:
        yield from getattr(session, name)


def is_looked_through(session: Session) -> bool:
    """Whether somebody has begun to look through the session, or there is nothing to look at."""
    lines = review_lines(session)
    return not lines or any(record.review for record in lines)


def text_of(record: SpokenRecord) -> str:
    """The words of a record as one text, as they were said.

    Where there are two halves (see ``TEXTS``) the first is one line, and the rest is the second. Of
    a pledge, what was said about it later follows.
    """
    first, *second = (getattr(record, name) for name in TEXTS[type(record)])
    text: str = first
    if second:
        head = " ".join(first.split())
        text = f"{head}\n{second[0]}" if head else second[0]
    if isinstance(record, WildCard):
        return text.rstrip("\n")
    if isinstance(record, Pledge):
        said = (words for note in record.history for words in (note.was, note.note) if words)
        return "\n".join((text, *said))
    return text


def as_shared(record: AnyWords) -> AnyWords:
    """The record with the words that were put right for sharing, where there are any.

    They stand instead of all its words: in both halves, if it has two and they have two lines.
    """
    shared = record.shared_text
    if not shared:
        return record
    first, *second = TEXTS[type(record)]
    head, line_break, rest = shared.partition("\n")
    parts: dict[str, Any] = {first: shared}
    if second and getattr(record, first) and line_break:
        parts = {first: head, second[0]: rest}
    elif second:
        parts = {first: "", second[0]: shared}
    if isinstance(record, WildCard) and not line_break:
        parts = {"title": shared, "text": ""}
    if isinstance(record, Pledge):
        parts["history"] = tuple(replace(note, note="", was="") for note in record.history)
    words: Any = record
    told: AnyWords = replace(words, **parts)
    return told


@handles(ReviewWords)
def review_words(work: UnitOfWork, command: ReviewWords) -> None:
    """Decide about one record of words. The words that were said stay as they are."""
    record = next(
        (found for kind in REVIEWED if (found := find(work.session, kind, command.record))), None
    )
    if record is None:
        raise Refusal(NO_SUCH_WORDS)
    if is_withheld(record):
        raise Refusal("These words are kept out of every export. That was asked for.")
    must_fit(command.text)
    text = command.text if command.review == "share" and command.text.strip() else ""
    if text == text_of(record):
        text = ""
    if (record.review, record.shared_text) == (command.review, text):
        raise Refusal(NO_CHANGE)
    words: Any = record
    work.put(replace(words, review=command.review, shared_text=text))
