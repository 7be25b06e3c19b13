"""What may follow the stem of a name in a text: endings of surnames, cases, particles."""

import re

_VOWELS = "[aoieuyAIEWQ]"
_ENDINGS = (
    "y?[oe][vf]",  # -ov, -ev
    "[AWI]+f|f",  # Persian -uf, -af
    "[zs][oaA]d",  # -zod, -zoda
    "[iI]?[yI][oaA]n|[iI][aoA]n",  # -iyon
    "p[uW]r|f?[aA]?r|d[uW]?ht",  # -pur, -far, -dukht
    "[oey]*v[iI][CJShk]|[AWI]+[WI][CJ]|[oey]+vn|[AWI]+[Wv]n",  # -ovich, -ovna
    "[uo]gl|k[iu]z",  # -oʻgʻli, -qizi
    "[JC][oaA]n|h[oaA]n|b[eiI]?k|b[oaA][yI]|Soh?|Sah|SA[hE]?|b[iI]b|b[oA]n|gul|hoJ",
)
_CASES = (
    "[oeiy]?m|[iy]h|[iy]mi|[ay]mi|[ay]h|[oe]vi|sk[a-zA-Z]{0,3}|in[aioue]?",  # Russian and its kin
    "r[oaA]|[aAeo]?[mtS]|[aA]S|[mtS][oA]n|h[oA](?:I|i|r[oA])?|[oA]n|[aA]k|C[aeAE]",  # Tajik
    "[Ii]?st|[Ia]nd",  # Tajik "is" and "are"
    "e?[sz]|en|en[sz]|[sz][iu]",  # English, German, Turkish
    "ning|ni|ga|ka|da|dan|lar|nin|din|nun|n|la|le|l[ae]r",  # Uzbek, Turkish
)
_ENDING = re.compile(f"{_VOWELS}*(?:{'|'.join(_ENDINGS)})")
_SURE = f"h?{_VOWELS}*(?:(?:{'|'.join(_ENDINGS)}){_VOWELS}*){{0,3}}"
_TAIL = re.compile(f"{_SURE}h?{_VOWELS}*(?:(?:{'|'.join(_CASES)}){_VOWELS}*){{0,2}}h?")


#: After a word in small letters, which is a name more rarely: endings, and cases of its script.
_PLAIN = {
    "Latn": f"{_SURE}(?:{_VOWELS}?h?e?[sz])?",
    "Cyrl": f"{_SURE}(?:[oeiy]?m|[iy]h|[iy]mi|[oey]yu?"
    f"|r[oa]|[ae]?[mtS]|[mtS]on|[ae]?nd|ho|horo|on)?{_VOWELS}?",
}
_PLAIN_TAILS = {script: re.compile(pattern) for script, pattern in _PLAIN.items()}


def is_tail(sounds: str, script: str = "") -> bool:
    """Whether these sounds may follow the stem of a name; with a script, strictly."""
    rule = _PLAIN_TAILS.get(script, _TAIL)
    return not sounds or (len(sounds) <= 18 and rule.fullmatch(sounds) is not None)


def has_ending(tail: str) -> bool:
    """Whether a tail makes a surname or a father's name of the stem, and is no mere case."""
    return _ENDING.match(tail) is not None
