"""The review of a draft: what the machine read, what people decided about it, and what is still to be answered."""
