"""Running text of a plan → drafts of tasks and duties: items, sentences and lines, and the times they stand under."""
