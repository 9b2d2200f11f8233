"""Names that stand in several places of a card, and what they say about each other."""
