"""Looking at a phone with MVT, which runs outside Panoh; what it found is read, never "clean"."""
