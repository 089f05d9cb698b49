#!/usr/bin/env python3
"""A speech synthesiser that writes what it would say to a log: seconds, kind and text a line.

Understands the protocols of TDSR and of Emacspeak servers, which yasr speaks. Nothing is dropped:
a line that the next key cancels stays in the log.
"""

import os
import re
import sys
import time
from pathlib import Path

protocol = sys.argv[1]
log = Path(os.environ["READER_LOG"]).open("a", buffering=1, encoding="utf-8")  # noqa: SIM115
pending: list[str] = []


def put(kind, text=""):
    log.write(f"{time.monotonic():.4f}\t{kind}\t{text}\n")


for raw in sys.stdin.buffer:
    line = raw.decode("utf-8", "replace").rstrip("\r\n")
    if protocol == "tdsr":
        if not line:
            continue
        k, text = line[0], line[1:]
        if k == "s":
            if text.strip():
                put("say", text)
        elif k == "l":
            put("letter", text)
        elif k == "x":
            put("cancel")
    elif protocol == "emacspeak":
        m = re.match(r"(\w+)\s*(?:\{(.*)\}|(.*))$", line, re.S)
        if not m:
            put("raw", line)
            continue
        verb, text = m[1], (m[2] if m[2] is not None else m[3] or "")
        if verb == "q":
            pending.append(text)
        elif verb == "d":
            if pending:
                put("say", " ".join(pending))
                pending.clear()
        elif verb == "l":
            put("letter", text)
        elif verb == "s":
            pending.clear()
            put("cancel")
        elif verb == "tts_say":
            put("say", text)
        elif verb.startswith("tts"):
            pass
        else:
            put("raw", line)
