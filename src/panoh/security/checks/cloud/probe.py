"""What is read: what is mounted, and the settings of programs that copy folders elsewhere."""

from panoh.security.checks.looking import MOUNTS, File, Reading, Variables

PROBE: tuple[Reading, ...] = (
    MOUNTS,
    Variables("home", ("HOME",)),
    File("dropbox", ("~/.dropbox/info.json",)),
    File("nextcloud", ("~/.config/Nextcloud/nextcloud.cfg",)),
    File("owncloud", ("~/.config/ownCloud/owncloud.cfg",)),
    File("yandex", ("~/.config/yandex-disk/config.cfg",)),
    File("onedrive", ("~/.config/onedrive/config",)),
    File("syncthing", ("~/.local/state/syncthing/config.xml", "~/.config/syncthing/config.xml")),
)
