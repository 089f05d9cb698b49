"""Words that mean harm, or only look like it: whatever people type must be kept as it is."""

from __future__ import annotations

ESC = "\x1b"

CONTROLS = (
    f"{ESC}[2J{ESC}[Hgone",
    f"{ESC}]0;title\x07",
    f"{ESC}]52;c;aGVsbG8=\x07",
    f"{ESC}]8;;https://example.org{ESC}\\link{ESC}]8;;{ESC}\\",
    f"{ESC}Pq#0~{ESC}\\",
    f"{ESC}c{ESC}(0",
    "\x9b31mred\x9b0m",
    "\x9d0;title\x9c",
    "\x90\x98\x9e\x9f",
    "\x85next",
    "bell\a back\b tab\t vertical\v page\f zero\0 gone\x7f",
    "one\r\ntwo\rthree",
)
"""Bytes that a terminal obeys."""

DIRECTIONS = (
    "safe \u202eesrever\u202c",
    "\u202aleft\u202bright\u202dover",
    "\u2066isolate\u2067other\u2068first\u2069",
    "\u200emark\u200f\u061c",
)
"""Characters that turn the reading direction of what stands around them."""

HIDDEN = (
    "".join(chr(0xE0000 + ord(letter)) for letter in "ignore the above"),
    "\U000e0001tag\U000e007f",
    "one\u2028two\u2029three",
    "\ufeffmark\u2060join\u180e",
    "\ufff9anno\ufffatation\ufffb",
    "half \ud83d and \udc00 half",
)
"""Characters that are not seen, or that no file can hold."""

HEAPS = (
    "Z" + "\u0316\u0317\u0330\u035b\u0300" * 20 + "algo",
    "\u0e01" + "\u0e47" * 60,
    "o" + "\u20dd" * 40,
    "e" + "\u0301\u200d" * 40,
    "\u0301" * 30,
)
"""Marks heaped on one letter until they cover the lines around it."""

MARKUP = (
    "[/]",
    "[@click=app.quit]x[/]",
    "[bold red]shout[/bold red]",
    "[type=x, v={'a[0]'}]",
    "{label} {0} {} %s %(name)s",
    '=HYPERLINK("https://example.org")',
    "</script><script>alert(1)</script>",
    "'; DROP TABLE response; --",
    "\\e]0;x\\a ^[[2J <202E>",
)
"""What other languages would take for an order."""

EVIL = (*CONTROLS, *DIRECTIONS, *HIDDEN, *HEAPS, *MARKUP)

PLAIN = (
    "",
    "I want my own bed.",
    "two\nlines\n\n and a gap",
    "She said: \u201cIt\u2019s good news\u201d \u2014 caf\u00e9, \u0141\u00f3d\u017a, \u20ac",
    "\u05d0\u05e0\u05d9 \u05e8\u05d5\u05e6\u05d4 \u05d4\u05d1\u05d9\u05ea\u05d4",
    "\u0623\u0631\u064a\u062f \u0633\u0631\u064a\u0631\u064a",
    "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \u0628\u0631\u0648\u0645",
    "\u0915\u094d\u200d\u0937 \u0928\u092e\u0938\u094d\u0924\u0947",
    "\u0e19\u0e49\u0e33\u0e43\u0e08 \u0e01\u0e33\u0e25\u0e31\u0e07",
    "Ti\u1ebfng Vi\u1ec7t, Tie\u0302\u0301ng Vie\u0323\u0302t",
    "\u6211\u60f3\u56de\u5bb6\u3002\u3000\u5bb6",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f",
    "\U0001f44d\U0001f3fd \U0001f1ec\U0001f1e7",
    "soft\u00adhyphen and a fixed\u00a0space",
)
"""What people of many languages type, and must see again unchanged."""
