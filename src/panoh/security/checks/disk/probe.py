"""What is read: the tree of disks, what is mounted where, where memory is swapped out."""

from panoh.security.checks.looking import MOUNTS, Command, File, Reading

#: PATH is known to lsblk since 2018; the column for all mount points is younger and not needed.
_COLUMNS = "NAME,KNAME,PATH,MAJ:MIN,TYPE,FSTYPE,UUID"

PROBE: tuple[Reading, ...] = (
    Command("lsblk", ("lsblk", "--json", "--output", _COLUMNS)),
    MOUNTS,
    File("swaps", ("/proc/swaps",)),
    Command("zfs", ("zfs", "get", "-H", "-o", "name,value", "encryption")),
)
