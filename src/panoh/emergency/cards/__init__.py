"""Cards and papers for people outside: what stands on them, their words, and giving them out.

`wallet` and `family` make cards, `contact_sheet` and `plan_paper` papers; `giving` is the only
way by which any of them leaves, and the consent gate reads each.
"""
