"""What the law asks of one school in one school year: asked, kept as a plan of its own, held against later rules."""
