"""What is read: which program shows the login, and its settings."""

from panoh.security.checks.looking import OS_RELEASE, Command, File, Files, Reading

PROBE: tuple[Reading, ...] = (
    Command("manager", ("systemctl", "show", "--property=Id,LoadState", "display-manager.service")),
    Files(
        "gdm",
        ("/etc/gdm3/custom.conf", "/etc/gdm3/daemon.conf", "/etc/gdm/custom.conf"),
    ),
    Files(
        "sddm",
        ("/usr/lib/sddm/sddm.conf.d/*.conf", "/etc/sddm.conf.d/*.conf", "/etc/sddm.conf"),
    ),
    Files(
        "lightdm",
        (
            "/usr/share/lightdm/lightdm.conf.d/*.conf",
            "/etc/lightdm/lightdm.conf.d/*.conf",
            "/etc/lightdm/lightdm.conf",
        ),
    ),
    Files("greetd", ("/etc/greetd/config.toml",)),
    File("groups", ("/etc/group",)),
    Files("console", ("/etc/systemd/system/*getty@*.service.d/*.conf",)),
    OS_RELEASE,
)
