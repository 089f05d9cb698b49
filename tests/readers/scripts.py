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
