"""Two invented teams. The names vary as real ones do: initials, apostrophes, hyphens, particles, short and long."""

from dev.sample.match import Player, Side

HARBOUR = Side(
    "Harbour Wanderers",
    (
        Player("T Ashdown"),
        Player("JP Millbrook", is_captain=True),
        Player("R van der Weel"),
        Player("L Quillfeather", is_keeper=True),
        Player("S Okonjo-Hale"),
        Player("MD Pemberton"),
        Player("B O'Rennick"),
        Player("H Sandoval"),
        Player("KT Vashist"),
        Player("D Brackenbury"),
        Player("W Tulloch"),
    ),
)

MOORLAND = Side(
    "Moorland Casuals",
    (
        Player("A Fenwright"),
        Player("CJ Darragh"),
        Player("N Ilesanmi"),
        Player("P Hollowell", is_captain=True),
        Player("G Strandberg", is_keeper=True),
        Player("V Raghunath"),
        Player("E McAllery"),
        Player("OT Winslade"),
        Player("F Castellan"),
        Player("Y Berrimore"),
        Player("I Kettle"),
    ),
)
