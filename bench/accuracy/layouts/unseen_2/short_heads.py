"""What most sites and apps call their columns; a layout says where it differs. Refuses to know which columns a page has."""

SHORT_HEADS = {
    "runs": "R",
    "balls": "B",
    "minutes": "M",
    "fours": "4s",
    "sixes": "6s",
    "strike_rate": "SR",
    "overs": "O",
    "maidens": "M",
    "wickets": "W",
    "economy": "ECON",
    "dots": "0s",
    "wides": "WD",
    "no_balls": "NB",
}
