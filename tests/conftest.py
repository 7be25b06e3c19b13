"""Tests speak English, whatever the machine they run on does."""

import os

os.environ |= {"LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "LANGUAGE": "en"}
