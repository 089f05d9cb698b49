"""Rescue of unsaved words on the way out: what the store did not take is written to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wshoes_tui.errors import WshoesError
from wshoes_tui.locale import _, speech

if TYPE_CHECKING:
    from wshoes_tui.tui.app_protocols import FacilitatorSessionApp


async def put_words_away(app: FacilitatorSessionApp) -> str | None:
    """See to it that no words are lost where the session is left.

    Returns a sentence on where they are, an empty one if all are kept, and None, with a
    sentence on the screen, where they stand on the screen alone and it must not be left yet.
    """
    if app.live is None or (app.facilitates is not None and not app.ends_hosting):
        return ""
    app.keep_fields()
    await app.settle()
    if not app.live.unkept:
        return ""
    from wshoes_tui.sessions.unsaved_words import put_away, where_told

    try:
        path = await app.worker.run(put_away, app.live, app.settings.data)
    except WshoesError:
        if app.confirmation.given("words are lost"):
            return ""
        app.say(
            _(
                "These words cannot be saved, and no file can be written. They are only here: "
                "copy them. The same key once more leaves without them."
            )
        )
        return None
    return "" if path is None else where_told(path)


def unsaved_told(app: FacilitatorSessionApp) -> str:
    """Write what the store did not take to a file, without asking the store once more.

    Returns a sentence on where it is; an empty one if all is kept.
    """
    if app.live is None or not app.live.unkept:
        return ""
    speech.set(app.speech)  # for a thread of its own
    from wshoes_tui.sessions.open_session import NOT_KEPT_YET
    from wshoes_tui.sessions.unsaved_words import left_over, where_told

    try:
        path = left_over(app.live, app.settings.data)
    except WshoesError as error:
        return _(NOT_KEPT_YET) + f" {error}"
    return "" if path is None else where_told(path)
