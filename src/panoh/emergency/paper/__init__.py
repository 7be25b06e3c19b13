"""How a paper becomes PDF/A and PDF/UA: the same paper always gives the same bytes."""
