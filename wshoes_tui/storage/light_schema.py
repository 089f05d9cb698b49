"""What the start-up path knows of the schema, as constants: importing it loads nothing.

Generated from ``schema`` by ``python -m tests.schema``: change that, not this.
"""

APPLICATION_ID = 0x7773686F
"""What stands in the header of an SQLite file of ours."""

VERSION = 6
"""The version of the schema that this program writes."""

COLUMNS = {
    "session": (
        "id* revision:INTEGER hash title kind state created order seed:BIGINT"
        " planned_turns:INTEGER write_first:BOOLEAN visibility retention_days:INTEGER"
        " agreements consented:BOOLEAN language programme parent paused_at closed saved"
        " commit_number:BIGINT records:INTEGER place typed_up:BOOLEAN version candidate"
        " planned_minutes:INTEGER"
    ),
    "played_deck": "id* revision:INTEGER hash session deck ordinal:INTEGER",
    "seat": "id* revision:INTEGER hash session number:INTEGER label role side needs state",
    "turn": (
        "id* revision:INTEGER hash session number:INTEGER deck card seat shoes started state"
        " phase prompt:INTEGER swap_of ended paused_seconds:INTEGER"
    ),
    "response": (
        "id* revision:INTEGER hash session turn shoes text place:INTEGER seat visibility"
        " written_first:BOOLEAN tag review shared_text"
    ),
    "lightbulb": (
        "id* revision:INTEGER hash session used_to_think now_see turn shoes response tag"
        " review shared_text"
    ),
    "pledge": (
        "id* revision:INTEGER hash session text owner by_when horizon state history turn tag"
        " review shared_text condition scope lightbulb response"
    ),
    "pledge_update": (
        "id* revision:INTEGER hash session pledge made_in on state note text tag review shared_text"
    ),
    "parked_topic": "id* revision:INTEGER hash session text turn card tag review shared_text",
    "wild_card": (
        "id* revision:INTEGER hash session deck title text ordinal:INTEGER tag review shared_text"
    ),
    "rating": "id* revision:INTEGER hash session deck shoes value:INTEGER when",
    "feedback": "id* revision:INTEGER hash session kind text seat tag review shared_text",
    "voice": "id* revision:INTEGER hash session seat count:INTEGER",
    "draft": "id* revision:INTEGER hash session kind text turn seat shoes handed_in:BOOLEAN",
    "evidence": (
        "id* revision:INTEGER hash session turn shoes value text place:INTEGER seat"
        " named:BOOLEAN withheld:BOOLEAN tag review shared_text"
    ),
    "step": "session* number*:INTEGER name final:BOOLEAN undone:BOOLEAN changes hash",
    "erased": "id* kind session",
}
"""The columns of every table: ``name``, or ``name:type`` if it is no text; ``*`` marks the key."""

SESSION_LINES = """\
SELECT session.id, session.title, session.kind, session.state, session.created, session.saved,
session.commit_number, session.programme, session.planned_turns, session.retention_days,
session.closed, session.typed_up, coalesce((SELECT seat.label FROM seat WHERE seat.session =
session.id AND seat.id = session.candidate), '') AS candidate_label, CASE WHEN (session.state =
'closed') THEN (SELECT count(*) AS count_1 FROM turn WHERE turn.session = session.id) ELSE
(SELECT coalesce(max(turn.number), 0) AS coalesce_1 FROM turn WHERE turn.session = session.id)
END AS turn, coalesce(CASE WHEN (session.state = 'turns') THEN (SELECT seat.label FROM seat,
turn WHERE turn.session = session.id AND turn.state = 'open' AND seat.id = turn.seat ORDER BY
turn.number DESC LIMIT 1 OFFSET 0) END, '') AS next_seat, (SELECT count(*) AS count_2 FROM seat
WHERE seat.session = session.id) AS seats, (SELECT count(*) AS count_3 FROM response WHERE
response.session = session.id) AS responses, (SELECT count(*) AS count_4 FROM lightbulb WHERE
lightbulb.session = session.id) AS lightbulbs, (SELECT count(*) AS count_5 FROM pledge WHERE
pledge.session = session.id) AS pledges FROM session"""
"""One row for each session, with the fields of a ``SessionLine``; in no order."""
