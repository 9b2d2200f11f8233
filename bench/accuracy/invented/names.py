"""Names of invented people: initials, first names, accents, apostrophes, hyphens, particles, single letters."""

from dataclasses import dataclass

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.lists import words_of

_FIRST = words_of(
    "Tobias Jonah Callum Rhys Eamon Lewis Harvey Duncan Miles Rupert Alfie Barnaby Oscar Wilf Ned Theo "
    "Arjun Rohan Vikram Imran Faisal Sanjeev Kabir Naveed Dilshan Chamara Tariq Bilal Yusuf Farhan Nikhil Aarav "
    "Kofi Sipho Themba Tendai Jabari Kwame Marlon Devon Shamar Rovman Pieter Wouter Ruben Søren Zoltán José Éloi André "
    "Siân Zoë Alice Priya Meera Hannah Chloe Ayesha Lungile Beth Maisie Niamh Ffion Grace Nadine Tamsin"
)
_ENGLISH = (
    (
        words_of(
            "Ash Mill Har Pem Brack Win Tul Hollo Quill Stan Cold Thorn Fen West Marl Black Whit Lang Hather Rad Elm Oak"
        )
    ),
    (
        words_of(
            "down brook wick berton enbury slade loch well feather more stone ley wright ham worth burn by croft combe ford"
        )
    ),
)
_INDIAN = (
    (words_of("Ragh Sub Vash Chakra Deva Nara Iyen Ban Mukh Venk Pra Sho Kul Bha Ram Anan")),
    (words_of("unath raman ist borty dhar yanan gar erji opadhya atesh sad kat karni tia esh than")),
)
_ARABIC = (
    (words_of("Sham Faro Rash Ham Qur Mah Zam Akh Nasi Ju Bas Raf")),
    (words_of("shad oqi idul eedi eshi mood an tar ruddin naid hir iq")),
)
_AFRICAN = (
    (words_of("Ok Mba Ile Nko Tsha Mu Chi Ndlo Maha Zon")),
    (words_of("onjo lula sanmi si bangu zarabani goro vu raj deki")),
)
_NORDIC = (
    (words_of("Lind Sand Strand Øster Berg Gärd Hög Fjell Müll Schön")),
    (words_of("qvist oval berg gaard ström mann heim ner e en")),
)
_FRENCH = ((words_of("Du Beau Mont La Cha Del Gué Fer")), (words_of("breuil fort clair croix vigné acroix rin nandes")))
_STYLES = (
    (_ENGLISH, 0.42),
    (_INDIAN, 0.2),
    (_ARABIC, 0.14),
    (_AFRICAN, 0.1),
    (_NORDIC, 0.07),
    (_FRENCH, 0.07),
)
_SHORT = words_of("Ali Khan Roy Lee Rao Das Cox Ince Ng Shah Fry Bal Mir Sen Ody Uys Ash Poe")
_BEFORE = ("O'", "Mc", "Mac", "D'", "St ", "van ", "van der ", "de ", "du ", "Le ", "Fitz", "al-", "ter ")


@dataclass(frozen=True)
class PersonName:
    """A name in parts. Somebody known by one word alone has neither first name nor initials."""

    first: str
    initials: str
    surname: str

    @property
    def is_single(self) -> bool:
        """Whether there is nothing to print but the one word."""
        return not self.first


def invent_name(dice: Dice) -> PersonName:
    """Return a person's name of any style."""
    first = dice.pick(_FIRST)
    more = "".join(dice.pick("ABCDEGHJKLMNPRSTW") for _ in range(dice.weighted(((0, 0.5), (1, 0.35), (2, 0.15)))))
    return PersonName(first, first[0] + more, invent_surname(dice))


def invent_single_name(dice: Dice) -> PersonName:
    """Return a name of one word, at times of one letter, as people enter themselves in an app."""
    word = dice.pick("ABCDEFGHJKMNPRSTVXYZ") if dice.chance(0.3) else dice.pick(_FIRST)
    return PersonName("", "", word)


def invent_surname(dice: Dice) -> str:
    """Return a surname; some with a particle, an apostrophe or a hyphen."""
    shape = dice.weighted((("plain", 0.68), ("short", 0.14), ("before", 0.12), ("double", 0.06)))
    if shape == "short":
        return dice.pick(_SHORT)
    if shape == "before":
        return _joined(dice.pick(_BEFORE), _plain(dice))
    if shape == "double":
        return f"{_plain(dice)}-{dice.pick(_SHORT)}"
    return _plain(dice)


def _plain(dice: Dice) -> str:
    starts, ends = dice.weighted(_STYLES)
    return dice.pick(starts) + dice.pick(ends)


def _joined(before: str, surname: str) -> str:
    return before + (surname.lower() if before == "Fitz" else surname)
