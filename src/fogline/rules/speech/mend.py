"""Tags mended where a cue verb and the words around it settle what the tagger could not."""

from fogline.grammar import Token
from fogline.rules.speech.quotes import QUOTE
from fogline.rules.speech.words import verbs

_AUXILIARIES = frozenset({
    "be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m", "have", "has", "had", "having",
    "'ve", "get", "gets", "got", "not", "n't", "never", "also",
})  # fmt: skip
_WHEN = frozenset(["yesterday", "today", "tonight", "since", "long", "now"])
_REDUCED = frozenset({
    "believed", "thought", "said", "reported", "known", "suspected", "alleged", "feared", "expected",
    "estimated", "rumoured", "rumored",
})  # fmt: skip
_PRONOUNS = frozenset(["he", "she", "it", "they", "who", "we", "i"])
_PASSIVE_NEXT = frozenset(["by", "to", "of", "for", "as", "with"])
_PARTICIPLES = frozenset(["written", "known", "shown", "seen", "given", "sworn", "spoken", "foreseen", "understood"])
_ADVERBIAL_NEXT = frozenset(
    ["on", "in", "at", "during", "last", "earlier", "yesterday", "this", "under", "after", "from"]
)
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_BEFORE_NOUNS = frozenset(["on", "of", "with", "for", "from", "about", "by", "into", "against"])
_PEOPLE = frozenset(
    ["official", "executive", "representative", "militant", "civilian", "relative", "insurgent", "expert"]
)
"""Words that a tagger takes for adjectives where no noun follows them."""
_ANYBODY = frozenset(["anybody", "anyone", "everybody", "everyone", "nobody", "somebody", "someone"])
_NOMINAL = ("NN", "PRP", "CD", "VBG")
_OPEN = frozenset(["JJ", "NNS", "VB", "VBP"])
"""Tags that may be mended at any word; others only at a cue verb or a word of `_LOOSE`."""
_LOOSE = _WHEN | _ANYBODY | {"say", "think"}


def mended(tokens: list[Token]) -> list[Token]:
    """Mend the tags of cue verbs where the words around settle them: "the army denied that", "…, he estimates."."""
    table = verbs()
    if (
        len(tokens) > 2
        and tokens[0].tag in {"VB", "VBP", "UH", "JJ", "RB"}
        and tokens[1].tag in {"VBD", "VBZ"}
        and tokens[1].low in table
    ):
        tokens[0] = _with_tag(tokens[0], "NNP")
    for k, token in enumerate(tokens):
        if token.tag not in _OPEN and token.low not in table and token.low not in _LOOSE:
            continue
        if (
            token.low in _WHEN
            and 0 < k < len(tokens) - 1
            and tokens[k - 1].low in _AUXILIARIES
            and tokens[k + 1].tag in {"VBN", "VBD"}
        ):
            tokens[k] = _with_tag(token, "RB")
            continue
        if (
            token.tag == "JJ"
            and 0 < k < len(tokens) - 1
            and tokens[k - 1].tag == "DT"
            and tokens[k + 1].tag in {"VBZ", "VBD", "VBP"}
            and tokens[k + 1].low in table
        ):
            tokens[k] = _with_tag(token, "NN")
            continue
        if (
            token.tag == "JJ"
            and 0 < k < len(tokens) - 1
            and tokens[k - 1].tag == "DT"
            and tokens[k + 1].low in {"the", "they", "he", "she", "it"}
        ):
            # "an offensive the rebels said …": an adjective before a new noun phrase is a noun.
            tokens[k] = _with_tag(token, "NN")
            continue
        if (
            token.low in _PEOPLE
            and token.tag == "JJ"
            and k
            and (k + 1 == len(tokens) or not tokens[k + 1].tag.startswith(("N", "J", "CD")))
        ):
            tokens[k] = _with_tag(token, "NN")
            continue
        before_low = tokens[k - 1].low if k else ""
        if token.tag == "NNS" and (before_low == "who" or (token.low in table and before_low in {"he", "she", "it"})):
            tokens[k] = _with_tag(token, "VBZ")
            continue
        if token.tag in {"VBP", "VB"} and before_low in {"a", "an", "the"}:
            tokens[k] = _with_tag(token, "NN")
            continue
        if (
            token.tag == "NN"
            and token.low.endswith("ing")
            and token.low in table
            and 0 < k < len(tokens) - 1
            and tokens[k - 1].low in {",", "but", "and"}
            and tokens[k + 1].low == "that"
        ):
            tokens[k] = _with_tag(token, "VBG")
            tokens[k + 1] = _with_tag(tokens[k + 1], "IN")
            continue
        if token.tag == "VB" and k and _finite_subject(tokens, k):
            tokens[k] = _with_tag(token, "VBP")
            continue
        if (
            token.tag == "JJ"
            and k
            and k + 1 < len(tokens)
            and tokens[k - 1].tag == "NNP"
            and token.text[0].isupper()
            and tokens[k + 1].tag in {"VBZ", "VBD"}
            and tokens[k + 1].low in table
        ):
            tokens[k] = _with_tag(token, "NNP")
            continue
        if token.tag == "VBZ" and token.low in table and k and tokens[k - 1].low in _BEFORE_NOUNS:
            # "depends on guarantees that …": after a preposition it is a noun.
            tokens[k] = _with_tag(token, "NNS")
            continue
        if token.low in _ANYBODY and k and tokens[k - 1].tag == "VBG" and tokens[k - 1].low in table:
            # "…, saying anybody who …": the participle is no adjective of the pronoun.
            tokens[k] = _with_tag(token, "DT")
            continue
        if (
            token.tag == "NNS"
            and 0 < k < len(tokens) - 1
            and tokens[k - 1].tag == "NNP"
            and tokens[k + 1].tag in {"DT", "PRP$"}
        ):
            # "said Omar Haddad favors a …": a plural between a name and a determiner is a verb.
            tokens[k] = _with_tag(token, "VBZ")
            continue
        if token.low == "say" and token.tag in {"NN", "VB"} and k and tokens[k - 1].tag.startswith("NN"):
            tokens[k] = _with_tag(token, "VBP")
            continue
        if token.low == "think" and k + 1 < len(tokens) and tokens[k + 1].low in {"tank", "tanks"}:
            tokens[k] = _with_tag(token, "NN")
            continue
        if token.tag not in {"VBN", "NNS", "NN", "VBD", "JJ", "VB"} or token.low not in table:
            continue
        before = tokens[k - 1] if k else None
        after = tokens[k + 1] if k + 1 < len(tokens) else None
        tag = _tag(tokens, k, before, after)
        if tag is not None:
            tokens[k] = _with_tag(token, tag)
            if tag == "VBZ" and before is not None and before.tag == "JJ":
                tokens[k - 1] = _with_tag(before, "NN")
    return tokens


def _back(tokens: list[Token], k: int) -> list[Token]:
    """The words before `k` that can bear on it; bounded, for hostile lines have no end."""
    return tokens[max(0, k - 60) : k]


def _finite_subject(tokens: list[Token], k: int) -> bool:
    """“They want”, “the hall never shut”: a base form that its subject makes finite."""
    if tokens[k - 1].low in {"they", "we", "i", "he", "she"}:
        return k < 2 or tokens[k - 2].tag not in {"MD", "VBD", "VBZ", "VBP"} or tokens[k - 2].low in verbs()
    return tokens[k - 1].low == "never" and k > 1 and tokens[k - 2].tag in {"NN", "NNS", "NNP"}


def _with_tag(token: Token, tag: str) -> Token:
    return Token(token.start, token.end, token.text, token.low, tag)


def _tag(tokens: list[Token], k: int, before: Token | None, after: Token | None) -> str | None:
    token = tokens[k]
    low = after.low if after else ""
    if token.tag == "VB":
        # "Messages from the port, Tal among them, speak of …": a plural's verb that nothing else makes an infinitive.
        if before is not None and before.low == "and" and low in {"the", "that", "them", "it"}:
            # "They deny the charge and accuse the army of …": coordinated with a finite cue, no infinitive before.
            cued = any(t.tag == "VBP" and t.low in verbs() for t in _back(tokens, k))
            return "VBP" if cued and not any(t.tag in {"TO", "MD"} for t in _back(tokens, k)) else None
        plain = not any(t.tag in _FINITE | {"TO"} for t in _back(tokens, k))
        return "VBP" if plain and before is not None and (before.tag == "NNS" or before.low == ",") and k > 2 else None
    if (
        token.tag == "NNS"
        and before is not None
        and before.low == "and"
        and low in {"on", "upon", "for", "that"}
        and any(t.tag == "VBZ" for t in _back(tokens, k))
        and not tokens[k - 2].tag.startswith("NNS")
    ):
        # "The envoy appeals for flour and calls on both sides to …"
        return "VBZ"
    if token.tag == "VBD" and low == "to" and before is not None and before.tag.startswith("NN"):
        infinitive = tokens[k + 2].low in {"be", "have"} if k + 2 < len(tokens) else False
        if token.low in {"attributed", "ascribed"} or (token.low in _REDUCED and infinitive):
            return "VBN"
        return None
    if token.tag == "VBN" and before is not None:
        # A participle follows neither a pronoun nor "and … that"; "said by telephone" is no passive.
        if before.low in _PRONOUNS or (before.low in {"and", "but"} and low == "that"):
            return "VBD"
        if token.low == "said" and low == "by" and before.low not in _AUXILIARIES:
            return "VBD"
    if token.tag in {"VBN", "JJ"} and token.low.endswith(("d", "t", "n", "e")):
        if token.low in _PARTICIPLES or (low in _ADVERBIAL_NEXT and not _told_later(tokens, k)):
            return None
        n = k - 1
        while n >= 0 and tokens[n].tag.startswith("RB") and tokens[n].low not in _AUXILIARIES:
            n -= 1
        if n >= 0 and tokens[n].low in _AUXILIARIES | {"and", "or"}:
            return None
        if before is None or (
            low in _PASSIVE_NEXT and token.low not in {"called", "appealed", "pledged", "vowed", "promised"}
        ):
            return None
        if (
            token.low in {"called", "dubbed", "alleged", "suspected", "planned", "expected", "reported", "estimated"}
            and token.tag == "JJ"
        ):
            return None
        if (
            tokens[n].tag.startswith(_NOMINAL)
            or tokens[n].tag == QUOTE
            or tokens[n].low in {",", "who", "that", "which", ")"}
        ):
            return "VBD"
        return None
    if (
        token.tag == "NN"
        and after is not None
        and (after.tag in {"DT", QUOTE} or low == "that")
        and any(t.low == "which" for t in tokens[max(0, k - 4) : k])
    ):
        return "VBP"
    if (
        token.tag in {"NNS", "NN"}
        and token.low.endswith("s")
        and before is not None
        and before.tag.startswith(("NN", "PRP", "JJ"))
    ):
        if low in {"him", "them", "her", "us", "me"}:
            return "VBZ"
        if low in {"", ".", ","} and not _finite_before(tokens, k, 6):
            return "VBZ"
        if low == "that" or (low == "to" and k + 2 < len(tokens) and tokens[k + 2].tag == "VB"):
            return "VBZ" if not any(t.tag in {"VBD", "VBZ", "VBP", "MD"} for t in tokens[max(0, k - 12) : k]) else None
    return None


def _told_later(tokens: list[Token], k: int) -> bool:
    """After "announced on Monday": does content follow, which makes it a verb of its own and no participle?"""
    if tokens[k].low in {"said", "told", "insisted", "argued"}:
        return True
    opened = tokens[k - 1].low == "," and not any(token.tag in _FINITE for token in _back(tokens, k))
    for token in tokens[k + 1 : k + 12]:
        if token.low == "that" or token.tag == QUOTE:
            return True
        if token.tag in _FINITE:
            # "The mayor, Omar Haddad, announced on Friday there were …": no comma closes a participle's insertion.
            return opened
        if token.low in {",", ";"}:
            return False
    return True


def _finite_before(tokens: list[Token], k: int, reach: int) -> bool:
    """Does no comma or quotation separate `k` from a finite verb shortly before it?"""
    for n in range(k - 1, max(-1, k - reach), -1):
        if tokens[n].low == "," or tokens[n].tag == QUOTE:
            return False
        if tokens[n].tag in {"VBD", "VBZ", "VBP", "MD"}:
            return True
    return True
