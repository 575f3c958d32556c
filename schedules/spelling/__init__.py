"""Words without their accents, or with those a poor scan gave them → words people can read.

Every document is asked for its wear (`wear`, `vocabulary`); only worn ones load what mends them (`restoring`, `bonds`).
"""
