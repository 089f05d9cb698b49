"""Join sheet: a printable HTML page that tells people how to come to their seats, with a QR code.

The QR code holds the ``ssh://`` address, which the camera of a phone opens in its SSH program. The
code of the session stands beside it and not in it: who finds a picture of it has no code.
"""

from __future__ import annotations

from pathlib import Path

from wshoes_tui.export.export_files import write_export
from wshoes_tui.export.html_page import colour_style, inline, page
from wshoes_tui.export.print_pages import PAPER_STYLE
from wshoes_tui.hub.participants import JoinDetails
from wshoes_tui.locale import N_, _

STYLE = """
body { font-size: 13pt }
h1 { font-size: 24pt; margin: 0 0 4mm }
ol { padding-left: 7mm } li { margin-bottom: 4mm }
.said { font: bold 19pt/1.5 "Liberation Mono", "DejaVu Sans Mono", monospace }
.print { font-size: 10pt; word-break: break-all }
.line { display: inline-block; min-width: 90mm; border-bottom: 1px solid var(--word) }
svg { float: right; width: 52mm; height: 52mm; margin: 0 0 4mm 6mm }
table { border-collapse: collapse; font-size: 11pt } td { padding: 1mm 4mm 1mm 0 }
"""
SIGN = "join-sheet"
"""The class of the body of such a page, by which a sheet of another evening is known."""
LONGEST_HEAD = 8_192
"""Bytes of a file in which the sign of a sheet stands, if it has one."""

DEVICES = (
    (N_("Windows"), N_("Start, type cmd, press Enter, type the line")),
    (N_("Windows with PuTTY"), N_("the address as Host Name, the number after -p as Port")),
    (N_("a Mac, Linux"), N_("open a terminal, type the line")),
    (N_("a phone"), N_("an app such as Termius or ConnectBot; the picture holds the address")),
    (N_("a screen reader"), N_("-T after ssh: everything comes in plain lines")),
)
"""What to do, by what somebody has."""


def address_of(command: str) -> str:
    """The ``ssh://`` address of a command to join, without a user name."""
    words = command.split()
    port = words[words.index("-p") + 1] if "-p" in words else ""
    place = words[-1].rpartition("@")[2]
    place = f"[{place}]" if ":" in place else place
    return f"ssh://{place}" + (f":{port}" if port else "")


def sheet_page(joining: JoinDetails) -> str:
    """The whole page as HTML, in the language in use."""
    # Imported here: most hosts print no sheet.
    from segno import make

    picture = make(address_of(joining.command), error="m").svg_inline(
        scale=1, border=2, svgclass=None, lineclass=None, omitsize=True
    )
    title = _("Join with your own screen")
    steps = [
        _("Your computer or phone must be in this network:") + ' <span class="line">&nbsp;</span>',
        _("Type this line, with your name in the place of NAME:")
        + "".join(f'<br><span class="said">{inline(one)}</span>' for one in _commands(joining)),
        _("It asks whether to go on. Compare these letters, then type yes:")
        + f'<br><span class="print">{inline(joining.fingerprint)}</span>',
        _("Type this code. You do not see it while you type. Press Enter.")
        + f'<br><span class="said">{inline(joining.code)}</span>',
        _("You are given a key of your own. Write it here: with it you come back to your seat.")
        + '<br><span class="line">&nbsp;</span>',
    ]
    devices = "".join(
        f"<tr><td><b>{inline(_(what))}</b></td><td>{inline(_(do))}</td></tr>"
        for what, do in DEVICES
    )
    body = f"""<main class="{SIGN}">
{picture}
<h1>{inline(title)}</h1>
<ol>
{"".join(f"<li>{step}</li>" for step in steps)}
</ol>
<table>{devices}</table>
</main>"""
    return page(title, colour_style(dark=False) + PAPER_STYLE + STYLE, body, schemes="light")


def _commands(joining: JoinDetails) -> tuple[str, ...]:
    return joining.command, *joining.others


def write_sheet(path: Path, joining: JoinDetails) -> None:
    """Write the sheet to a file; one of an earlier evening is replaced, nothing else is.

    Raises:
        StoreError: it could not be written; whatever was there is as it was.
    """
    write_export(path, sheet_page(joining), replace=_is_sheet(path))


def _is_sheet(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return f'<main class="{SIGN}">'.encode() in file.read(LONGEST_HEAD)
    except OSError:
        return False
