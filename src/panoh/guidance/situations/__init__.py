"""The ten situations, in the order of how often and how urgently they are looked for."""

from panoh.guidance.situation import Situation
from panoh.guidance.situations import (
    device,
    helping,
    leaving,
    notice,
    silence,
    summoned,
    taken,
    telling,
    threatened,
    video,
)

#: By key, which is also how a page or a command names them.
SITUATIONS: dict[str, Situation] = {
    each.SITUATION.key: each.SITUATION
    for each in (
        taken,
        summoned,
        threatened,
        device,
        silence,
        notice,
        leaving,
        video,
        telling,
        helping,
    )
}
