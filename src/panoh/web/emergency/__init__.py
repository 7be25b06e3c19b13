"""Emergency: plans made step by step, declared in one step, tried out, and put on paper.

`listed` shows them all, `begin` and `filling` make one, `acting` says who does what, `alarm` is
the list of a declared one, `papers` gives cards and papers through the consent gate.
"""

from panoh.web.emergency import acting, alarm, begin, declaring, filling, listed, one, papers, ready

ways = (
    *listed.ways,
    *begin.ways,
    *papers.ways,
    *ready.ways,
    *one.ways,
    *filling.ways,
    *acting.ways,
    *declaring.ways,
    *alarm.ways,
)
