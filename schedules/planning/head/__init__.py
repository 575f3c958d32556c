"""What a plan says of itself: its head, its closing and its school year."""
