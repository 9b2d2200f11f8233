"""An invented match and its scorecard: `python -m dev.sample OUT.png`.

Nothing of it is real: teams and players are made up, the balls come from a seeded generator, so every sum on the card
holds and the same seed gives the same picture.
"""
