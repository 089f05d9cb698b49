"""A seat of one's own in plain lines: equal in function to its screens.

For clients without a terminal, for terminals that are none, and for people who would rather have
lines. Many of these live on one event loop, so nothing here waits for a disk, and what is told
is told as it happens: what somebody types is theirs, what it becomes is the session's.
"""
