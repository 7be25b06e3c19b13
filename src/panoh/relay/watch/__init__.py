"""Watching the watching: a second, small process that asks a relay whether it is well.

It knows an address of the relay, whom to tell, and since when there was no good answer. It says
that the *watching* is out and never that a person is: it knows of no person.
"""

from panoh.relay.watch.asking import is_well
from panoh.relay.watch.process import Watcher

__all__ = ["Watcher", "is_well"]
