"""The watching service: it knows deadlines and addresses, and never sees a vault."""
