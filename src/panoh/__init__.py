"""Panoh."""
