"""All that is changed in Textual itself, for every app of the process.

- ``strips``: painted lines keep little, and go as soon as nobody shows them.
- ``sparing``: nothing is laid out or painted a second time.
- ``chops``: only lines that are to be painted and that nothing covers are rendered.
- ``handlers``: which methods handle a message is looked up once for each class.

Each rests on names that Textual keeps to itself, and says so. Besides these, ``paint.py`` takes
the place of ``App._display``, ``keys.py`` looks into the queues of messages, and ``loop.py``
keeps a loop's tasks as they are; of asyncssh, ``host/packets.py`` changes how packets are sent.
"""

from __future__ import annotations

from wshoes_tui.tui.textual_patches.dispatch_cache import look_up_once
from wshoes_tui.tui.textual_patches.render_visible import render_what_shows
from wshoes_tui.tui.textual_patches.repaint_once import paint_once
from wshoes_tui.tui.textual_patches.strip_cache import keep_little


def apply_patches() -> None:
    """Change all of it. Doing so twice is harmless."""
    keep_little()
    paint_once()
    render_what_shows()
    look_up_once()
