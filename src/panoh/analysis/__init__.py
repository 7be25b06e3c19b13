"""Same person? Same event? Patterns, counts and estimates; drawings as SVG."""
