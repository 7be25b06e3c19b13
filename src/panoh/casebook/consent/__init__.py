"""The consent gate: what was allowed, what finished bytes say, and whether they may leave."""
