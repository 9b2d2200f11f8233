"""The accuracy bench: invented scorecards as pictures, each with its exact truth, and how well they are read.

`python -m bench.accuracy.generate --split tuning --count 60 --out DIR` writes the pictures. Nothing on them is real:
matches are played ball by ball by a seeded simulator, so every sum on a card holds and the same seed gives the same card.
"""
