"""A plan document → what the school has committed to, and when. No database, no clock, no network."""
