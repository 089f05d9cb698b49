"""What must hold between the records of a session that comes from a file.

The engine never makes a session that breaks these rules; screens and stores rely on them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from wshoes_tui.domain.deck import COLOURS, Card, Deck, Shoes
from wshoes_tui.domain.handlers.turn_handler import prompts_of
from wshoes_tui.domain.models import Header, PlayedDeck, Seat, Turn, as_card
from wshoes_tui.export.json_check import REFERENCES, entry, named, unreadable
from wshoes_tui.limits import HIGHEST_RATING, MOST_TENDER

UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
SLUG = re.compile(r"(?=.{1,60}\Z)[a-z0-9]+(?:-[a-z0-9]+)*")
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")

MARK_NUMBER = re.compile(r"[0-9]{0,3}")
"""What may stand behind the letter of a mark, where decks were mixed."""


Lists = Mapping[str, Sequence[Any]]
Named = tuple[str, str]
"""The id of a deck, and that of a card or of shoes in it."""


def check_records(header: Header, lists: Lists, left_out: Collection[str]) -> None:
    """Check the records of one file against each other.

    Args:
        header: the session itself.
        lists: all other records, by the list of the file in which they stand.
        left_out: ids of withheld responses, which may be named though they are not there.

    Raises:
        UnreadableError: a rule is broken; it says where and which.
    """
    _header(header, lists["turns"])
    _ids(header, lists)
    _references(lists, left_out)
    _seats(lists["seats"])
    decks = _decks(lists["decks"])
    cards = {(deck.id, card.id): card for deck in decks for card in deck.cards}
    cards |= {(own.deck, own.id): as_card(own) for own in lists["wild_cards"]}
    shoes = {(deck.id, pair.id) for deck in decks for pair in deck.shoes}
    _turns(lists["turns"], cards, shoes)
    _responses(lists, left_out, shoes)
    _words(lists, cards, shoes)
    names = {deck.id for deck in decks}
    for number, own in enumerate(lists["wild_cards"], 1):
        _must(
            own.deck in names, entry(number, "wild_cards"), "names a deck that is not in the file"
        )


def _must(holds: bool, where: str, why: str) -> None:
    if not holds:
        raise unreadable(f"{where} {why}.")


def _growing(numbers: Sequence[int], name: str) -> None:
    for place, (before, number) in enumerate(pairwise((0, *numbers)), 1):
        _must(number > before, entry(place, name), "has a number that does not grow")


def _header(header: Header, turns: Sequence[Turn]) -> None:
    where = named("session")
    _must(LANGUAGE.fullmatch(header.language) is not None, where, "has no language tag")
    parent = header.parent is None or UUID.fullmatch(header.parent) is not None
    _must(parent, where, "has a parent that is not a UUID")
    closed = header.closed is not None
    _must((header.state == "closed") == closed, where, "has a state that its closing time denies")
    in_turns = bool(turns) and turns[-1].state == "open"
    _must((header.state == "turns") == in_turns, where, "is not where its last turn says")
    begun = header.state not in ("setup", "opening")
    _must(begun or not turns, where, "has turns before it began")


def _ids(header: Header, lists: Lists) -> None:
    seen = {header.id}
    for name, records in lists.items():
        for number, record in enumerate(records, 1):
            _must(record.id not in seen, entry(number, name), "has the id of another record")
            seen.add(record.id)


def _references(lists: Lists, left_out: Collection[str]) -> None:
    known: dict[str, set[str]] = {
        name: {record.id for record in lists[name]} for name in ("seats", "turns", "responses")
    }
    known["responses"].update(left_out)
    for name, references in REFERENCES.items():
        for number, record in enumerate(lists[name], 1):
            for field, target in references.items():
                found = getattr(record, field)
                _must(
                    found is None or found in known[target],
                    entry(number, name),
                    f"names a {field} that is not in the file",
                )


def _seats(seats: Sequence[Seat]) -> None:
    _growing([seat.number for seat in seats], "seats")
    labels = {seat.label.casefold() for seat in seats}
    _must(len(labels) == len(seats), named("seats"), "has two of one label")


def _decks(decks: Sequence[PlayedDeck]) -> list[Deck]:
    for number, played in enumerate(decks, 1):
        _deck(played.deck, entry(number, "decks"))
    found = [played.deck for played in decks]
    _must(len({deck.id for deck in found}) == len(found), named("decks"), "has two of one id")
    return found


def _deck(deck: Deck, where: str) -> None:
    _must(LANGUAGE.fullmatch(deck.language) is not None, where, "has no language tag")
    themes = [theme.key for theme in deck.themes]
    shoes = [pair.id for pair in deck.shoes]
    cards = [card.id for card in deck.cards]
    for ids, what in (([deck.id], "id"), (themes, "themes"), (shoes, "shoes"), (cards, "cards")):
        _must(all(map(SLUG.fullmatch, ids)), where, f"has {what} that are no plain words")
        _must(len(set(ids)) == len(ids), where, f"has two {what} of one name")
    offered = [offer.theme for offer in deck.offers]
    _must(set(offered) <= set(themes), where, "offers a theme that it does not have")
    _must(len(set(offered)) == len(offered), where, "offers one theme twice")
    for offer in deck.offers:
        _must(set(offer.shoes) <= set(shoes), where, "offers shoes that it does not have")
    for pair in deck.shoes:
        _shoes(pair, where)
    for card in deck.cards:
        _card(card, set(shoes), set(themes), where)


def _shoes(pair: Shoes, where: str) -> None:
    mark, number = pair.mark[:1], pair.mark[1:]
    _must(mark.isalnum(), where, "has shoes without a letter")
    _must(MARK_NUMBER.fullmatch(number) is not None, where, "has shoes whose mark is too long")
    _must(pair.colour in COLOURS, where, "has shoes of a colour that is not known")


def _card(card: Card, shoes: set[str], themes: set[str], where: str) -> None:
    worn = {*card.shoes, *card.opposite.keys(), *card.opposite.values()}
    _must(worn <= shoes, where, "has a card for shoes that it does not have")
    _must(themes.issuperset(card.themes), where, "has a card on a theme that it does not have")
    _must(card.tender <= MOST_TENDER, where, "has a card more tender than there is")


def _turns(turns: Sequence[Turn], cards: Mapping[Named, Card], shoes: Collection[Named]) -> None:
    _growing([turn.number for turn in turns], "turns")
    for number, turn in enumerate(turns, 1):
        where = entry(number, "turns")
        card = cards.get((turn.deck, turn.card))
        if card is None:
            raise unreadable(f"{where} names a card that is not in the file.")
        _must((turn.deck, turn.shoes) in shoes, where, "names shoes that are not in the file")
        _must(turn.prompt < len(prompts_of(card)), where, "shows a prompt that its card has not")
        ended = turn.ended is not None
        _must((turn.state == "open") != ended, where, "has not ended when it says")
        _must(not ended or turn.phase == "talk", where, "has ended while people wrote")
        _must(ended or number == len(turns), where, "is open though others followed")


def _responses(lists: Lists, left_out: Collection[str], shoes: Collection[Named]) -> None:
    decks = {turn.id: turn.deck for turn in lists["turns"]}
    places = set()
    for number, said in enumerate(lists["responses"], 1):
        where = entry(number, "responses")
        _must(said.id not in left_out, where, f"is also named in {named('withheld')}")
        _must((decks[said.turn], said.shoes) in shoes, where, "names shoes that are not there")
        nobody = said.seat is None or said.visibility == "named"
        _must(nobody, where, "names a seat for words that are told without a name")
        _must((said.turn, said.place) not in places, where, "has the place of another")
        places.add((said.turn, said.place))


def _words(lists: Lists, cards: Iterable[Named], shoes: Collection[Named]) -> None:
    decks = {turn.id: turn.deck for turn in lists["turns"]}
    all_cards = set(cards)
    for number, bulb in enumerate(lists["lightbulbs"], 1):
        known = not bulb.shoes or (decks.get(bulb.turn), bulb.shoes) in shoes
        _must(known, entry(number, "lightbulbs"), "names shoes that are not in the file")
    for number, topic in enumerate(lists["car_park"], 1):
        known = not topic.card or (decks.get(topic.turn), topic.card) in all_cards
        _must(known, entry(number, "car_park"), "names a card that is not in the file")
    for number, rating in enumerate(lists["ratings"], 1):
        where = entry(number, "ratings")
        _must(rating.value <= HIGHEST_RATING, where, f"is above {HIGHEST_RATING}")
        _must((rating.deck, rating.shoes) in shoes, where, "names shoes that are not in the file")
