"""What looks like a time of work and is none: each time must show that it is work to be done."""
