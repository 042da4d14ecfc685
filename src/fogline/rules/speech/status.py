"""How firmly something is put forward: from the cue, its negation, and the words of the content."""

import re

from msgspec import Struct

from fogline.grammar.phrases import VerbGroup
from fogline.nouns import Span, Status, span
from fogline.rules.speech.cues import Cue
from fogline.rules.speech.units import Unit

_DEMAND = re.compile(r"\b(?:must|should|ought to|needs? to be|has to|have to|needs? to)\b", re.IGNORECASE)
_FUTURE = re.compile(r"\b(?:will|won['’]t|would|shall|is going to|are going to|going to)\b|['’]ll\b", re.IGNORECASE)
_MAYBE = re.compile(r"\b(?:might|may|could)\b(?! \d)", re.IGNORECASE)
_DENIAL = re.compile(
    r"\b(?:not (?:a single|one|any)\b"
    r"|no (?!doubt|longer|matter|more than|fewer than|less than)\w+ (?:was|were|is|are|has|have|had|did|took)\b"
    r"|(?:did|does|do|has|have|had|is|are|was|were)(?: not\b|n['’]t\b)|never\b|none of\b|nobody\b|nothing\b)",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"\b(?:is|are|was|were|has|have|had|am)\b(?! ?(?:not|n['’]t|going|to\b))(?!n['’]t)", re.IGNORECASE)
_REFUSAL = re.compile(
    r"^\W*(?:(?:that|this|it) is (?:not true|false|untrue|a lie)|(?:these|they) are (?:lies|false)"
    r"|not true|absolutely not|no[,.])",
    re.IGNORECASE,
)
_FIRST = re.compile(r"^\W*(?:(?:and|but|so|then|as|of course),? )?(?:we|i|our)\b", re.IGNORECASE)
_WE_BEFORE = re.compile(r"\b(?:we|i)\s+$", re.IGNORECASE)
_OWN = re.compile(r"^\W*(?:we|i|he|she|they|it)\b", re.IGNORECASE)


_FORMER = re.compile(r"\b(?:earlier|previous|first|initial) (?:version|variant|draft)\b", re.IGNORECASE)
_APPEAL = re.compile(
    r"\b(?:we|i)\b[^.?!]{0,30}?\b(?:urge|call (?:up)?on|call for|demand|appeal|insist that|expect from"
    r"|count on [^.?!]{1,40}? to)\b",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(r"(?:an?|plans?|new|further|more)\b|[^.;]{0,200}?\b(?:to be|will|would)\b", re.IGNORECASE)
"""What somebody announces and is still to come: "a truce", "plans to …"; not "the death of …", "the start of …"."""
_NO_NEGATION = frozenset(["longer", "doubt", "more", "fewer", "less", "matter", "one", "wonder", "other", "better"])
_MEANT = re.compile(
    r"\b(?:we|i)(?: are|['’]re| am|['’]m)?(?: \w+)? (?:hop|plan|intend|aim|want)(?:e|ing|ning)? to\b"
    r"(?! (?:be clear|convey|express|extend|make (?:it )?clear|offer|say|stress|tell|thank|underline|emphasi[sz]e)\b)",
    re.IGNORECASE,
)
_NONE = re.compile(r"^\W*(?:we|i|they) \w+ed no\b", re.IGNORECASE)
_TWO_SENTENCES = re.compile(r"[.?!][\"”’»]?\s+[\"“]?[A-Z]")
_OUTLOOK = frozenset(
    [
        "likely",
        "unlikely",
        "probable",
        "improbable",
        "bound",
        "due",
        "inevitable",
        "imminent",
        "certain",
        "sure",
        "confident",
    ]
)
_BE = frozenset(["is", "are", "was", "were", "be", "been", "'s", "'re"])
_HEARSAY = frozenset(["reportedly", "allegedly", "apparently", "purportedly"])


class Firmness(Struct, frozen=True):
    """A status, the hedge that softens it, and a remark on the words it rests on."""

    status: Status
    hedge: Span | None
    note: str
    words: Span | None = None


def firmness(
    text: str,
    start: int,
    end: int,
    unit: Unit,
    cue: Cue | None,
    kind: str,
    base: Status,
    source: str,
    verb: VerbGroup | None,
) -> Firmness:
    """The cue says how firmly it is put forward, unless a negation, a modal or a demand in the content turns it.

    `verb`: the finite verb that carries the content, when it is not quoted.
    """
    hedge = None
    if cue is not None:
        words = [unit.tokens[k] for k in range(cue.group.i, cue.group.j)]
        near = [unit.tokens[k] for k in range(max(0, cue.group.i - 2), min(len(unit.tokens), cue.group.j + 1))]
        cue_words = span(text, words[0].start, words[-1].end)
        hedge = next((span(text, t.start, t.end) for t in near if t.low in _HEARSAY), None)
        if hedge is not None:
            return Firmness("hedged", hedge, f"“{hedge.text}” keeps the saying itself at a distance", hedge)
        if _FORMER.search(source):
            return Firmness("denied", None, f"“{source}” no longer stands", cue_words)
        apart = _negated_apart(unit, cue)
        if apart or cue.group.negated or any(unit.low(k) in {"not", "never", "n't"} for k in range(cue.group.i, cue.j)):
            if base == "denied" and verb is not None and verb.modal is not None:
                return Firmness("forecast", cue_words, f"“{cue_words.text}” leaves it possible", cue_words)
            if base == "denied":
                return Firmness("hedged", cue_words, "a denial that was not made", cue_words)
            if kind == "wh":
                return Firmness("hedged", cue_words, f"“{cue_words.text}” leaves the question open", cue_words)
            if unit.low(cue.group.head) not in {"know", "understand", "see"}:
                return Firmness("denied", None, f"the cue is negated: “{cue_words.text}”", cue_words)
        if base not in {"asserted", "hedged"}:
            at = span(text, unit.tokens[cue.i].start, unit.tokens[cue.j - 1].end)
            return Firmness(base, None, f"“{at.text}” makes it {base}", at)
        hedge = cue_words if base == "hedged" else None
    if kind == "np" and cue is not None and cue.entry.announces and _ANNOUNCED.match(text[start:end]):
        return Firmness("planned", None, f"“{cue_words.text}”: an announcement", cue_words)
    if kind in {"np", "object", "whole", "of", "embedded"}:
        return Firmness(base, hedge, "told as so" if base == "asserted" else f"the cue makes it {base}", hedge)
    content = text[start:end]
    if kind == "quote" or verb is None:
        return _of_words(
            text,
            start,
            end,
            base,
            hedge,
            own=bool(_FIRST.match(content)) if kind == "quote" else _owned(content, source),
            long=len(content) > 240,
        )
    announced = cue is not None and cue.entry.announces
    return _of_verb(text, start, end, unit, verb, base, hedge, announced or _owned(content, source))


def _negated_apart(unit: Unit, cue: Cue) -> bool:
    """Does the cue's negation stand before an insertion: "did not, the clerk noted, say"?"""
    if unit.low(cue.group.i - 1) != ",":
        return False
    for k in range(cue.group.i - 1, max(-1, cue.group.i - 8), -1):
        if unit.low(k) in {"not", "n't", "never"}:
            return unit.low(k + 1) == ","
    return False


def _of_verb(
    text: str, start: int, end: int, unit: Unit, verb: VerbGroup, base: Status, hedge: Span | None, own: bool
) -> Firmness:
    """The status by the content's own verb: its modal, its negation, "no" before it."""
    words = span(text, unit.tokens[verb.i].start, unit.tokens[verb.j - 1].end)
    negated = verb.negated or unit.low(verb.j) in {"not", "n't", "never"}
    refusal = _REFUSAL.match(text[start:end])
    if refusal:
        return Firmness("denied", None, "the speaker rejects it", words)
    low = unit.low(verb.head)
    going = unit.low(verb.head) == "going" and unit.low(verb.j) == "to"
    if verb.modal in {"must", "should", "ought"} or (
        low in {"need", "needs", "has", "have", "had"} and unit.low(verb.j) == "to"
    ):
        return Firmness("demanded", None, f"“{words.text}” asks for it", words)
    if (verb.modal in {"will", "would", "shall", "'ll", "wo"} and "have" not in words.text.split()) or going:
        # "Six corridors will be opened", said by who can open them, is an announcement.
        announced = verb.passive and verb.modal in {"will", "shall"}
        status: Status = "planned" if (own or announced) and base == "asserted" else "forecast"
        return Firmness(status, None, f"“{words.text}”: told of what is to come", words)
    near = [unit.low(k) for k in range(verb.j, verb.j + 3)]
    outlook = next((word for word in near if word in _OUTLOOK), None)
    if low in _BE and outlook == "likely" and verb.modal is None and _names_a_cause(unit, verb.j):
        return Firmness("hedged", words, f"“{outlook}” leaves it open", words)
    if low in _BE and outlook is not None and not (outlook == "due" and "to" not in near):
        return Firmness("forecast", None, f"“{outlook}”: told of what is to come", words)
    if verb.modal in {"might", "may", "could"} and not negated and not verb.perfect:
        modal = next(token for token in unit.tokens[verb.i : verb.j] if token.low == verb.modal)
        at = span(text, modal.start, modal.end)
        return Firmness("forecast", at, f"“{at.text}”: told as possible", at)
    opening = re.match(
        r"\W*(?:no (?!doubt|longer|matter|more than|fewer than|less than)\w"
        r"|not (?:a|one|any)\b|none\b|nobody\b|nothing\b|neither\b)",
        text[start:end],
        re.IGNORECASE,
    )
    if (
        base == "asserted"
        and verb.modal is None
        and ((negated and not re.search(r"\bnot (?:only|just)\b", words.text)) or opening or _none_of(unit, verb))
    ):
        return Firmness("denied", None, "put forward as not so", words)
    if base == "hedged":
        return Firmness("hedged", hedge, f"“{hedge.text}” leaves it open" if hedge else "told at second hand", hedge)
    return Firmness(base, None, "told as so", None)


def _names_a_cause(unit: Unit, k: int) -> bool:
    """Does "likely" stand before a noun ("was likely a mine"), which makes it a guess and no outlook?"""
    while unit.low(k) in {'"', "“", "”", "most", "very", "likely"}:
        k += 1
    return unit.tag(k) in {"DT", "NNP", "NN", "NNS", "PRP$", "VBN", "JJ"}


def _none_of(unit: Unit, verb: VerbGroup) -> bool:
    """“It holds no prisoners”: a verb whose object there is none of."""
    return (
        unit.low(verb.j) == "no"
        and unit.low(verb.j + 1) not in _NO_NEGATION
        and unit.tag(verb.j + 1).startswith(("N", "J", "V"))
    )


_STRONG: tuple[tuple[re.Pattern[str], Status, str], ...] = (
    (_APPEAL, "demanded", "asks for it"),
    (_MEANT, "planned", "tells an intention"),
    (_NONE, "denied", "puts it forward as not so"),
)


def _owned(content: str, source: str) -> bool:
    if _OWN.match(content):
        return True
    words = [w for w in re.findall(r"[^\W\d_]{3,}", source) if w[0].isupper()]
    first = content.lstrip("\"'“‘« ")[:60]
    return bool(words) and bool(re.match(rf"(?:the )?(?:\w+ )?{re.escape(words[-1])}\b", first))


def _of_words(text: str, start: int, end: int, base: Status, hedge: Span | None, own: bool, long: bool) -> Firmness:
    content = text[start:end]

    def at(match: re.Match[str]) -> Span:
        return span(text, start + match.start(), start + match.end())

    refusal = _REFUSAL.match(content)
    if refusal:
        return Firmness("denied", None, "the speaker rejects it", at(refusal))
    if not _TWO_SENTENCES.search(content):
        for pattern, meant, note in _STRONG:
            found = pattern.search(content[:200])
            if found and base == "asserted":
                return Firmness(meant, None, f"“{found.group()}” {note}", at(found))
    if not long:
        # The first finite verb decides: what comes later stands in a subordinate clause.
        head = content[:160]
        plain = _PLAIN.search(head)
        if plain is not None:
            head = head[: plain.end()]
        hits = [
            (match.start(), status, match)
            for status, pattern in (("demanded", _DEMAND), ("future", _FUTURE), ("maybe", _MAYBE), ("denied", _DENIAL))
            for match in [pattern.search(head)]
            if match
        ]
        if hits:
            _, status, match = min(hits, key=lambda hit: hit[0])
            if status == "demanded":
                return Firmness("demanded", None, f"“{match.group()}” asks for it", at(match))
            if status == "future":
                ours = own or _WE_BEFORE.search(head[: match.start()])
                made: Status = "planned" if ours and base == "asserted" else "forecast"
                return Firmness(made, None, f"“{match.group()}”: told of what is to come", at(match))
            if status == "maybe" and not re.match(
                r"could not|couldn", content[match.start() : match.start() + 9], re.IGNORECASE
            ):
                return Firmness("forecast", at(match), f"“{match.group()}”: told as possible", at(match))
            if status == "denied" and base == "asserted":
                return Firmness("denied", None, f"put forward as not so: “{match.group()}”", at(match))
    if base == "hedged":
        return Firmness("hedged", hedge, f"“{hedge.text}” leaves it open" if hedge else "told at second hand", hedge)
    return Firmness(base, hedge, "told as so", None)


def spoken(text: str, start: int, end: int) -> Firmness:
    """The status of quoted words that no cue colours."""
    return _of_words(
        text, start, end, "asserted", None, own=bool(_FIRST.match(text[start : start + 40])), long=end - start > 240
    )
