"""Times that were over when the plan was signed."""
