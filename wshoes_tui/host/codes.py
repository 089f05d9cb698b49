"""Codes of words and digits: made at random, easy to read out and to type, hard to guess.

Two words and two digits are one of 6,500,000; the limiter lets somebody who guesses try less
than a hundredth of them in an afternoon. The facilitator's code, which can do more, has a word
more. A seat's own, its key, is four words and four digits: 45 bits, for tags of its person's words
stand in the file (``domain.writer_key``), where nobody limits the tries.
"""

from __future__ import annotations

import re
from functools import partial
from hashlib import sha256
from hmac import compare_digest
from secrets import choice, randbelow

from wshoes_tui import limits
from wshoes_tui.domain.writer_key import normalize as normalize

_LIST = """
acorn almond amber anchor apple apron aspen atlas autumn badge bagel bamboo banana banjo barley
basil basket beacon beetle bell birch biscuit blanket blossom bonnet book bottle branch bread
breeze brick bridge broom bubble bucket butter button cabin cactus camel candle canoe canvas
carpet carrot castle cedar chalk cherry chestnut circle clock cloud clover cobalt coconut comet
compass copper coral cotton cousin crayon cricket crystal cuckoo cup curtain cushion daffodil
daisy dance desk diamond dolphin donkey door dragon drum duck eagle easel elbow ember engine
falcon feather fern fiddle finch flag flamingo flask flute forest fossil fox frost galaxy garden
garlic gate gecko ginger glove goat goose grape gravel guitar hammer hammock hat hazel hedge
helmet heron hill honey hoop horse island ivory ivy jacket jaguar jar jelly jigsaw jug jungle
kettle kitten koala ladder lagoon lake lamp lantern laurel leaf lemon lentil lilac lime lion llama
locket lotus magnet magpie mango maple marble market meadow melon mint mirror mitten monkey moon
moss mountain mouse muffin mustard nectar needle nest noodle nutmeg oak oasis ocean olive onion
orange orbit orchid otter owl oyster paddle panda panther paper parrot parsley pebble pelican
pencil penguin pepper piano pickle picnic pigeon pillow pine planet pocket pond poppy potato prism
pumpkin puppet puzzle rabbit radish raven ribbon river robin rocket saddle salmon sandal saturn
saucer scarf shell silver sketch sparrow spider spoon squirrel star summer swan table tent thistle
tiger timber toast tomato torch tractor trumpet tulip tunnel turnip turtle umbrella valley velvet
village violin walnut walrus window winter zebra
"""
WORDS = tuple(_LIST.split())
"""Two hundred and fifty-six plain words that are easily spelt and not taken for one another."""


def _made(words: int, digits: int) -> str:
    number = str(randbelow(10**digits)).zfill(digits)
    return "-".join([*(choice(WORDS) for _ in range(words)), number])


session_code = partial(_made, words=2, digits=2)
"""A code for everybody, such as ``maple-otter-47``."""
facilitator_code = partial(_made, words=3, digits=2)
"""A code for the facilitator."""
seat_code = partial(_made, words=4, digits=4)
"""A key for one seat, such as ``maple-otter-piano-river-4711``: 45 bits."""

_MADE = re.compile(r"[^\W\d_]+-[^\W\d_]+-\d{2}")
_OF_A_SEAT = re.compile(r"([^\W\d_]+-){4}\d{4}")


def is_session_code(code: str) -> bool:
    """Whether a code has the form of those that ``session_code`` makes."""
    return _MADE.fullmatch(normalize(code)) is not None


def is_seat_code(code: str) -> bool:
    """Whether what somebody typed has the form of those that ``seat_code`` makes."""
    return _OF_A_SEAT.fullmatch(normalize(code)) is not None


def example_code(*but: str) -> str:
    """A random code that shows what one looks like, and is none of these."""
    taken = {_bare(code) for code in but}
    while _bare(example := session_code()) in taken:
        pass
    return example


def is_strong(code: str) -> bool:
    """Whether a code of one's own is long enough."""
    return sum(character != "-" for character in normalize(code)) >= limits.LEAST_CODE


def match_code(typed: str, codes: dict[str, str]) -> str:
    """The name of the code that was typed; empty if it is none of them.

    In constant time: every one of ``codes``, which are by their names, is compared to its end.
    """
    given = _digest(typed)
    found = ""
    for name, code in codes.items():
        if compare_digest(given, _digest(code)):
            found = name
    return found


def _digest(code: str) -> bytes:
    return sha256(_bare(code).encode(errors="replace")).digest()


def _bare(code: str) -> str:
    return normalize(code).replace("-", "")  # also typed as one word: "Maple Otter47"
