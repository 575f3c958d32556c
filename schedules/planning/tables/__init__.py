"""Tables of a plan → drafts of tasks: columns known by their heads, rows in their month, cells parted into works."""
