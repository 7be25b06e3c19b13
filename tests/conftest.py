"""Tests speak English on every machine, and a red run in CI can be repeated as it was."""

import os

from hypothesis import settings

os.environ |= {"LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "LANGUAGE": "en"}

settings.register_profile("ci", derandomize=True, print_blob=True)
if os.environ.get("CI"):
    settings.load_profile("ci")
