"""Stored tasks become iCalendar bytes that change only when a task does, behind links that can be renewed."""
