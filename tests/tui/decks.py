"""Two decks with words of a usual length, so that what is shown looks as it does in use."""

from __future__ import annotations

from wshoes_tui.domain.deck import Card, Deck, Prompt, Shoes, Theme

HOSPITAL = Deck(
    id="home-again",
    title="Home again",
    revision=1,
    language="en-GB",
    summary="Leaving hospital, seen by everyone it touches.",
    content_note="Mentions illness and being alone.",
    themes=(
        Theme("information", "Information"),
        Theme("going-home", "Going home"),
        Theme("family", "Family"),
    ),
    shoes=(
        Shoes(
            "person",
            "The person going home",
            "P",
            "yellow",
            "lived",
            "You are dressed and packed, with a bag on your knees, and you want your own bed.",
            "You have been in hospital. You want to go home.",
        ),
        Shoes(
            "daughter",
            "The daughter",
            "D",
            "magenta",
            "lived",
            "You are at work with your phone in your lap, and everyone rings you first.",
            "Your mum has been in hospital. You have a job too.",
        ),
        Shoes(
            "nurse",
            "The ward nurse",
            "N",
            "blue",
            "service",
            "You are on hour ten, with eight people to look after and a ninth on the way up.",
            "You are a nurse in the hospital. You look after eight people.",
        ),
        Shoes(
            "social-worker",
            "The social worker",
            "S",
            "red",
            "service",
            "You are holding twenty-four people's plans, one duty phone and a promise.",
            "You help people plan their care. You have many people to see.",
        ),
    ),
    cards=(
        Card(
            "friday",
            "scenario",
            "Friday, four o'clock",
            "The ward needs the bed. Her daughter is at work until six, the key safe\n"
            "is not fitted, and nobody has told the neighbour who feeds the cat. The\n"
            "driver asks if we are off, then.\n",
            easy="It is Friday. The ward needs the bed. The door key is not ready.\n"
            "The driver wants to go now.\n",
            themes=("going-home", "information"),
            prompts=(
                Prompt("notice", "What does each of them know that the others do not?"),
                Prompt("feel", "What is four o'clock on a Friday like in these shoes?"),
                Prompt("act", "What could you do in ten minutes with what is here?"),
            ),
            opposite={"person": "nurse", "nurse": "person"},
            note="If the table hurries to solve it, ask for one more thing.",
        ),
        Card(
            "kettle",
            "scenario",
            "The kettle test",
            "To go home, Winston has to show that he can make a hot drink. The kettle\n"
            "on the ward has no cord. At home he lights the gas.\n",
            themes=("going-home",),
        ),
        Card(
            "good-news",
            "statement",
            "Everyone says so",
            "Everybody keeps telling me it is good news. I just want somebody to ask me\n"
            "what I need before I go.\n",
            themes=("information", "family"),
        ),
        Card(
            "spare-key",
            "scenario",
            "The spare key",
            "Next door has the spare key and feeds the cat. Nobody on the ward has her\nnumber.\n",
            themes=("family",),
        ),
        Card(
            "window",
            "poem",
            "The window bed",
            "They gave me the window,\nso I counted buses.\n\nThe last one is at ten.\n",
            themes=("family",),
            tender=2,
        ),
        Card(
            "cold-house",
            "scenario",
            "A cold house",
            "The heating has been off for three weeks. Who turns it on, and when?\n",
            themes=("going-home",),
        ),
        Card("yours", "wild", "Your own", "Something that happened here."),
    ),
)

COUNCIL = Deck(
    id="a-good-street",
    title="A good street",
    revision=3,
    language="en-GB",
    summary="Living next to each other, and asking the council for a bench.",
    themes=(Theme("street", "The street"), Theme("asking", "Asking")),
    shoes=(
        Shoes("tenant", "The tenant", "T", "green", "lived", "You are new here, on the top floor."),
        Shoes("planner", "The planner", "L", "cyan", "service", "You are drawing next year's map."),
    ),
    cards=(
        Card(
            "bench",
            "scenario",
            "The bench",
            "The bench was taken away because people sat on it.\n",
            themes=("street",),
        ),
        Card(
            "form",
            "scenario",
            "Form 12b",
            "To ask for a bench one fills in a form for large objects.\n",
            themes=("asking",),
        ),
        Card(
            "noise",
            "statement",
            "Until nine",
            "I do not mind the children. I mind that nobody asked.\n",
            themes=("street", "asking"),
        ),
    ),
)
