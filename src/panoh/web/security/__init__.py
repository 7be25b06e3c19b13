"""Security: one task at a time, checks of this computer, threats, incidents, a look at a phone."""

from panoh.web.security import checks, incidents, phone, profile, tasks, threats

ways = (
    *tasks.ways,
    *checks.ways,
    *incidents.ways,
    *threats.ways,
    *phone.ways,
    *profile.ways,
)
