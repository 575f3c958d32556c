"""Signing in by a letter: asked for on a page, answered by a one-time link to the person's own address."""
