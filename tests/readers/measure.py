"""Figures over a step: of the phrases that are new on the screen, how many were spoken how.

whole: all words in order; glued: run together with a neighbour ("homewith"); part: words missing
("2" for "Turn 2 of 6"); silent: not at all. A phrase is text between gaps of three blanks.
"""

import re

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[✓●]")
GAP = re.compile(r"\s{3,}")
TYPING = re.compile(r"type|backspace|: left$|: end$|search for a word")


def words(text):
    return WORD.findall(text.lower())


def phrases(lines):
    return [p for line in lines for p in GAP.split(line.strip(" ▌▊▎▁▔│─")) if words(p)]


def said(step, kinds=("say", "letter")):
    return [
        s["text"]
        for s in step["said"]
        if s["kind"] in kinds and not s["text"].startswith("tdsr, presented")
    ]


def figures(step):
    spoken = words(" \n ".join(said(step)))
    flat = " " + " ".join(spoken) + " "
    tight = "".join(spoken)
    had = {" ".join(words(p)) for p in phrases(step["before"])}
    out = {"whole": 0, "glued": 0, "part": 0, "silent": 0, "parts": [], "silents": []}
    if not TYPING.search(step["name"]):
        for p in phrases(step["text"]):
            k = " ".join(words(p))
            if k in had:
                continue
            if f" {k} " in flat:
                out["whole"] += 1
            elif k.replace(" ", "") in tight:
                out["glued"] += 1
            elif any(f" {w} " in flat for w in k.split() if len(w) > 1 or w.isdigit() or w in "✓"):
                out["part"] += 1
                out["parts"].append(p)
            else:
                out["silent"] += 1
                out["silents"].append(p)
    moved = 0
    for p in had:
        if len(p.split()) > 1 and f" {p} " in flat:
            moved += len(p.split())
    out.update(
        letters=sum(len(t.strip()) for t in said(step)),
        spoken=len(spoken),
        again=moved,
        bytes=step["bytes"],
    )
    return out
