"""How much of a file from outside is read at most. Both processes hold to these."""

MAX_BYTES = 50 * 1000 * 1000
MAX_ROWS = 200_000
MAX_COLUMNS = 512
#: What Excel itself allows in a cell is one less.
MAX_CELL = 32_768
MAX_CELLS = 4_000_000
MAX_SHEETS = 64
MAX_ROW_NUMBER = 1_048_576

#: An XLSX file is an archive; honest ones stay far below these.
MAX_ENTRIES = 2_000
MAX_UNPACKED = 512 << 20
MAX_RATIO = 250
#: Small parts may be nothing but repetition; the ratio tells nothing about them.
RATIO_COUNTS_FROM = 4 << 20

CHILD_MEMORY = 1 << 30
CHILD_CPU_SECONDS = 120
WALL_SECONDS = 180
MAX_FRAME = 32 << 20
