"""Pages and API over the store; every page says whose sign-in it needs."""
