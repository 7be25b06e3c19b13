"""Vault: is it whole, how to get back in, taking everything out, tidying up."""

from panoh.web.vault import exporting, health

ways = (*health.ways, *exporting.ways)
