"""Zalo: one small HTTP client, and a file per way to a person (Bot, Official Account, group, template)."""
