"""Plans for an emergency, the alarms declared from them, orders to a relay, cards of paper.

`plan` holds what a plan is and what it lacks, `alarm` the checklist of a declared one, `orders`
what a relay would be told, `watching` tells it and hears it, `paper` and `cards` what may be
printed. Nothing here keeps a timer.
"""
