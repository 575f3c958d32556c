"""Works told in several places become one task."""
