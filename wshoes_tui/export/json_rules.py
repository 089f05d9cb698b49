"""Rules for session files of unknown origin, between the records of a session.

The engine never makes a session that breaks them, and screens and stores rely on them. The
patterns and limits stand in the JSON Schema of the file, too.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from wshoes_tui.domain.deck import COLOURS, Card, Deck
from wshoes_tui.domain.handlers.turn_handler import prompts_of
from wshoes_tui.domain.models import Header, Turn, as_card
from wshoes_tui.export.json_reader import UUID, entry, named, unreadable
from wshoes_tui.limits import (
    HIGHEST_RATING,
    LONGEST_SLUG,
    MOST_TENDER,
)
from wshoes_tui.locale import N_, _

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
MARK = re.compile(r".[0-9]{0,3}", re.DOTALL)
"""The letter of shoes, and the number behind it where decks were mixed."""

NO_SUCH_CARD = N_("{where} names a card that is not in the file.")
ALSO_WITHHELD = N_('{where} is also named in "withheld".')

REFERENCES = {
    "seat": "seats", "turn": "turns", "response": "responses", "lightbulb": "lightbulbs",
    "swap_of": "turns",
}  # fmt: skip
"""The fields that name another record by its id, and the list in which that stands."""

Lists = Mapping[str, Sequence[Any]]
Named = tuple[str, str]
"""The id of a deck, and that of a card or of shoes in it."""


def check_records(
    header: Header, lists: Lists, left_out: Collection[str], erased: Sequence[str]
) -> None:
    """Check the records of one file against each other.

    ``lists`` has all records but the header, by the list of the file in which they stand;
    ``left_out`` are ids of withheld words, which may be named though they are not there. Of what
    was ``erased`` only a card may be named, by its turn and by the topic that it was parked as.

    Raises:
        UnreadableError: a rule is broken; it says where and which.
    """
    _header(header, lists["turns"])
    _ids(header, lists, erased)
    _references(lists, left_out)
    _seats(lists)
    decks = _decks(lists)
    cards = {(deck.id, card.id): card for deck in decks for card in deck.cards}
    cards |= {(own.deck, own.id): as_card(own) for own in lists["wild_cards"]}
    blank = {one: Card(id=one, kind="wild", title="", text="") for one in erased}
    cards = {(deck.id, one): card for deck in decks for one, card in blank.items()} | cards
    shoes = {(deck.id, pair.id) for deck in decks for pair in deck.shoes}
    _turns(lists, cards, shoes)
    _words(lists, left_out, cards, shoes)
    names = {deck.id for deck in decks}
    for where, own in _each(lists, "wild_cards"):
        _must(own.deck in names, where, N_("{where} names a deck that is not in the file."))


def _must(holds: bool, where: str, rule: str, **words: object) -> None:
    """Refuse a file in which a rule is broken. ``rule`` is the sentence that says so."""
    if not holds:
        raise unreadable(_(rule, where=where, **words))


def _each(lists: Lists, name: str) -> Iterator[tuple[str, Any]]:
    """The records of a list, each with where it stands."""
    for number, record in enumerate(lists[name], 1):
        yield entry(number, name), record


def _growing(numbers: Sequence[int], name: str) -> None:
    for place, (before, number) in enumerate(pairwise((0, *numbers)), 1):
        _must(number > before, entry(place, name), N_("{where} has a number that does not grow."))


def _header(header: Header, turns: Sequence[Turn]) -> None:
    where = named("session")
    _must(
        LANGUAGE.fullmatch(header.language) is not None, where, N_("{where} has no language tag.")
    )
    parent = header.parent is None or UUID.fullmatch(header.parent) is not None
    _must(parent, where, N_("{where} has a parent that is not a UUID."))
    closed = header.closed is not None
    _must(
        (header.state == "closed") == closed,
        where,
        N_("{where} has a state that its closing time denies."),
    )
    in_turns = bool(turns) and turns[-1].state == "open"
    _must(
        (header.state == "turns") == in_turns, where, N_("{where} is not where its last turn says.")
    )
    begun = header.state not in ("setup", "opening")
    _must(begun or not turns, where, N_("{where} has turns before it began."))


def _ids(header: Header, lists: Lists, erased: Sequence[str]) -> None:
    seen = {header.id}
    there = seen.union(record.id for records in lists.values() for record in records)
    for number, one in enumerate(erased, 1):
        _must(
            one not in there,
            entry(number, "erased"),
            N_("{where} is the id of something in the file."),
        )
    for name in lists:
        for where, record in _each(lists, name):
            _must(record.id not in seen, where, N_("{where} has the id of another record."))
            seen.add(record.id)


def _references(lists: Lists, left_out: Collection[str]) -> None:
    known = {name: {record.id for record in lists[name]} for name in REFERENCES.values()}
    for name in ("responses", "lightbulbs"):
        known[name].update(left_out)
    for name in lists:
        for where, record in _each(lists, name):
            for field, target in REFERENCES.items():
                found = getattr(record, field, None)
                there = found is None or found in known[target]
                _must(
                    there,
                    where,
                    N_("{where} names a {field} that is not in the file."),
                    field=field,
                )


def _seats(lists: Lists) -> None:
    seats = lists["seats"]
    _growing([seat.number for seat in seats], "seats")
    labels = {seat.label.casefold() for seat in seats}
    _must(len(labels) == len(seats), named("seats"), N_("{where} has two of one label."))
    heard = {voice.seat for voice in lists["voices"]}
    _must(len(heard) == len(lists["voices"]), named("voices"), N_("{where} counts one seat twice."))


def _decks(lists: Lists) -> list[Deck]:
    for where, played in _each(lists, "decks"):
        _deck(played.deck, where)
    found = [played.deck for played in lists["decks"]]
    _must(
        len({deck.id for deck in found}) == len(found),
        named("decks"),
        N_("{where} has two of one id."),
    )
    return found


def _deck(deck: Deck, where: str) -> None:
    _must(LANGUAGE.fullmatch(deck.language) is not None, where, N_("{where} has no language tag."))
    themes = [theme.key for theme in deck.themes]
    shoes = [pair.id for pair in deck.shoes]
    cards = [card.id for card in deck.cards]
    for ids, what in (([deck.id], "id"), (themes, "themes"), (shoes, "shoes"), (cards, "cards")):
        plain = N_("{where} has {key} that are no plain words.")
        _must(all(map(_is_slug, ids)), where, plain, key=what)
        once = N_("{where} has two {key} of one name.")
        _must(len(set(ids)) == len(ids), where, once, key=what)
    offered = [offer.theme for offer in deck.offers]
    _must(set(offered) <= set(themes), where, N_("{where} offers a theme that it does not have."))
    _must(len(set(offered)) == len(offered), where, N_("{where} offers one theme twice."))
    for offer in deck.offers:
        _must(
            set(offer.shoes) <= set(shoes), where, N_("{where} offers shoes that it does not have.")
        )
    for pair in deck.shoes:
        _must(pair.mark[:1].isalnum(), where, N_("{where} has shoes without a letter."))
        _must(
            MARK.fullmatch(pair.mark) is not None,
            where,
            N_("{where} has shoes whose mark is too long."),
        )
        _must(pair.colour in COLOURS, where, N_("{where} has shoes of a colour that is not known."))
    for card in deck.cards:
        worn = {*card.shoes, *card.opposite.keys(), *card.opposite.values()}
        _must(worn <= set(shoes), where, N_("{where} has a card for shoes that it does not have."))
        on_known = set(card.themes) <= set(themes)
        _must(on_known, where, N_("{where} has a card on a theme that it does not have."))
        _must(
            card.tender <= MOST_TENDER, where, N_("{where} has a card more tender than there is.")
        )


def _is_slug(text: str) -> bool:
    return len(text) <= LONGEST_SLUG and SLUG.fullmatch(text) is not None


def _turns(lists: Lists, cards: Mapping[Named, Card], shoes: Collection[Named]) -> None:
    turns = lists["turns"]
    _growing([turn.number for turn in turns], "turns")
    for number, turn in enumerate(turns, 1):
        whole = turn.number == number
        gap = N_("{where} has no turn {number}, though a turn {other}.")
        _must(whole, named("turns"), gap, number=number, other=turn.number)
    for where, turn in _each(lists, "turns"):
        card = cards.get((turn.deck, turn.card))
        if card is None:
            raise unreadable(_(NO_SUCH_CARD, where=where))
        _must(
            (turn.deck, turn.shoes) in shoes,
            where,
            N_("{where} names shoes that are not in the file."),
        )
        _must(
            turn.prompt < len(prompts_of(card)),
            where,
            N_("{where} shows a prompt that its card has not."),
        )
        ended = turn.ended is not None
        _must((turn.state == "open") != ended, where, N_("{where} has not ended when it says."))
        _must(not ended or turn.phase == "talk", where, N_("{where} has ended while people wrote."))
        _must(ended or turn is turns[-1], where, N_("{where} is open though others followed."))


def _words(
    lists: Lists, left_out: Collection[str], cards: Iterable[Named], shoes: Collection[Named]
) -> None:
    decks = {turn.id: turn.deck for turn in lists["turns"]}
    places: set[tuple[Any, ...]] = set()
    for where, said in _each(lists, "responses"):
        _must(said.id not in left_out, where, ALSO_WITHHELD)
        _must(
            (decks[said.turn], said.shoes) in shoes,
            where,
            N_("{where} names shoes that are not there."),
        )
        nobody = said.seat is None or said.visibility == "named"
        _must(nobody, where, N_("{where} names a seat for words that are told without a name."))
        _must((said.turn, said.place) not in places, where, N_("{where} has the place of another."))
        places.add((said.turn, said.place))
    for where, heard in _each(lists, "evidence"):
        _must(heard.id not in left_out, where, ALSO_WITHHELD)
        _must(
            (decks[heard.turn], heard.shoes) in shoes,
            where,
            N_("{where} names shoes that are not there."),
        )
        nobody = heard.seat is None or heard.named
        _must(nobody, where, N_("{where} names a seat for words that are told without a name."))
        _must(
            ("", heard.turn, heard.place) not in places,
            where,
            N_("{where} has the place of another."),
        )
        places.add(("", heard.turn, heard.place))
    all_cards = set(cards)
    for where, bulb in _each(lists, "lightbulbs"):
        known = not bulb.shoes or (decks.get(bulb.turn), bulb.shoes) in shoes
        _must(known, where, N_("{where} names shoes that are not in the file."))
    for where, topic in _each(lists, "car_park"):
        known = not topic.card or (decks.get(topic.turn), topic.card) in all_cards
        _must(known, where, NO_SUCH_CARD)
    for where, rating in _each(lists, "ratings"):
        _must(
            rating.value <= HIGHEST_RATING,
            where,
            N_("{where} is above {most}."),
            most=HIGHEST_RATING,
        )
        _must(
            (rating.deck, rating.shoes) in shoes,
            where,
            N_("{where} names shoes that are not in the file."),
        )
