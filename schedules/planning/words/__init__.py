"""Words the rest of planning shares."""
