"""The plan over time: what is stored, published, reminded of, shown as done or overdue."""
