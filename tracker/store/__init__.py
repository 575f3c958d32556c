"""The only SQL of the house: one file per subject, records in and out, never rows."""
