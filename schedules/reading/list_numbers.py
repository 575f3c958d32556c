"""How automatic lists write their numbers, in Word, OpenDocument and web pages alike; forms bear Word's names."""

from __future__ import annotations

ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
LARGEST_ROMAN = 399
BULLET = "-"
SIGNED = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
"""The forms as OpenDocument and HTML name them: by their first number."""


def written(number: int, form: str) -> str:
    """Return a number as a list form writes it: decimal, decimalZero, lower or upper Roman, lower or upper letters."""
    if form in {"lowerRoman", "upperRoman"} and 0 < number <= LARGEST_ROMAN:
        text = ""
        for value, letters in ROMAN:
            text += letters * (number // value)
            number %= value
        return text.upper() if form == "upperRoman" else text
    if form in {"lowerLetter", "upperLetter"} and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    return f"{number:02d}" if form == "decimalZero" else str(number)
