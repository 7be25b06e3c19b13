"""What is read: which desktop runs, and what it is told about locking."""

from panoh.security.checks.looking import Command, Files, Reading, Variables


def _ask(name: str, schema: str, key: str) -> Command:
    return Command(name, ("gsettings", "get", schema, key))


PROBE: tuple[Reading, ...] = (
    Variables("desktop", ("XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE", "XDG_SESSION_DESKTOP")),
    _ask("gnome_lock", "org.gnome.desktop.screensaver", "lock-enabled"),
    _ask("gnome_delay", "org.gnome.desktop.screensaver", "lock-delay"),
    _ask("gnome_idle", "org.gnome.desktop.session", "idle-delay"),
    # An order by which no lock works at all, whatever the settings say.
    _ask("gnome_off", "org.gnome.desktop.lockdown", "disable-lock-screen"),
    _ask("cinnamon_off", "org.cinnamon.desktop.lockdown", "disable-lock-screen"),
    _ask("cinnamon_lock", "org.cinnamon.desktop.screensaver", "lock-enabled"),
    _ask("cinnamon_delay", "org.cinnamon.desktop.screensaver", "lock-delay"),
    _ask("cinnamon_idle", "org.cinnamon.desktop.session", "idle-delay"),
    # What the distribution sets, then what the person changed: the later counts.
    Files("kde_lock", ("/etc/xdg/kscreenlockerrc", "~/.config/kscreenlockerrc")),
    Command("xfce", ("xfconf-query", "--channel", "xfce4-screensaver", "--list", "--verbose")),
)
