"""How far each value can be believed, and which reading of it."""
