"""What a card prints of a match, as text and as truth. Knows nothing of how it is drawn."""
