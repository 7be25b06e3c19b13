"""Legal avenues: what may be asked of whom, by when, and documents that fit each body."""
