"""Both parsers: the one with C, where there is one, and the one without."""

from __future__ import annotations

import pytest

from wshoes_tui.decks import yaml_events

QUICKEST = yaml_events.PARSER


@pytest.fixture(params=["quickest", "pure"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Reads with the quickest parser, then with the one without C."""
    chosen = QUICKEST if request.param == "quickest" else yaml_events.PureParser
    monkeypatch.setattr(yaml_events, "PARSER", chosen)
    return str(request.param)
