"""The examiner: plans in our own words, their answers, renders in every format, and the score of what was read."""
