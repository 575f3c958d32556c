"""A message → a person. One file per channel: Message in, Outcome out."""
