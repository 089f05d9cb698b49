"""Both parsers: the one with C, where there is one, and the one without."""

from __future__ import annotations

import pytest

from wshoes_tui.decks import yaml_tree

QUICKEST = yaml_tree.PARSER


@pytest.fixture(params=["quickest", "pure"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Reads with the quickest parser, then with the one without C."""
    chosen = QUICKEST if request.param == "quickest" else yaml_tree.PureParser
    monkeypatch.setattr(yaml_tree, "PARSER", chosen)
    return str(request.param)
