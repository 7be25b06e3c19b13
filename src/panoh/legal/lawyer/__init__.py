"""For the first hour with a lawyer: what to ask, the facts that matter, days, a sealed selection.

`giving` is the only way by which any of it leaves; the consent gate reads it before it is sealed.
"""
