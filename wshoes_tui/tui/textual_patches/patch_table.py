"""Table of patches of Textual, Rich and asyncssh, and of their private names that are used.

Data alone: ``textual_patches`` says when an entry is applied. To add a patch, write a function that
makes the replacement, add an entry here with the digests that ``digest_of`` gives, and name a
test that fails without it; ``tests/tui/test_patches.py`` tries each with and without.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

TRIED = ("8.2.8",)
"""Versions of Textual that all of this was tried with. Its digests decide, not its number."""

Names = Mapping[str, tuple[str, ...]]
"""Private names, by the module in whose source they stand."""


class Patch(NamedTuple):
    """A change of a library.

    Args:
        name: what ``WSHOES_PATCHES`` and ``wshoes doctor`` call it.
        replaced: digests of the sources it was written for, by ``package.module:Class.name``.
        rests_on: other private names that the replacement uses.
        replacement: ``package.module:function`` that applies it; empty where ``fits`` is asked.
        reason: what would be without it.
        test: a test that fails without it.
        for_host: whether only a process with many apps needs it.
    """

    name: str
    replaced: Mapping[str, int]
    rests_on: Names
    replacement: str
    reason: str
    test: str
    for_host: bool = False


_HERE = "wshoes_tui.tui.textual_patches"

PATCHES = (
    Patch(
        "painter", {"textual.app:App._display": 0x8B9B671C},
        {
            "textual.app": ("_batch_count", "_driver"),
            "textual.message_pump": ("_closed", "_running"),
            "textual._compositor": ("LayoutUpdate", "ChopsUpdate", "chop_ends"),
        },
        "", "Whole spans of the screen are sent: 1,500 bytes for a letter.",
        "tests/terminal/test_poor_bytes.py::test_a_turn",
    ),
    Patch(
        "render_visible",
        {
            "textual._compositor:Compositor.render_full_update": 0xB1FCCF8E,
            "textual._compositor:Compositor.render_partial_update": 0xD72CC6AA,
            "textual._compositor:Compositor._render_chops": 0x628863A9,
        },
        {
            "textual._compositor": (
                "_regions_to_spans", "_dirty_regions", "visible_widgets", "cuts", "update_widgets",
            ),
            "textual.widget": ("_repaint_regions",),
        },
        f"{_HERE}.render_visible:render_visible_only",
        "Every widget is rendered from top to bottom for a letter in one line of it.",
        "tests/tui/test_sparing.py::test_a_letter_renders_the_field_alone",
    ),
    Patch(
        "repaint_once",
        {
            "textual.widget:Widget._set_dirty": 0xE017A700,
            "textual.widget:Widget._check_refresh": 0xA02F8BAA,
            "textual.widget:Widget.refresh": 0xB93856F8,
            "textual.widget:Widget.virtual_size": 0x230D7E40,
            "textual.widget:Widget.auto_links": 0x28CF849D,
            "textual.screen:Screen.focused": 0x9D23B6E3,
            "textual.style:Style.rich_style_with_offset": 0x2E4936EC,
            "textual.reactive:Reactive.__get__": 0x3BA89F36,
            "textual._compositor:Compositor.reflow": 0x864A2D2D,
        },
        {
            "textual._compositor": ("_full_map_invalidated",),
            "textual.screen": ("_dirty_widgets", "_compositor"),
            "textual.widget": (
                "_repaint_regions", "_dirty_regions", "_repaint_required", "_styles_cache",
                "_size_updated", "_layout_required", "_layout_updates", "_clear_arrangement_cache",
            ),
            "textual.dom": ("_parent", "NoScreen"),
            "textual.message_pump": ("_closing", "_is_mounted"),
            "textual.reactive": ("_repaint", "_layout", "_default", "internal_name", "_computes"),
        },
        f"{_HERE}.repaint_once:repaint_once",
        "What still holds is laid out, looked up and painted a second time.",
        "tests/tui/test_sparing.py::test_a_change_is_laid_out_once",
    ),
    Patch(
        "dispatch_cache", {"textual.message_pump:MessagePump._get_dispatch_methods": 0xEB126188},
        {"textual.message": ("_no_default_action",), "textual._on": ("_textual_on",)},
        f"{_HERE}.library_caches:cache_dispatch",
        "The handlers of a message are looked up in all base classes, sixty times for a letter.",
        "tests/tui/test_sparing.py::test_handlers_are_looked_up_once",
    ),
    Patch(
        "width_cache",
        {"rich.cells:cached_cell_len": 0xC88EFA5F, "rich.cells:cell_len": 0xE3B627FF},
        {"rich.cells": ("_cell_len",)},
        f"{_HERE}.library_caches:shrink_width_cache",
        "The last 4,096 words that were measured are kept, whatever their length: 700 MB once.",
        "tests/tui/test_strips.py::test_a_long_text_is_measured_and_not_remembered",
    ),
    Patch(
        "strip_cache", {"textual._styles_cache:StylesCache.get_inner_outer": 0x325138A8},
        {"textual.strip": ("FIFOCache",)},
        f"{_HERE}.library_caches:drop_strip_caches",
        "Each painted line has seven caches, which are a third of the memory of a seat.",
        "tests/tui/test_strips.py::test_a_line_does_not_hold_itself", for_host=True,
    ),
    Patch(
        "stylesheet_cache",
        {
            "textual.css.stylesheet:Stylesheet._parse_rules": 0x6351F734,
            "textual.css.stylesheet:Stylesheet._variable_tokens": 0xE29E66F6,
            "textual.css.stylesheet:Stylesheet.parse_style": 0x2566D89A,
        },
        {
            "textual.css.stylesheet": ("_variables", "_parse_cache"),
            "textual.css.tokenize": ("tokenize_values",),
        },
        "", "Every seat parses all styles: 60 ms and 0.3 MB each.",
        "tests/host/test_host_styles.py::test_what_one_app_has_parsed_another_one_shares",
        for_host=True,
    ),
    Patch(
        "packets", {"asyncssh.connection:SSHConnection.send_packet": 0xC439A81F},
        {"asyncssh.constants": ("MSG_IGNORE",)},
        "", "An empty packet is sent before each: twice the bytes on a poor line.",
        "tests/host/test_host_packets.py::test_a_packet_is_sent_alone", for_host=True,
    ),
)  # fmt: skip


class Reliance(NamedTuple):
    """Private names that are used as they are, and what is done once they are gone."""

    name: str
    names: Names
    without: str


RELIANCES = (
    Reliance(
        "key_queue",
        {
            "textual.message_pump": ("_message_queue",),
            "textual._queue": ("ready_event",),
            "textual.screen": ("_result_callbacks",),
            "textual.keys": ("_character_to_key",),
        },
        "Each widget is asked whether it has done its work; no key waits for a worker.",
    ),
    Reliance(
        "first_page",
        {"textual.app": ("_load_screen_css",), "textual.screen": ("_push_result_callback",)},
        "The first page is pushed on an empty screen.",
    ),
    Reliance(
        "query_cache", {"textual.dom": ("_query_one_cache",)},
        "A page remembers where widgets stood a hundred cards ago: 0.2 MB in a long session.",
    ),
    Reliance(
        "screen_runner",
        {"textual.screen": ("_on_timer_update",)},
        "That a server is slow is told only when it has answered.",
    ),
    Reliance(
        "themes",
        {"textual.app": ("_registered_themes",)},
        "Themes are looked up as Textual does.",
    ),
    Reliance(
        "errors",
        {"textual.app": ("_handle_exception", "_return_code", "_close_messages_no_wait")},
        "A fault is shown as Textual shows it.",
    ),
    Reliance(
        "driver",
        {
            "textual._xterm_parser": ("XTermParser", "_parse_extended_key"),
            "textual._parser": ("_gen", "_timeout_time"),
        },
        "The terminal is read as Textual reads it.",
    ),
    Reliance(
        "words_field",
        {
            "textual.widgets._text_area": (
                "_set_document", "_rewrap_and_refresh_virtual_size", "_replace_via_keyboard",
                "_theme", "_recompute_cursor_offset", "_cursor_offset",
            ),
            "textual.document._document": ("_lines",),
            "textual.document._history": ("_undo_stack", "_redo_stack"),
        },
        "A field has Textual's own document, which makes all line ends the same.",
    ),
    Reliance(
        "choice_list",
        {"textual.widgets._option_list": ("_lines", "_index_to_line", "_move_page")},
        "No line of a list is marked.",
    ),
    Reliance(
        "queued",
        {"asyncssh.connection": ("_transport", "_deferred_packets")},
        "Of what waits for a client that does not read, only that of its channel is counted.",
    ),
    Reliance(
        "no_output",
        {"textual.app": ("_capture_stdout", "_capture_stderr")},
        "What an app of a host prints goes to the host's own output.",
    ),
)  # fmt: skip
