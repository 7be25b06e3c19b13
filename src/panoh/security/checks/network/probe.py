"""What is read: settings of proxies, of names that are looked up, and the list of known names."""

from panoh.security.checks.looking import Command, File, Reading, Variables

_PROXIES = tuple(
    name
    for each in ("http_proxy", "https_proxy", "all_proxy", "ftp_proxy")
    for name in (each, each.upper())
)

PROBE: tuple[Reading, ...] = (
    Variables("proxies", _PROXIES),
    Command("proxy_mode", ("gsettings", "get", "org.gnome.system.proxy", "mode")),
    Command("proxy_auto", ("gsettings", "get", "org.gnome.system.proxy", "autoconfig-url")),
    File("kde_proxy", ("~/.config/kioslaverc",)),
    File("hosts", ("/etc/hosts",)),
    File("hostname", ("/etc/hostname",)),
    File("resolv", ("/etc/resolv.conf",)),
    Command("resolved", ("resolvectl", "dns")),
)
