"""Style sheets are parsed once for all seats."""

from __future__ import annotations

from textual.app import App

from wshoes_tui.tui.textual_patches.library_caches import share_styles

SHEET = "Static { color: $primary; padding: 1 2; }"


def test_what_one_app_has_parsed_another_one_shares() -> None:
    apps: list[App[None]] = [App(), App()]
    for app in apps:
        share_styles(app)
        app.stylesheet.add_source(SHEET)
        app.stylesheet.parse()
    first, second = (app.stylesheet.rules[-1] for app in apps)
    assert first is second
