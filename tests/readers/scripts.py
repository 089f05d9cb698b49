"""What is done at the program, step by step; the names are what a person does."""

import re


def first_card(r, page):
    first = page.turn.format(1)
    need(r, f"{first}|{page.opening}")
    for _ in range(5):
        if any(re.search(first, line) for line in r.lines()):
            break
        r.step("", "enter", silence=0.8)
    need(r, first)


def need(r, want, most=20):
    if not r.wait_text(want, most):
        raise SystemExit(
            f"{want!r} never came; the screen:\n" + "\n".join(line for line in r.lines() if line)
        )


def turns(r, page):
    """Five cards, always the same ones with a seed, a list and the palette."""
    first_card(r, page)
    yield r.step("First card", silence=0.8)
    for n in range(2, 6):
        yield r.step(f"{n}: type", "yes", apart=0.08, silence=0.8)
        yield r.step(f"{n}: Enter (saved)", "enter", silence=0.8)
        r.step("", "esc", silence=0.8)
        yield r.step(f"{n}: n (next card)", "n", silence=0.8)
    r.step("", "esc", silence=0.8)
    yield r.step("v (who speaks)", "v", silence=0.8)
    for k in ("down", "up", "down", "up"):
        yield r.step(f"Who speaks: {k}", k)
    yield r.step("Who speaks: Esc", "esc", silence=0.8)
    yield from palette(r)
    yield from sheets(r)
    yield from closing(r)


def sheets(r):
    """A lightbulb, a pledge with a day that is none, the map, help: sheets, pages and messages."""
    r.step("", "esc", silence=0.8)
    yield r.step("Lightbulb: l", "l", silence=0.8)
    r.step("", "hard", apart=0.08, silence=0.8)
    yield r.step("Lightbulb: Enter", "enter", silence=0.8)
    r.step("", "afraid", apart=0.08, silence=0.8)
    yield r.step("Lightbulb: Enter (kept)", "enter", silence=0.8)
    r.step("", "esc", silence=0.8)
    yield r.step("Pledge: p", "p", silence=0.8)
    r.step("", "ring", apart=0.08, silence=0.8)
    r.step("", "enter", silence=0.8)
    r.step("", "enter", silence=0.8)
    r.step("", "fryday", apart=0.08, silence=0.8)
    yield r.step("Pledge: Enter (no such day)", "enter", silence=0.8)
    yield r.step("Pledge: Esc", "esc", silence=0.8)
    for name, key in (("Map", "m"), ("Help", "?"), ("Who is here", "h")):
        r.step("", "esc", silence=0.8)
        yield r.step(f"{name}: {key}", key, silence=0.8)
        r.step("", "esc", silence=0.8)
        if key == "h":
            r.step("", "b", silence=0.8)


def closing(r):
    """Write first with its reveal, then the closing round up to the summary."""
    steps = (("Write first", "w"), ("Reveal", "v"), ("Talk", "n"), ("Closing", "c"))
    for name, key in steps:
        r.step("", "esc", silence=0.8)
        yield r.step(f"{name}: {key}", key, silence=0.8)
        if key == "w":
            r.step("", "my knees", apart=0.08, silence=0.8)
            yield r.step("Write first: Enter", "enter", silence=0.8)
    yield r.step("Closing: type", "yes", apart=0.08, silence=0.8)
    yield r.step("Closing: Enter", "enter", silence=0.8)
    for n in range(6):
        r.step("", "esc", silence=0.8)
        yield r.step(f"Closing: n {n + 1}", "n", silence=0.8)


def palette(r):
    yield r.step("Palette: Ctrl+P", "ctrl+p", silence=0.8)
    for k in ("down", "down", "up"):
        yield r.step(f"Palette: {k}", k)
    yield r.step("Palette: Esc", "esc", silence=0.8)


def seat(r, page, host, easy):
    """The same five cards at a seat, which a facilitator elsewhere goes on from."""
    need(r, "Welcome|ENTER|Enter")
    for _ in range(6):
        if any(page.language in line for line in r.lines()):
            break
        r.step("", "g", silence=0.8)
    if easy:
        r.step("", "e", silence=0.8)
    need(r, re.escape(page.welcome))
    r.step("", "enter", silence=0.8)
    yield r.step("Consent: Enter", "enter", silence=0.8)
    need(r, re.escape(page.are_in))
    host.first_card()
    need(r, page.turn.format(1))
    yield r.step("First card", silence=0.8)
    for n in range(2, 6):
        yield r.step(f"{n}: type", "yes", apart=0.08, silence=0.8)
        yield r.step(f"{n}: Enter (saved)", "enter", silence=0.8)
        yield r.step(f"{n}: n (next card)", lambda: host.type("/next"), silence=0.8)
    yield from palette(r)
    r.step("", "esc", silence=0.8)
    yield r.step("r (my words)", "r", silence=0.8)
    for k in ("down", "up"):
        yield r.step(f"My words: {k}", k)
    yield r.step("My words: Esc", "esc", silence=0.8)
