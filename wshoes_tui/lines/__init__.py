"""Line mode: the whole session in plain lines, for screen readers, braille, pipes and scripts.

One line of standard input is read at a time. What is typed is what is said; a line that begins
with ``/`` is a command, ``//`` begins words with a slash, and an empty line asks the question
once more. Nothing is marked by place, colour or drawing. Every line that is written begins with
one of these words, a colon and a space. The words are the same in every language, so that
scripts can rely on them; what follows is in the language in use.

``line_loop`` is the loop, on asyncio. Its role is a facilitator (``facilitator_role``) or somebody
at a seat of their own (``seat_conversation``); each hands lines to its stages and slash commands.
Where a session is hosted, what others do is told as it happens.

| word | what follows |
|---|---|
| Session | the session: its title and the beginning of its id |
| Step | where in the opening or in the closing round we are |
| Deck | one deck of the session, or one line about a deck that is looked at |
| Seat | one seat: its number, label, role, side, whether it is here and how it does; its key |
| Plan | how many turns, in which order, and whether everybody writes first |
| Agreement | one ground rule, with its number |
| Consent | one sentence of the consent card |
| Turn | the number of a turn, and whose it is |
| Shoes | a pair of shoes: mark and name, and what it is like to stand in them |
| Card | the title of a card, then one line for each paragraph (of a poem: for each line) |
| Prompt | which prompt it is, its rung, and the question |
| Write | who writes now, in private; at one's own seat: that all do, and how many have |
| Said | one response: its number, its shoes, and its words |
| Evidence | what a panel heard from a candidate, or the values of which nobody heard anything |
| Draft | words that wait and are not said yet; /save says them, /drop lets them go |
| Lightbulb | one lightbulb, with its number |
| Pledge | one pledge, with its number, its owner and its day |
| Parked | one topic of the car park |
| Feedback | words of the closing round |
| Number | the numbers from 0 to 10 for one pair of shoes |
| Map | how often somebody stood in one pair of shoes, and on what; or a gap |
| Swap | a card that was answered from two sides |
| Voice | how often one seat was heard, for the facilitator only |
| Summary | the session at a glance |
| Note | the note of a card for the facilitator |
| Choice | one thing to choose, with its number |
| Question | what may be typed now |
| Help | one line of help |
| Saved | what was typed is kept durably |
| Undone | what was taken back |
| Redone | what was done again |
| Review | what was decided about words: shared, kept back, or put right for sharing |
| Pause | the session rests, or goes on |
| Notice | something to know that is no error |
| Error | what could not be done; nothing was changed |
| More | the line before goes on |
| End | the last line: how to go on another time |
"""
