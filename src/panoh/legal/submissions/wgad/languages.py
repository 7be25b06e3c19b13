"""Names of the languages that statements are told in."""

_NAMES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fa": "Persian",
    "fr": "French", "kk": "Kazakh", "ky": "Kyrgyz", "pl": "Polish", "prs": "Dari",
    "ru": "Russian", "sgh": "Shughni", "tg": "Tajik", "tr": "Turkish", "uk": "Ukrainian",
    "uz": "Uzbek",
}  # fmt: skip


def language_name(code: str) -> str:
    """The language of a code such as `tg` in English; the code itself if it has no name here."""
    return _NAMES.get(code.casefold(), code)
