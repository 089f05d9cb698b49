"""What is done at the program, step by step; the names are what a person does."""


def first_card(r):
    need(r, "Turn 1|Opening")
    for _ in range(5):
        if any("Turn 1" in line for line in r.lines()):
            break
        r.step("", "enter", silence=0.8)
    need(r, "Turn 1")


def need(r, want, most=20):
    if not r.wait_text(want, most):
        raise SystemExit(
            f"{want!r} never came; the screen:\n" + "\n".join(line for line in r.lines() if line)
        )


def turns(r):
    """Five cards, always the same ones with a seed, a list and the palette."""
    first_card(r)
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
    yield r.step("Palette: Ctrl+P", "ctrl+p", silence=0.8)
    for k in ("down", "down", "up"):
        yield r.step(f"Palette: {k}", k)
    yield r.step("Palette: Esc", "esc", silence=0.8)
