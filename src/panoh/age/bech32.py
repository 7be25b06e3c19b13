"""Bech32 (BIP 173) without its length limit: the spelling of age's keys."""

_CHARSET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_VALUES = {char: value for value, char in enumerate(_CHARSET)}
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


def encode(prefix: str, data: bytes) -> str:
    """Return `prefix`1… in lower case; the prefix is given in lower case."""
    values = _regroup(data, 8, 5, pad=True)
    polymod = _polymod([*_expand(prefix), *values, 0, 0, 0, 0, 0, 0]) ^ 1
    checksum = [(polymod >> 5 * (5 - i)) & 31 for i in range(6)]
    return prefix + "1" + "".join(_CHARSET[value] for value in (*values, *checksum))


def decode(prefix: str, text: str) -> bytes:
    """Return the bytes spelled by a lower-case `text`; raises ValueError for anything else."""
    start = prefix + "1"
    if not text.startswith(start) or len(text) < len(start) + 6:
        raise ValueError("not of this prefix")
    try:
        values = [_VALUES[char] for char in text[len(start) :]]
    except KeyError:
        raise ValueError("a character that Bech32 does not use") from None
    if _polymod([*_expand(prefix), *values]) != 1:
        raise ValueError("checksum does not fit")
    return bytes(_regroup(values[:-6], 5, 8, pad=False))


def _expand(prefix: str) -> list[int]:
    codes = prefix.encode()
    return [*(code >> 5 for code in codes), 0, *(code & 31 for code in codes)]


def _polymod(values: list[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, term in enumerate(_GENERATOR):
            if top >> bit & 1:
                check ^= term
    return check


def _regroup(values: bytes | list[int], width: int, to: int, *, pad: bool) -> list[int]:
    buffer = bits = 0
    groups = []
    for value in values:
        buffer = buffer << width | value
        bits += width
        while bits >= to:
            bits -= to
            groups.append(buffer >> bits)
            buffer &= (1 << bits) - 1
    if pad and bits:
        groups.append(buffer << to - bits)
    elif bits >= width or buffer:
        raise ValueError("padding is not zero")
    return groups
