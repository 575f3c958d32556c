"""Who does a work: persons, roles and bodies as plans name them, found in headings, sentences and cells."""
