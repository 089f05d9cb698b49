"""Labels: the words that every front end uses for the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.draw import possible_turns
from wshoes_tui.domain.handlers.setup_handler import AGREEMENTS, planned_turns
from wshoes_tui.domain.list_rows import Listed
from wshoes_tui.domain.models import Pledge, Seat, Session
from wshoes_tui.domain.text import one_line
from wshoes_tui.flow.session_labels import day
from wshoes_tui.locale import LANGUAGE_NAMES, N_, _, language_in_use, many
from wshoes_tui.locale.phrases import (
    PLEDGE_STATES,
    about_pledge,
    by_day,
    count_cards,
    count_turns,
    pledge_sentence,
)
from wshoes_tui.terminal.encodings import UTF_8, Encoding

if TYPE_CHECKING:
    from wshoes_tui.domain.summary import Coverage, SeatVoice

SAVED_MARK = N_("✓ saved")
"""What a screen says when words are kept for good."""
KIND_NAMES = {
    "lightbulb": N_("a lightbulb"),
    "pledge": N_("a pledge"),
    "park": N_("for the car park"),
    "wild": N_("a card of your own"),
    "slip": N_("a slip from paper"),
    "feedback": N_("for the closing round"),
}
"""What words that wait are meant for, by the kind of their draft."""
SHORT_ID = 8
"""Characters of an id that are told: any beginning names a session that only it has."""
SIDE_WORDS = {"lived": N_("lives with it"), "service": N_("works in it")}
ORDER_WORDS = {
    "round": N_("round the table"),
    "sides": N_("the sides in turn"),
    "random": N_("in an order left to chance"),
}
SEAT_WORDS = {"here": "", "away": N_("away"), "left": N_("has left")}
STATE_WORDS = PLEDGE_STATES | {"open": ""}
STEP_NAMES = {
    "Say": N_("words that were saved"),
    "Next": N_("going on to the next turn"),
    "Pass": N_("a pass"),
    "Skip": N_("another card"),
    "ParkCard": N_("a card in the car park"),
    "Swap": N_("a swap"),
    "ChangeShoes": N_("other shoes"),
    "GiveTurn": N_("whose turn it is"),
    "WriteFirst": N_("write first"),
    "StopWriting": N_("talking instead of writing"),
    "AddLightbulb": KIND_NAMES["lightbulb"],
    "AddPledge": KIND_NAMES["pledge"],
    "ChangePledge": N_("a change to a pledge"),
    "UpdatePledge": N_("how a pledge stands"),
    "ParkTopic": N_("a topic in the car park"),
    "PlaceCard": KIND_NAMES["wild"],
    "AddSlip": KIND_NAMES["slip"],
    "EditResponse": N_("words put right"),
    "ShowAs": N_("who may see the words"),
    "ReviewWords": N_("what may be shared"),
    "Remove": N_("something taken back"),
    "AddSeat": N_("a new seat"),
    "ChangeSeat": N_("a change to a seat"),
    "RemoveSeat": N_("a seat taken away"),
    "ChooseDecks": N_("the choice of decks"),
    "Plan": N_("a change to the plan"),
    "Open": N_("going to the opening"),
    "Agree": N_("a change to the agreements"),
    "ChooseCandidate": N_("who the candidate is"),
    "Consent": N_("consent"),
    "Rate": N_("numbers"),
    "Begin": N_("the first card"),
    "MoreTurns": N_("one more turn"),
    "GoToClosing": N_("going to the closing round"),
    "GiveFeedback": N_("words of the closing round"),
}
LAST_STEP = N_("the last step")


def plan(session: Session) -> str:
    """ "4 turns, round the table, everybody writes first"."""
    turns = session.header.planned_turns or planned_turns(session)
    if session.decks:
        turns = possible_turns(session, turns)
    if (candidate := session.candidate) is not None:
        label = one_line(candidate.label)
        return f"{count_turns(turns)}, " + _("{who} answers, the others are the panel", who=label)
    parts = (
        count_turns(turns),
        _(ORDER_WORDS[session.header.order]),
        _("everybody writes first")
        if session.header.write_first
        else _("talking, without writing first"),
    )
    return ", ".join(parts)


def agreement(text: str) -> str:
    """A ground rule; one that every session begins with is translated for the reader."""
    return _(text) if text in AGREEMENTS else text


UNDONE = N_("Taken back: {what}.")


def step_name(name: str) -> str:
    """What a step was, for people."""
    return _(STEP_NAMES.get(name, LAST_STEP))


READ_AGAIN = N_("This has changed. Please read it again.")


def own_key(key: str) -> str:
    """The key with which somebody comes back to their seat; empty where it was told before."""
    if not key:
        return _("Your own key is the one you came back with.")
    return _(
        "Your own key: {key}. If the line drops, come back with the same command and type it "
        "in place of the code.",
        key=key,
    )


def encoding_told(encoding: Encoding) -> str:
    """What to say of an encoding before anybody types; empty where it is UTF-8, as usual."""
    if not encoding.known:
        return _(
            "Your locale names an encoding that is not known here: {encoding}. "
            "What you type is read as UTF-8.",
            encoding=one_line(encoding.shown),
        )
    if encoding.name == UTF_8:
        return ""
    return _(
        "What you type is read as {encoding}, as your locale says.",
        encoding=one_line(encoding.shown),
    )


def damage_told(count: int) -> str:
    """What to say of records that are not as they were written."""
    return many(
        "{count} part of this session is damaged and left out. The rest is safe. "
        "Export it, and keep the data folder as it is.",
        "{count} parts of this session are damaged and left out. The rest is safe. "
        "Export it, and keep the data folder as it is.",
        count,
    )


LANGUAGE_WORDS = {
    "en": N_("English"),
    "cy": N_("Welsh"),
    "es": N_("Spanish"),
    "fr": N_("French"),
    "pt": N_("Portuguese"),
}
"""Languages by name; any other is told by its tag."""


def language_name(tag: str) -> str:
    """What a language is called in the language in use; its tag, where that is not known here."""
    name = LANGUAGE_WORDS.get(tag.partition("-")[0].lower())
    return _(name) if name else one_line(tag)


def deck_facts(deck: Listed) -> list[str]:
    """How many cards a deck has, and its language where that is not the reader's."""
    count = card_count(deck.cards, deck.translated, deck.language)
    is_part = deck.translated is not None and deck.translated < deck.cards  # that names it
    is_own = deck.language.partition("-")[0].lower() == language_in_use()
    return [count] if is_part or is_own else [count, language_name(deck.language)]


def is_language(tag: str, word: str) -> bool:
    """Whether a word means that language: "cy", "cy-GB", "Welsh", "Cymraeg"."""
    base, wanted = tag.partition("-")[0].lower(), word.casefold()
    known = (tag, base, LANGUAGE_NAMES.get(base, ""), LANGUAGE_WORDS.get(base, ""))
    return wanted in [name.casefold() for name in (*known, language_name(tag))]


HIDDEN = {
    "shipped": N_("hides the shipped one"),
    "yours": N_("hides one of your own"),
    "given": N_("hides another that was given"),
}

NO_DECK = N_("No deck has that word.")
NO_DECKS = N_("There are no decks yet.")


def card_count(cards: int, translated: int | None, language: str) -> str:
    """ "29 cards", or "17 of 29 cards in Welsh" for a translation that is not whole."""
    if translated is None or translated >= cards:
        return count_cards(cards)
    return part_told(cards, translated, language)


def part_told(cards: int, translated: int, language: str) -> str:
    """ "17 of 29 cards in Welsh"."""
    return _(
        "{translated} of {cards} cards in {language}",
        translated=translated,
        cards=cards,
        language=language_name(language),
    )


def translation_told(deck: Deck) -> str:
    """A sentence for a translation that is not whole; empty for any other deck."""
    if deck.translated is None or deck.translated >= len(deck.cards):
        return ""
    count = card_count(len(deck.cards), deck.translated, deck.language)
    return _("{count}: the others are as in the original.", count=count)


def decks_told(session: Session) -> str:
    """What is told when a session begins: which of its decks are translated in part."""
    decks = [played.deck for played in session.decks]
    told = [(one_line(deck.title), found) for deck in decks if (found := translation_told(deck))]
    if len(decks) == 1:
        return told[0][1] if told else ""
    return " ".join(f"{title}: {sentence}" for title, sentence in told)


def first_told(session: Session, damaged: int) -> str:
    """What is told on the screen as a session is opened: damage before all else, if anything.

    Args:
        session: the session as it was kept.
        damaged: how many of its records are not as they were written.
    """
    if damaged:
        return damage_told(damaged)
    turn = session.turn
    begun = session.draft("response", turn.id) if turn is not None else None
    if begun is not None and begun.text.strip():
        return _("Your half sentence is here again.")
    return decks_told(session)


def hides_told(hides: Sequence[str]) -> str:
    """ "hides the shipped one"; empty where a deck hides none."""
    return ", ".join(_(HIDDEN[origin]) for origin in hides if origin in HIDDEN)


def pledge_day(pledge: Pledge) -> str:
    """By when a pledge will be kept; empty where no day is known."""
    return by_day(day(pledge.by_when)) if pledge.by_when else ""


def about_seat(seat: Seat) -> list[str]:
    """The role, the side, the needs of a seat, and that it is away or has left."""
    side = _(SIDE_WORDS[seat.side]) if seat.side else ""
    state = _(SEAT_WORDS[seat.state]) if SEAT_WORDS[seat.state] else ""
    return [part for part in (seat.role, side, seat.needs, state) if part]


def owner_and_day(pledge: Pledge) -> list[str]:
    """Who keeps a pledge and by when, or that it is not known yet."""
    return [one_line(pledge.owner) or _("no owner yet"), pledge_day(pledge) or _("no day yet")]


def words_of_pledge(pledge: Pledge) -> str:
    """A pledge as a sentence."""
    return pledge_sentence(pledge.condition, pledge.text)


def details_of_pledge(pledge: Pledge) -> list[str]:
    """Whom and what a pledge needs, where somebody said so, and how it stands unless it is open."""
    state = STATE_WORDS[pledge.state]
    return [*about_pledge(pledge.scope, pledge.horizon), *([_(state)] if state else [])]


def heard(voice: SeatVoice) -> str:
    """How many turns somebody had, how often they were heard, how often they passed."""
    parts = [
        count_turns(voice.turns),
        _("heard once") if voice.heard == 1 else _("heard {count} times", count=voice.heard),
    ]
    if voice.passed:
        parts.append(many("{count} pass", "{count} passes", voice.passed))
    return ", ".join(parts)


def gaps_told(covered: Coverage) -> Iterator[str]:
    """The gaps of a coverage map in words: shoes in which nobody stood, themes left out."""
    if covered.never:
        names = ", ".join(one_line(shoes.name) for shoes in covered.never)
        yield _("Nobody has stood here yet: {names}", names=names)
    elif covered.rows:
        yield _("Somebody has stood in every pair of shoes.")
    untouched = ", ".join(one_line(theme.title) for theme in covered.untouched)
    if untouched:
        yield _("Nothing was said yet about: {themes}", themes=untouched)


def not_heard(session: Session) -> str:
    """Who has not been heard yet; empty where everybody has."""
    from wshoes_tui.domain.summary import unheard

    names = ", ".join(one_line(seat.label) for seat in unheard(session))
    if not names:
        return ""
    return _("Not heard yet: {names}. Is there a way to make room?", names=names)


def farewell(session: Session) -> str:
    """What is said last when a session is left: that all is kept, and how to go on."""
    reference = session.id[:SHORT_ID]
    if session.state == "closed":
        return _(
            "The session is closed and kept. See it with: wshoes show {session}", session=reference
        )
    return _("Everything is kept. Go on with: wshoes resume {session}", session=reference)
