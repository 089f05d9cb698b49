"""At a seat: the consent card is read again where it has changed since they agreed to it."""

from __future__ import annotations

from tests.lines.seats import Sitter, seats
from wshoes_tui.domain.commands import Begin, Open, Plan


def consent(asha: Sitter, before: int) -> list[str]:
    """The lines of the card that came after so many lines."""
    return [line for line in asha.all_lines[before:] if line.startswith("Consent: ")]


async def test_who_agreed_to_the_old_card_is_told_the_new_one() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha")
        await together.does(Open())
        before = len(asha.all_lines)
        await together.does(Plan(retention_days=30))
        told = consent(asha, before)
        assert told[0] == "Consent: This has changed. Please read it again."
        assert "for 30 days, then deleted" in told[1]
        before = len(asha.all_lines)
        await together.does(Plan(retention_days=31))
        assert any("for 31 days, then deleted" in line for line in consent(asha, before))
        before = len(asha.all_lines)
        await together.does(Plan(retention_days=90), Begin())
        assert consent(asha, before) == [], "it is the card that they agreed to"
