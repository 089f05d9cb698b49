"""Numbers as people write them: digits of any script, words, "7/10", "there are six of us"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from unicodedata import combining, normalize

from wshoes_tui.limits import HIGHEST_RATING, MOST_DIGITS, MOST_OF_AN_ANSWER
from wshoes_tui.locale import LANGUAGES, N_, _, language_in_use

YES_WORDS = N_(
    "yes|y|yes please|yeah|yep|aye|ok|okay|sure|of course|all right|fine|agreed|I agree|we agree|"
    "all agree|everybody agrees|I do|we do|they do|everybody does|it is|it is mine|mine"
)
NO_WORDS = N_(
    "no|n|no thanks|no thank you|nope|not yet|not all|I do not|I don't|we do not|we don't|"
    "I disagree|I do not agree|I don't agree|it is not|it isn't|it is not mine|not mine"
)


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


NUMERALS = {
    "en": "zero/nought one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen twenty",
    "cy": "dim/sero un dau/dwy tri/tair pedwar/pedair pump/pum chwech/chwe saith wyth naw deg/deng "
    "- deuddeg - - pymtheg - - deunaw - ugain",
    "es": "cero uno/una/un dos tres cuatro cinco seis siete ocho nueve diez once doce trece "
    "catorce quince dieciseis diecisiete dieciocho diecinueve veinte",
    "fr": "zero un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze "
    "quinze seize - - - vingt",
    "pt": "zero um/uma dois/duas tres quatro cinco seis sete oito nove dez onze doze treze "
    "catorze/quatorze quinze dezasseis/dezesseis dezassete/dezessete dezoito "
    "dezanove/dezenove vinte",
}
"""The words for 0, 1, 2 and so on in each language, without accents; "-" where it has two."""

BEFORE = (
    "we are|we re|we will be|us|all|the|just|only|a group of|group of|there are|there is|there s|"
    "there will be|mae|mae yna|rydyn ni n|rydym ni n|rydym yn|ry n ni n|dyn ni n|dan ni n|ni n|"
    "grwp o|somos|nosotros somos|nosotras somos|seremos|hay|estamos|un grupo de|grupo de|"
    "nous sommes|nous serons|on est|on sera|il y a|un groupe de|groupe de|nos somos|"
    "um grupo de|ha|estao"
)
AFTER = (
    "people|persons|person|seats|participants|of us|here|today|altogether|in total|in all|"
    "o bobl|o bobol|o honom|ohonom|ohonom ni|ohonon ni|yma|heddiw|i gyd|personas|de nosotros|"
    "de nosotras|participantes|aqui|hoy|en total|personnes|d entre nous|ici|aujourd hui|au total|"
    "en tout|pessoas|de nos|hoje|no total|ao todo"
)
"""What may stand around the number of people, in the five languages, bare."""

COUNT = re.compile(rf"(?P<before>(?:(?:{BEFORE}) )*)(?P<number>\w+)(?P<after>(?: (?:{AFTER}))*)")
OUT_OF_TEN = re.compile(
    r"(?<![\w./\u2044])(\w+)\s*"
    r"(?:[/\u2044]|\b(?:out of|of|de|sobre|sur|em|allan o|o)\b)\s*10(?![\w/\u2044]|[.,]\d)",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"(?:[\s,;&\u060c\u061b\u3001]|\b(?:and|a|ac|y|e|et)\b)+")
NUMBERS = {
    language: {
        word: number
        for number, ways in enumerate(words.split())
        for word in ways.split("/")
        if word != "-"
    }
    for language, words in NUMERALS.items()
}


def number_of_people(text: str) -> int | None:
    """How many people a text says there are, and nothing else: "6", "there are six of us"."""
    found = COUNT.fullmatch(bare(_plain(text)))
    if found is None:
        return None
    words = bool(found["before"] or found["after"])
    return _number(found["number"], LANGUAGES if words else _spoken())


def read_ratings(text: str) -> tuple[int, ...] | None:
    """The whole numbers in a text such as "4 7 6", "4/10, 7, six"; None for anything else.

    Whether they go from 0 to 10 is for the session to say.
    """
    parts = BETWEEN.split(OUT_OF_TEN.sub(r"\1", _plain(text)).strip(" \n\t,;.!"))
    numbers = [_number(bare(part), LANGUAGES) if part.isalnum() else None for part in parts]
    found = [number for number in numbers if number is not None]
    return tuple(found) if len(found) == len(parts) else None


def read_rating(text: str) -> int | None:
    """The one number from 0 to 10 that a text says; None where it says anything else."""
    found = read_ratings(text)
    if found is None or len(found) != 1 or found[0] > HIGHEST_RATING:
        return None
    return found[0]


def with_usual_digits(text: str) -> str:
    """The text with the digits of every script as 0 to 9."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(c, c)) for c in text)


def _plain(text: str) -> str:
    """Digits and signs in their usual form, without characters that show nothing."""
    usual = with_usual_digits(unicodedata.normalize("NFKC", text))
    return "".join(c for c in usual if unicodedata.category(c) != "Cf")


def _spoken() -> tuple[str, ...]:
    """The language in use, and English: elsewhere a word for a number may be somebody's name."""
    return ("en", language_in_use())


def _number(word: str, languages: Iterable[str]) -> int | None:
    if word.isdecimal():
        return int(word) if len(word) <= MOST_DIGITS else None
    if len(word) == 1 and (value := unicodedata.numeric(word, -1)) >= 0:
        return int(value) if value == int(value) else None
    return next(
        (NUMBERS[language][word] for language in languages if word in NUMBERS[language]), None
    )
