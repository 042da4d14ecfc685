"""The language of a report, by its script or by its commonest words."""

import re
from collections import Counter
from typing import Final

from fogline.nouns import Block

_COMMON: Final = {
    code: frozenset(words.split())
    for code, words in {
        "en": "the of and to in that for was on with is said by at from his has were have it as be an this who not but "
        "are which had he they",
        "fr": "le la les des du une est dans pour que qui sur pas au avec ont été aux cette",
        "de": "der die das und den von ist mit auf dem nicht ein eine für im sich des wurde",
        "es": "el los las del una que por con para es se en su como más fue",
        "it": "il che di della per una sono gli nel con non del alla è anche",
        "pt": "os uma para com não que por mais dos foi da do em ao das",
        "id": "yang dan di dari untuk dengan pada ini itu tidak dalam adalah",
        "nl": "het een van en dat niet zijn voor met ook aan bij naar werd",
        "tr": "ve bir bu için ile da de olarak daha çok sonra kadar",
    }.items()
}
_SCRIPTS: Final = (
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
)
_LOOK: Final = 4000
"""Characters of the body that are looked at."""


def language(text: str, blocks: list[Block]) -> str | None:
    """The ISO 639-1 code, told from the body's first 4,000 characters; None where neither script nor words are clear.

    A script stands for its commonest language here ("ru" for Cyrillic, "ar" for Arabic letters): good enough to say
    that a report is not English, which is all that the rules ask.
    """
    sample = " ".join(text[b.start : min(b.end, b.start + _LOOK)] for b in blocks[:50] if b.kind == "body")[:_LOOK]
    words = re.findall(r"[^\W\d_]+", (sample or text[:_LOOK]).lower())
    letters = sum(map(len, words))
    if not sample.isascii():
        for code, script in _SCRIPTS:
            if len(script.findall(sample)) > 0.5 * letters:
                return code
    if len(words) < 5:
        return None
    counts = Counter(words)
    ranked = sorted(((sum(counts[word] for word in common), code) for code, common in _COMMON.items()), reverse=True)
    if ranked[0][0] < 0.12 * len(words) or ranked[0][0] < 1.3 * ranked[1][0]:
        return None
    return ranked[0][1]
