"""What the store adds up to: the overdue board and the reports made from it."""
