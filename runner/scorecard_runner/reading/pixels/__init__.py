"""Pictures to pictures: ink, straight and clean, at the size that engines read best."""
