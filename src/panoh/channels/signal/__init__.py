"""Signal through signal-cli, which runs beside the relay and speaks JSON-RPC on a local socket."""

from panoh.channels.signal.channel import Signal

__all__ = ["Signal"]
