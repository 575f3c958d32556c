"""What stands among works and is none, or only a detail of one."""
