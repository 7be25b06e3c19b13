"""Threats, measures that fit them, incidents, and checks of this machine that admit "unknown"."""
