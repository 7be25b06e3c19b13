"""Drawings: SVG for pages, PDF and DOCX alike. Colours are classes of the stylesheet."""
