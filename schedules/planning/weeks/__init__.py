"""Weeks: by which rule a plan counts them, and those it dates itself."""
