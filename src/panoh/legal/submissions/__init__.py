"""Submissions: one folder per body, and what they share, the drawing of documents.

A body's folder turns views into a document of plain blocks (`document`); `write_pdf` and
`write_docx` draw the same blocks, so both files say the same.
"""
