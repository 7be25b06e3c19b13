"""A plan: its blocks and what of them may be printed, its timeline, what it lacks, writing it."""
