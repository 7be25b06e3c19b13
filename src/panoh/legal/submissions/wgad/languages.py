"""Names of the languages that statements are told in."""

from panoh.model.messages import mark as _

_NAMES = {
    "ar": _("Arabic"), "de": _("German"), "en": _("English"), "es": _("Spanish"),
    "fa": _("Persian"), "fr": _("French"), "kk": _("Kazakh"), "ky": _("Kyrgyz"), "pl": _("Polish"),
    "prs": _("Dari"), "ru": _("Russian"), "sgh": _("Shughni"), "tg": _("Tajik"),
    "tr": _("Turkish"), "uk": _("Ukrainian"), "uz": _("Uzbek"),
}  # fmt: skip


def language_name(code: str) -> str:
    """The language of a code such as `tg` in English; the code itself if it has no name here."""
    return _NAMES.get(code.casefold(), code)
