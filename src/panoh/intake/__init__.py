"""Reports from outside become statements and items: one folder per kind of source.

Everything that arrives here is hostile until it has been read by a confined process.
"""
