"""Who is told what, when and why: a pure policy, a ledger that forgets nothing, an outbox that repeats nothing."""
