"""Statements become people, acts and events: views, judgements, assessments, history, search,
the consent gate.
"""
