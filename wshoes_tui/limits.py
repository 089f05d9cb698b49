"""Limits on what comes in (files, typed words, options, connections): each with its reason.

A text of a deck that is longer than its limit is an error and is never cut.
"""

from __future__ import annotations

from datetime import date

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
LONGEST_SLUG = 60
"""An id: it stands in names of files and in messages."""
LONGEST_NUMBER = 9
"""Digits of a number in a deck: more are never meant, and take long to read."""
LONGEST_MINUTES = 240
"""The usual time for a card: half a day."""
LAST_REVISION = 999_999
"""A revision a day, for longer than any deck lives."""
MOST_TENDER = 2
"""How tender a card may be: 0 light, 1 usual, 2 take care."""
FEWEST_SHOES = 2
"""Shoes of a deck: one has to be able to see another side."""
DEEPEST_TREE = 6
"""Lists and maps within each other: a prompt, the deepest thing of a deck, is five levels down."""
MOST_NODES = 50_000
"""Values of a deck: those of some thousand cards."""
MOST_SECTIONS = 1_000
"""Cards that are read one by one where the file as a whole cannot be."""
MOST_DECK_LINES = 12_000
"""Twice those of a deck of 200 cards: in a longer file it is not the spaces that are wrong."""
MOST_DECK_CHARACTERS = 400_000
"""Those of a deck of 200 cards with all their easy words."""
LONGEST_DECK_LINE = 5_000
"""Characters of a line that is searched for look-alikes: longer than the longest text of a deck."""
DEEPEST_INDENT = 60
"""Spaces before such a line: ten times those of a prompt."""
MOST_SLIPS = 100
"""Look-alikes that are told of one file: after so many nobody reads on."""
MOST_PEEKED = 200
"""Other files of a folder that are looked at, in case one is a deck with the wrong name."""
LONGEST_EASY_SENTENCE = 15
"""Words in a sentence of easy text: the usual rule of easy-read guides."""
LONGEST_EASY_QUESTION = 9
"""Words of a question that needs no easier one: it is heard once, and answered from memory."""
HARDEST_EASY, HARDEST_TEXT = 5.0, 9.0
"""Reading grades of easy texts and of others, see ``decks.lint``."""


MOST_IMPORT_BYTES = 32 * 1024 * 1024
"""Size of a session file: a hundred times that of the longest session tried."""
MOST_IMPORT_PARTS, DEEPEST_IMPORT = 1_000_000, 8
"""Brackets and commas of such a file, which would fill the memory long before it is long; and how
deep they may be in each other."""
LARGEST_INTEGER = 2**63 - 1
"""The largest whole number that every store takes."""
LONGEST_RETENTION = 36_500
"""Days; what is kept for longer than a century has no date to name."""
LONGEST_AGO = 3_660
"""Days since an evening whose slips are typed up: a box of ten years; more is a slip of a digit."""
DAYS_OF_WARNING = 14
"""Before words are deleted: a group that meets every other week can still say "not yet"."""


MOST_CHARACTERS = 100_000
"""Characters of one text that is typed, and so of a field, of a paste and of a line: some 40
pages. In a field that holds as many, a letter still takes less than half a second in any script."""
MOST_OF_A_NAME = 40
"""Characters of the name that somebody gives on the way in: as much as a row of a list shows."""
MOST_PEOPLE_AT_ONCE = 200
"""Seats made of one list of people: longer ones are no list of a group, but something else."""
MOST_OF_AN_ANSWER = 80
"""Characters in which anybody says yes or no; longer texts are something else."""
MOST_OF_A_DAY = 200
"""Characters in which anybody says a day; longer texts are not looked through for one."""
MOST_DIGITS = 4
"""Digits of a number that is typed as an answer; longer ones are telephone numbers and the like."""
HIGHEST_RATING = 10
"""Of the numbers before and after, which begin at 0."""
MOST_TURNS = 500
"""Turns that can be planned: more than any group takes in a year of evenings."""
MOST_MORE_TURNS = 100
"""Turns that can be added at once; a longer number is a slip of the finger."""
MOST_PROMPT_NUMBERS = 20
"""Numbers of prompts that are read; the engine knows how many the card has."""
NARROWEST, WIDEST = 20, 1_000
"""Columns of ``--width``: below, no word fits; above, nothing would be wrapped."""
MOST_SEED_DIGITS = 9
"""Digits of numbers that are read without Typer, which takes longer ones too."""


MOST_SEATS = 60
"""Participants at one time; the facilitator comes on top."""
READY_SEATS = 30
"""Seats that stand ready before anybody comes: a quarter of a megabyte each."""
CALM_SECONDS = 2.0
"""After the last one came or went, before more are made ready."""
MOST_FACILITATORS = 4
"""Connections that facilitate at one time: a second screen, and old connections not known dead."""
MOST_WALLS = 8
"""Screens that only show, on one host."""
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
LONGEST_CODE = 100
"""Characters of what somebody typed that are compared; the rest is cut."""
LEAST_CODE = 7
"""Letters and digits of a code of one's own: as many as ``maple-47`` has."""
LARGEST_CREDENTIALS = 1_000_000
"""Bytes of a file of credentials: thousands of seats."""
LARGEST_HOST_KEY = 16 * 1024
"""Bytes of a host key: thirty times those of an Ed25519 one, and more than any RSA key has."""
LARGEST_RUNNING_FILE = 200
"""Bytes of the file that names the hosted session: an id and no more."""
FREE_TRIES = 3
"""Wrong codes from one address that are answered at once, while they are remembered."""
FIRST_DELAY, LONGEST_DELAY, GROWTH = 0.1, 30.0, 1.5
"""Seconds until the next wrong code from there is answered."""
FORGET_SECONDS = 10.0
"""After so long one wrong code of an address is forgotten."""
MOST_REMEMBERED = 30.0
"""Wrong codes of one address: so many are forgotten after five minutes."""
MOST_ADDRESSES, TIDY_SECONDS = 1000, 10.0
"""Over so many, and so often, those that are quiet are dropped."""
TOKENS_OF_ADDRESS = 20_000, 1.5
"""At first, and back each second: with both, an afternoon is less than a hundredth of all codes."""
TOKENS_OF_FAILED = 40_000, 3.0
"""Of all addresses that have failed lately."""
TOKENS_OF_NEW = 8_000, 1.0
"""Of all others together: with IPv6 somebody may have a new one for each code."""
KEEPALIVE_SECONDS, KEEPALIVES = 20, 3
"""Seconds between two questions to a client, and how many without an answer end its connection."""
IDLE_SECONDS = 2 * 60 * 60.0
"""Without a key, before a participant's line is let go."""
LONGEST_USER = 64
"""Characters of a user name; longer ones are not used."""
LEAST_COLUMNS, MOST_COLUMNS = 20, 500
"""Widths of a window: below, no word fits; above, each row only takes memory."""
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
MOST_LINES_WAITING = 200
"""Lines of a client in plain lines that wait to be worked; beyond it no more are read."""
TYPING_PAUSE_SECONDS = 2.0
"""How long a facilitator's typing rests before news is told in the middle of a line: a screen
reader is interrupted by each line that comes, and the line that is typed is shown again after it.
"""
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
CONNECT_SECONDS = 5
"""For a connection to one address of a database server: people wait for the session to begin."""
OPENING_SECONDS = 12.0
"""For finding a database server, signing in, making or checking the tables: two addresses of it."""
STATEMENT_SECONDS = 6.0
"""For one statement on a database server, which then ends it itself; none of ours needs a tenth."""
ANSWER_SECONDS = 8.0
"""For one reading or one change on a database server; then its connection is cut from here."""
SLOW_SECONDS = 1.0
"""After so long without an answer of a database server, people are told that it is tried still."""
RETRY_PAUSES = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between tries of a change that a database server undid; each is varied by a half."""
LEASE_SECONDS = 30
"""After its last renewal a session on a server is free: two renewals may fail before."""
RENEWAL_SECONDS = 10
"""Between two renewals of the lease of a session."""
NO_ROOM_BYTES = 1_000_000
"""Free on a disk: below, a session cannot begin."""
LITTLE_ROOM_BYTES = 50_000_000
"""Free on a disk: below, it is soon full. An evening and its copies take a tenth of that."""
EARLIEST_DAY = date(2026, 11, 1)
"""No session can be held before this program was written: a clock that says so is wrong."""
COPY_SECONDS = 300.0
"""Between two copies of a session that runs: what a disk that dies may take with it."""
COPIES_KEPT = 3
"""The newest copies that are kept: should the last one be made of something already wrong."""
COPY_DAYS_KEPT = 7
"""Days of which the newest copy is kept as well. Days with a copy are counted, not those of a
clock, which may jump."""
MOST_IN_MEMORY = 64 << 20
"""Bytes of a file that is copied by way of memory; a larger one goes by way of another file."""
MOST_SEARCH_CHARACTERS = 200
"""Of the words that are searched for: no sentence that somebody remembers is longer."""
MOST_FOUND = 50
"""Hits of a search that are told, and the rest of their session: more would be read by nobody."""
LEAST_CLOSED_SECONDS = 60
"""A session that lay closed for less goes on as if it had not: times are told in minutes."""
CLOSING_MINUTES = 15
"""What is kept free for the closing round of an evening: a line each, the pledges, the numbers."""
LEAST_MINUTES = 15
"""The shortest evening for which turns are proposed: one card and a word at the end."""
MOST_EVENING_MINUTES = 600
"""A whole day."""
OPTION_NUMBERS = {
    "--turns": range(1, MOST_TURNS + 1),
    "--minutes": range(LEAST_MINUTES, MOST_EVENING_MINUTES + 1),
}
"""What may stand behind these options of the command line."""
