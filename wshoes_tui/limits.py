"""Limits of deck files and of the host: every number with its reason.

A text of a deck that is longer than its limit is an error and is never cut.
"""

from __future__ import annotations

MOST_BYTES = 1_000_000
"""The size of a file: ten times that of a deck of 200 cards with all their easy words."""

MOST_CARDS = 200
"""A session plays 40 turns at most; who wants more than five evenings makes a second deck."""

MOST_SHOES = 40
"""One for everybody in the largest group; more cannot be told apart on one screen."""

MOST_THEMES = 24
"""The columns of the coverage map."""

MOST_PROMPTS = 12
"""Questions of one card: three on each of the four rungs."""

MOST_PEOPLE = 50
"""Authors, and those who helped them: a large course with its teachers."""

TITLE = 80
"""One line of the smallest screen. Also for the names of shoes and themes, and of people."""

QUESTION = 300
"""A question is read aloud in one breath or two, and stands below a card on one screen."""

TEXT = 4_000
"""What is read aloud in five minutes. Also for easy words and for the facilitator's note."""

SENTENCE = 300
"""What shoes say of themselves, a summary, an audience, a source: one sentence, perhaps two."""

CONTENT_NOTE = 600
"""What a group is told before a deck is chosen: a short paragraph."""

LICENCE = 120
"""A short name, or an address on the web."""

LONGEST: dict[str, int] = {
    "title": TITLE,
    "name": TITLE,
    "authors": TITLE,
    "co_produced_with": TITLE,
    "notice": QUESTION,
    "feel": QUESTION,
    "ask": QUESTION,
    "act": QUESTION,
    "you_are": SENTENCE,
    "summary": SENTENCE,
    "audience": SENTENCE,
    "source": SENTENCE,
    "content_note": CONTENT_NOTE,
    "licence": LICENCE,
    "framework": LICENCE,
    "text": TEXT,
    "easy": TEXT,
    "note": TEXT,
}
"""Characters of a text, by its key."""


MOST_SEATS = 60
"""Participants at one time; the facilitator comes on top."""
READY_SEATS = 30
"""Seats that stand ready before anybody comes: a quarter of a megabyte each."""
CALM_SECONDS = 2.0
"""After the last one came or went, before more are made ready."""
MOST_FACILITATORS = 4
"""Connections that facilitate at one time: a second screen, and old connections not known dead."""
MOST_RETURNS = 60
"""Lines of people who come back beyond the seats: their old line may not be known dead yet."""
MOST_WAITING = 200
"""Connections that have not shown a right code yet."""
MOST_WAITING_EACH = 150
"""Of these from one address: a whole group sits behind one."""
LOGIN_SECONDS = 120.0
"""As long as OpenSSH waits: people read its question about the host key first."""
MOST_TRIES = 6
"""Codes on one connection."""

KEEPALIVE_SECONDS, KEEPALIVES = 20, 3
"""Seconds between two questions to a client, and how many without an answer end its connection."""
IDLE_SECONDS = 2 * 60 * 60.0
"""Without a key, before a participant's line is let go."""
LONGEST_USER = 64
"""Characters of a user name; longer ones are nobody's name."""
LEAST_COLUMNS, MOST_COLUMNS = 20, 500
LEAST_LINES, MOST_LINES = 5, 200
"""Sizes of a window; each cell of a screen takes memory."""
RESIZE_SECONDS = 0.05
"""Sizes that come faster than this are taken as one."""

WINDOW = 64 * 1024
"""What a client may send before it has been read."""
SOCKET_BUFFER = 16 * 1024
"""Of the system, each way: what is in there cannot be seen, nor taken back."""
MOST_UNREAD = 32 * 1024
"""Input that waits for the app; over it nothing more is read."""
STEADY_BYTES, MOST_BYTES_AT_ONCE = 32 * 1024, 256 * 1024
"""Input a second, and what may come at once on top of it."""
KEYS_AT_ONCE = 12
"""Keys handed to an app before it is asked whether it has done its work."""

MOST_QUEUED = 48 * 1024
"""Output that waits for the client; over it nothing is painted."""
LEAST_QUEUED = 4 * 1024
"""Under this painting goes on."""
CLOGGED_SECONDS = 120.0
"""How long a client may not read before it is let go."""
CLOSING_SECONDS = 5.0
"""How long what was last said to somebody may take to reach them."""
LEAVING_SECONDS = 10.0
"""How long an app may take to put away its words when its line is gone."""
