"""What is heard of a command, held against the goals: a line a miss, and exit status 1.

    python -m tests.readers.check -- wshoes play home-from-hospital --seats 1 --turns 8 --seed 7

    python -m tests.readers.check --seat -- wshoes

Readers: those of READERS (default "tdsr yasr brltty") that can be run here; without any, exit
status 2. The command gets a data folder of its own. With ``--seat`` the program hosts a session,
and the reader is around the ssh of a seat. READER_LANGUAGE is the language of the run, such as cy,
or easy: the command has to be in it already.
"""

# ruff: noqa: E501

import os
import re
import shutil
import sys
import tempfile

from tests.readers import scripts
from tests.readers.hosted import Host
from tests.readers.measure import figures, phrases, words
from tests.readers.reader import Reader
from tests.readers.words import page_words

SECOND = 1.0


def can(kind):
    if kind == "tdsr":
        try:
            if os.environ.get("READER_TDSR"):
                return True
            __import__("tdsr")
            return True
        except ImportError:
            return False
    if kind == "none":
        return True
    name = os.environ.get(f"READER_{kind.upper()}", kind)
    return bool(shutil.which(name)) and (kind != "brltty" or bool(shutil.which("tmux")))


def cursor_line(s):
    return s.text[s.cursor[1]].strip() if s.cursor[1] < len(s.text) else ""


def misses(kind, steps, saved):
    for s in steps:
        d = {
            "name": s.name,
            "before": s.before,
            "text": s.text,
            "bytes": s.bytes,
            "said": [vars(x) for x in s.said],
            "cursor": s.cursor,
        }
        heard = [
            x
            for x in s.said
            if (x.kind in ("say", "letter") and words(x.text)) or x.kind == "cells"
        ]
        spoken = words(" ".join(x.text for x in heard))
        arrow = re.search(r": (down|up)$", s.name)
        if kind == "brltty":
            under = heard[-1].text if heard else ""
            if arrow and "Palette" in s.name and words(under)[:2] == words(s.before[0])[:2]:
                yield s.name, "the entry does not come under the fingers"
            if "saved" in s.name and not has(words(under), saved):
                yield s.name, f"under the fingers: {under!r}, nothing says that it is saved"
            if "next card" in s.name and s.hidden:
                yield s.name, "the cursor is hidden"
            if "next card" in s.name and not any(p in under for p in titles(s)):
                yield s.name, f"under the fingers: {under!r}, not the new card"
            if re.search(r"Esc$", s.name) and not s.hidden and not words(cursor_line(s)):
                yield s.name, "the cursor stands on an empty line"
            continue
        f = figures(d)
        if f["part"]:
            yield s.name, f"{f['part']} fragments: " + " | ".join(f["parts"])[:90]
        if f["glued"]:
            yield s.name, f"{f['glued']} phrases run together"
        if arrow:
            last = next((x.text for x in reversed(heard) if words(x.text)), "")
            want = words(cursor_line(s))[:3]
            if "Palette" in s.name and (not spoken or words(last)[:2] == words(s.before[0])[:2]):
                yield s.name, f"speaks {last.strip()[:40]!r}, not the entry"
            elif f" {' '.join(want)} " not in f" {' '.join(spoken[-9:])} ":
                yield s.name, f"speaks {last.strip()[:40]!r} on {cursor_line(s)[:40]!r}"
        if "saved" in s.name:
            at = next((x.at for x in heard if has(words(x.text), saved)), None)
            if at is None or at > SECOND:
                yield s.name, "does not say that it is saved"
            if f["letters"] > 100:
                yield s.name, f"{f['letters']} letters spoken, 100 are enough"
        if "next card" in s.name:
            new = sum(len(p) for p in phrases(s.text) if p not in set(phrases(s.before)))
            if f["letters"] > 1.15 * new + 20:
                yield s.name, f"{f['letters']} letters for {new} new ones"
        if "type" in s.name.split(": ")[-1] and len(spoken) > 4:
            yield s.name, f"{len(spoken)} words spoken while three letters are typed"


def has(said, wanted):
    """Whether these words are said, one after the other."""
    return f" {' '.join(wanted)} " in f" {' '.join(said)} "


def titles(s):
    """The short lines that are new: the card's title is among them."""
    old = set(phrases(s.before))
    return [
        p for p in phrases(s.text) if 3 < len(p) < 40 and p not in old and not p.startswith("[")
    ]


if __name__ == "__main__":
    cmd = sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else sys.argv[1:]
    at_seat = "--seat" in sys.argv[: sys.argv.index("--")] if "--" in sys.argv else False
    language = os.environ.get("READER_LANGUAGE", "en")
    easy = language == "easy"
    page = page_words("en" if easy else language, easy)
    ran, bad = [], 0
    for kind in os.environ.get("READERS", "tdsr yasr brltty").split():
        if not can(kind):
            continue
        ran.append(kind)
        with tempfile.TemporaryDirectory() as data:
            host = Host(cmd[0]) if at_seat else None
            r = Reader(kind, host.command if host else cmd, env={"WSHOES_DATA": data})
            try:
                script = scripts.seat(r, page, host, easy) if host else scripts.turns(r, page)
                steps = list(script)
            finally:
                r.close()
                if host:
                    host.close()
        print(
            f"{kind}: {r.total} bytes, {sum(x.bytes for x in steps)} in steps, {sum(x.letters() for x in steps)} letters spoken"
        )
        for name, what in misses(kind, steps, page.saved):
            print(f"{kind}: {name}: {what}")
            bad += 1
    if not ran:
        print("no screen reader is installed here")
        sys.exit(2)
    print(f"{' '.join(ran)}: {bad} misses")
    sys.exit(bool(bad))
