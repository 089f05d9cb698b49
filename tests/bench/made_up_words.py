"""Text generator: sentences as people say them in sessions, in several languages and scripts.

All invented. Put together from parts by a seeded ``random.Random``, so that hundred thousand
responses differ, have lengths as people's have, and are the same for one seed.
"""

from __future__ import annotations

from random import Random

PARTS: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "en": (
        (
            "Nobody told me that",
            "I keep thinking that",
            "When I got home I found that",
            "From where I stand it looks as if",
            "My daughter says that",
            "The letter said that",
            "It took me three weeks to find out that",
            "I would have stayed in bed, but",
            "What I never say on the ward is that",
            "At four o'clock on a Friday you learn that",
            "They were kind about it, and still",
            "If you ask me on a good day,",
        ),
        (
            "the key safe was never fitted",
            "the bus stops running before visiting time is over",
            "I had said it four times already, to four people",
            "somebody had decided it all before I sat down",
            "the neighbour was the only one who knew about the cat",
            "there is a form for that, and another one for those who cannot fill in the first",
            "I have eight people to look after and a ninth on the way up",
            "she was not being difficult, she was afraid of a cold house",
            "the money comes from two pots that do not talk to each other",
            "the tablets were in a box I cannot open",
            "he only wanted his own bed",
            "we plan for the bed and forget the person in it",
        ),
        (
            ".",
            ", and that was that.",
            ", so I stopped asking.",
            "; I did not know whom to ring.",
            ". I just want somebody to ask me what I need before I go.",
            ", though I would not say so with my son in the room.",
            ". It is 12½ miles to the hospital – there’s no train.",
            ". Then the phone rang, and it was the other service, with the same questions.",
            "! And nobody laughed.",
        ),
    ),
    "cy": (
        (
            "Does neb wedi dweud wrtha i bod",
            "Rydw i'n dal i feddwl bod",
            "Pan ddes i adre, ro'n i'n gweld bod",
            "O'r lle dw i'n sefyll mae'n edrych fel petai",
            "Mae fy merch yn dweud bod",
            "Ar ôl tair wythnos des i i wybod bod",
        ),
        (
            "y tŷ yn oer a'r dŵr heb ei droi ymlaen",
            "neb yn siarad Cymraeg ar y ward",
            "y bws olaf wedi mynd cyn chwech o'r gloch",
            "rhywun wedi penderfynu'r cwbl cyn i mi eistedd i lawr",
            "ŵyr y cymydog yn bwydo'r gath",
            "ffurflen arall i'w llenwi, a'r un gwestiynau â'r llynedd",
        ),
        (
            ".",
            ", a dyna ni.",
            ", felly rhoddais y gorau i ofyn.",
            ". Dw i eisiau i rywun ofyn beth sydd ei angen arna i cyn i mi fynd.",
            " – ac mae hi'n ŵyl y banc.",
        ),
    ),
    "es": (
        ("Nadie me dijo que", "Sigo pensando que", "Mi hija dice que", "Después supe que"),
        (
            "la casa estaba fría y la nevera vacía",
            "había que rellenar otro formulario",
            "el autobús no pasa los domingos",
            "ella no era difícil, tenía miedo",
        ),
        (
            ".",
            ", ¿y a quién se lo digo?",
            "; mañana será otro día.",
            ", así que dejé de preguntar.",
        ),
    ),
    "pt": (
        ("Ninguém me disse que", "Continuo a pensar que", "A minha filha diz que"),
        (
            "a casa estava fria e não havia pão",
            "era preciso mais uma declaração",
            "já não há autocarro depois das seis",
        ),
        (".", ", e então deixei de perguntar.", ". Amanhã será à mesma hora, não é?"),
    ),
    "fr": (
        ("Personne ne m'a dit que", "Je me répète que", "Ma fille dit que"),
        (
            "la maison était froide et le frigo vide",
            "il fallait encore un formulaire",
            "l'infirmière a huit personnes, et une neuvième qui arrive",
        ),
        (".", " ; alors j'ai cessé de demander.", ", et voilà où nous en sommes."),
    ),
}
"""By language: how a sentence begins, what it tells, how it ends."""

ODD = (
    "-3 degrees in the kitchen, that is what it was.",
    "=1+1 is what the form made of it.",
    "@home means @home, not a bed in the corridor.",
    "+44 and then the rest of the number, nobody answered.",
    "She said \u201cyes\u201d; I heard \u2018no\u2019 \u2026",
    "We sang for her: \u266b calon lân \u266b",
    "\u05d0\u05e0\u05d9 \u05e8\u05d5\u05e6\u05d4 \u05d4\u05d1\u05d9\u05ea\u05d4.",
    "\u6211\u60f3\u56de\u5bb6\u3002",
    "Thank you \U0001f9e1 all of you \U0001f44d\U0001f3fd",
    "Yes.",
    "| that | is | a | table |",
    "<b>bold</b> & 'quoted' \"twice\"",
)
"""What spreadsheets, pages and terminals stumble over; one text in fifty."""

PROMISES = (
    "Ring the friend next door before the ward round",
    "Keep three key safes on the ward",
    "Ask what six o'clock visits would cost",
    "Put my number on the fridge door",
    "Write letters in words that my mother can read",
    "Gofyn yn Gymraeg gyntaf, bob tro",
    "Sit down when I ask somebody how they are",
    "Bring the two managers to the same table",
    "Visit one day centre a month, not as an inspector",
    "Find out who decides about the bus",
    "Llenwi'r ffurflen gyda'n gilydd, ddim drosti hi",
)
TOPICS = (
    "Who pays for the taxi home",
    "Parking at the health centre",
    "Whether the group may write to the councillor",
    "Trafnidiaeth ar y penwythnos",
    "What happens to the cat",
    "A second session for the night staff",
    "Why there are two forms for one bed",
)
NAMES = (
    "Asha", "Tom", "Ines", "Joe", "Maya", "Rose", "Siân", "Llŷr", "Ŵan", "Gwenllïan", "Dafydd",
    "José", "Zoë", "Małgorzata", "Bronwen", "Idris", "Mrs Lewis", "Dr Ahmed", "Nain", "Bethan",
    "Owain", "Catrin", "Huw", "Elin", "Priya", "Yusuf", "Marged", "Tudur", "Carys", "Emyr",
)  # fmt: skip
ROLES = ("", "", "carer", "nurse", "driver", "gofalwr", "councillor", "lives alone", "trainee")
PLACES = (
    "Bangor", "Pwllheli", "Llangefni", "Dolgellau", "Tŷ Croeso, Aberystwyth", "Machynlleth",
    "Neuadd y Dref, Caernarfon", "Ysbyty'r Tri Chwm", "Ward 4", "Village hall, Tregaron",
    "Llanbedr Pont Steffan", "Day centre, Barmouth",
)  # fmt: skip
PROGRAMMES = (
    "Home First Gwynedd", "Heneiddio'n dda Ceredigion", "Born here", "Dementia friends 2026",
    "Making it real, county",
)  # fmt: skip


class Words:
    """Texts from one random generator, so that they can be made again."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance

    def language(self) -> str:
        """The language of one group: most English, many Welsh."""
        return self.chance.choices(tuple(PARTS), weights=(60, 25, 6, 5, 4))[0]

    def said(self, language: str) -> str:
        """A response: one to five sentences, some on several lines, some odd."""
        chance = self.chance
        if chance.random() < 0.02:
            return chance.choice(ODD)
        many = chance.choices((1, 2, 3, 5), weights=(55, 30, 12, 3))[0]
        between = "\n" if chance.random() < 0.08 else " "
        return between.join(self.sentence(language) for _ in range(many))

    def sentence(self, language: str) -> str:
        """One sentence."""
        begins, tells, ends = PARTS[language]
        choice = self.chance.choice
        return f"{choice(begins)} {choice(tells)}{choice(ends)}"

    def clause(self, language: str) -> str:
        """Half a sentence, as one half of a lightbulb."""
        return self.chance.choice(PARTS[language][1])
