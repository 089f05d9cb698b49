"""Tags of a writer's key: an HMAC with which people find their own words, and nobody else does.

Every record of somebody's words has a tag. Where the writer sits at a screen of their own it is
made of the record's id under a slow hash of their key; elsewhere it is made by chance, so that
the tag does not tell the two apart. A key has 45 bits (``host.codes.seat_code``), so to try them
all against a tag takes thousands of years, and nothing else in the file leads from the words to
the seat. The salt of the slow hash is the session's id: the tags of a session that was exported
and taken in elsewhere still fit.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import scrypt
from hmac import compare_digest, digest
from secrets import token_hex

from wshoes_tui import limits
from wshoes_tui.domain.models import Session

COST, BLOCK = 2**14, 8
"""Of scrypt: 16 MB and some 50 to 90 milliseconds a try. Not for an event loop."""
BYTES = 16
"""Of a tag: more than ids collide in."""


def normalize(key: str) -> str:
    """A key or code as it is compared: no case, and one hyphen between words and numbers."""
    folded = unicodedata.normalize("NFKC", key[: limits.LONGEST_CODE]).casefold()
    return "-".join(re.findall(r"[^\W\d_]+|\d+", folded))


def slow_hash(key: str, session_id: str) -> bytes:
    """The slow hash of a key in a session: for memory alone, never for the disk."""
    salt = f"wshoes writer {session_id}".encode()
    return scrypt(normalize(key).encode(), salt=salt, n=COST, r=BLOCK, p=1, dklen=32)


def tag_of(slow: bytes, record_id: str) -> str:
    """The tag of a record for the writer whose key has this slow hash."""
    return digest(slow, f"tag {record_id}".encode(), "sha256")[:BYTES].hex()


def login_hash(slow: bytes, salt: str) -> str:
    """What may be kept on the disk to know the key again; tags cannot be made of it."""
    return digest(slow, f"login {salt}".encode(), "sha256").hex()


def random_tag() -> str:
    """A tag that fits no key."""
    return token_hex(BYTES)


def written_with(session: Session, slow: bytes) -> tuple[str, ...]:
    """The ids of all records whose tag fits the key of this slow hash."""
    return tuple(
        record.id
        for record in session.records()
        if (tag := getattr(record, "tag", "")) and compare_digest(tag, tag_of(slow, record.id))
    )
