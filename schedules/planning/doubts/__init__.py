"""What stays unsure about a time, said as findings."""
