"""Words before a time that set no work: clues, asides, bans, papers, scopes, who somebody is."""
