"""Reading a yes or a no as people say it, in the language in use and in English.

Few languages have one word for it: Welsh answers with the verb of the question, Portuguese often
does. The words are texts of the catalogues, each with its alternatives: ``"yes|y|ok"``.
"""

from __future__ import annotations

import re
from unicodedata import combining, normalize

from wshoes_tui.locale import _

YES_WORDS = (
    "yes|y|yes please|yeah|yep|aye|ok|okay|sure|of course|all right|fine|agreed|I agree|we agree|"
    "all agree|everybody agrees|I do|we do|they do|everybody does|it is|it is mine|mine"
)
NO_WORDS = (
    "no|n|no thanks|no thank you|nope|not yet|not all|I do not|I don't|we do not|we don't|"
    "I disagree|I do not agree|I don't agree|it is not|it isn't|it is not mine|not mine"
)

MOST_OF_AN_ANSWER = 80
"""Characters in which anybody says yes or no; longer texts are something else."""


def is_yes(text: str) -> bool:
    """Whether this says yes and nothing else: "Yes, I agree." does."""
    return _says(text, YES_WORDS)


def is_no(text: str) -> bool:
    """Whether this says no and nothing else."""
    return _says(text, NO_WORDS)


def _says(text: str, words: str) -> bool:
    if len(text) > MOST_OF_AN_ANSWER:
        return False
    ways = {bare(way) for way in f"{words}|{_(words)}".split("|")}
    one = "|".join(map(re.escape, sorted(ways, key=len, reverse=True)))
    return re.fullmatch(rf"(?:{one})(?: (?:{one}))*", bare(text)) is not None


def bare(text: str) -> str:
    """A text without what people leave out when they type in a hurry.

    Small letters, without accents and punctuation, one space between words.
    """
    letters = (c for c in normalize("NFD", text.casefold()) if not combining(c))
    return " ".join(re.sub(r"[^\w]+", " ", "".join(letters)).split())
