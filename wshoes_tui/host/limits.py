"""How much anybody may ask of the host. Each number bounds one thing."""

from __future__ import annotations

# -- at the door

MOST_SEATS = 60
"""Participants at one time; the facilitator comes on top."""
READY_SEATS = 30
"""Seats that stand ready before anybody comes: a quarter of a megabyte each."""
CALM_SECONDS = 2.0
"""After the last one came or went, before more are made ready."""
MOST_FACILITATORS = 4
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

# -- on a line

KEEPALIVE_SECONDS, KEEPALIVES = 20, 3
IDLE_SECONDS = 2 * 60 * 60.0
"""Without a key, before a participant's line is let go."""
LONGEST_USER = 64
LEAST_COLUMNS, MOST_COLUMNS = 20, 500
LEAST_LINES, MOST_LINES = 5, 200
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
