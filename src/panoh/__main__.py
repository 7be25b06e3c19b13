"""`python -m panoh` is the same as `panoh`."""

from panoh.cli import main

main()
