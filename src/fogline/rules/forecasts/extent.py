"""The words of a forecast: its clause with the condition beside it, without who says it."""

from bisect import bisect_left, bisect_right
from typing import Final

from msgspec import Struct

from fogline.grammar import Sentence
from fogline.grammar.forms import verb_forms
from fogline.grammar.phrases import VerbGroup, noun_phrases, verb_groups
from fogline.rules.forecasts.signs import Trigger, low
from fogline.rules.forecasts.words import wordset

__all__ = ["Extent", "Verbs", "extent", "finite"]

# Tokens on either side of a trigger: longer clauses do not occur in reports, endless lines do.
_FAR: Final = 90
_BREAK: Final = 4  # characters of white space that part paragraphs: an empty line with an indent
_GAP: Final = 2  # the same after a full stop


class Extent(Struct, frozen=True):
    """Tokens ``i..j`` of a forecast, and those of its condition, if it has one."""

    i: int
    j: int
    condition: tuple[int, int] | None


_ARTICLES: Final = frozenset(["a", "an", "the"])
_REASONS: Final = frozenset(["since", "because", "as", "while", "although", "though", "whereas"])
_BREAKS: Final = frozenset([",", "that", "and", "but", "or"])
_HARD: Final = wordset("; : — – -- … | •")
_CONDITION: Final = wordset("if unless once provided providing assuming supposing depending lest until barring")
_SUBORDINATE: Final = wordset(
    "because although though while whereas since after when before as but which who where adding saying"
)
_LEADING: Final = wordset(
    "and but , so then meanwhile however moreover yet or thus nor also \" “ ” « » '' `` ' ’ ‘ - ( )"
)
_TRAILING: Final = wordset(", . ; : - – — and or but \" “ ” « » '' `` ( [ ! ’ ‘ '")
_QUOTING: Final = frozenset(
    form
    for lemma in wordset(
        "say add tell write warn announce consider believe state claim note expect estimate predict think fear reckon "
        "report insist explain argue stress confirm declare maintain"
    )
    for form in verb_forms(lemma)
) | {"according"}
_CLAUSAL: Final = wordset("until once provided providing assuming supposing")
_COMPARING: Final = wordset("such same well soon long far much many as part known seen")
_OPENING: Final = frozenset(["by", "before", "after", "once", "when", "in", "on", "as"])
_OPENING_FAR: Final = 16  # tokens of a clause of time before the main one
_TIGHT: Final = frozenset(["which", "who", "where", "when", "after", "before"])


class Verbs(Struct, frozen=True):
    """Finite verb groups with their first tokens, so that a window of them is found by bisection."""

    groups: list[VerbGroup]
    starts: list[int]

    def within(self, i: int, j: int) -> list[VerbGroup]:
        """The groups that start in tokens ``i..j``."""
        return self.groups[bisect_left(self.starts, i) : bisect_left(self.starts, j)]


def finite(sentence: Sentence) -> Verbs:
    """The finite verb groups of a sentence, in order; computed once a sentence, then asked by windows."""
    groups = [group for group in verb_groups(sentence) if group.finite]
    return Verbs(groups, [group.i for group in groups])


def extent(sentence: Sentence, trigger: Trigger, floor: int, verbs: Verbs) -> Extent | None:
    """The clause of a trigger. `floor`: the token where the sentence's last forecast ended; it is not crossed."""
    floor = max(floor, trigger.i - _FAR)
    near = verbs.within(floor, trigger.j + _FAR)
    left = _left(sentence, trigger, floor, near)
    right = _right(sentence, trigger, near, low(sentence, left - 1) in _REASONS)
    if trigger.i >= 1 and (trigger.subject or trigger.main == trigger.i) and low(sentence, trigger.i - 1) in _ARTICLES:
        left = min(left, trigger.i - 1)
    if left >= 2 and low(sentence, left - 2) == "there" and left >= trigger.i - 1:
        left -= 2  # "there is little chance that…"
    left = _opened(sentence, left, floor, near)
    left, condition = _conditions(sentence, left, right, trigger, floor, near)
    while left < right and low(sentence, left) in _LEADING:
        left += 1
    while right > left and low(sentence, right - 1) in _TRAILING:
        right -= 1
    right = _closed(sentence, left, right)
    if condition is not None:
        condition = max(condition[0], left), min(condition[1], right)
    return Extent(left, right, condition) if right > left and left <= trigger.main < right + 1 else None


def _closed(sentence: Sentence, left: int, right: int) -> int:
    """With the closing mark of a quotation that was opened inside the words."""
    words = [token.low for token in sentence.tokens[left:right]]
    following = low(sentence, right)
    if following in {"”", "»"} and words.count("“") + words.count("«") > words.count("”") + words.count("»"):
        return right + 1
    return right + 1 if following == '"' and words.count('"') % 2 else right


def _right(sentence: Sentence, trigger: Trigger, near: list[VerbGroup], subordinate: bool) -> int:
    tokens = sentence.tokens
    last = min(len(tokens), trigger.j + _FAR)
    finite = [group for group in near if group.i > trigger.j]
    if trigger.word.kind == "dread" and finite:
        last = min(last, finite[0].i)  # "fears of a siege have grown": the siege alone
    for k in range(trigger.j, last):
        word = tokens[k].low
        if word in _HARD or _parted(sentence, k):
            return k
        if word in {"”", "»"} and k + 1 < len(tokens) and tokens[k + 1].low in {",", "he", "she", "they"}:
            return k
        if word == "," and any(low(sentence, m) in _QUOTING for m in range(k + 1, min(k + 12, len(tokens)))):
            follows = next((g for g in finite if g.i > k), None)
            if follows is not None and low(sentence, follows.head) in _QUOTING:
                return k
            if low(sentence, k + 1) in _QUOTING:
                return k
        if word == "according":
            return k
        if word == "," and subordinate and any(k < group.i < k + 10 for group in finite):
            return k  # "since the dam won't hold, …": the main clause begins
        if word == "but" and low(sentence, k + 1) == "only" and low(sentence, k + 2) in _CONDITION:
            continue
        if word in {"and", "but", "or"} and k > trigger.main:
            follows = next((g for g in finite if g.i > k), None)
            after = next((m for m in range(k + 1, min(k + 9, len(tokens))) if tokens[m].low in _BREAKS), k + 9)
            if follows is not None and follows.i < after and follows.modal is None and follows.i - k <= 8:
                return k
            # A coordinated "will" without a subject of its own is a further forecast about the same.
            if follows is not None and follows.modal is not None and follows.i == k + 1:
                return k
        if word in _SUBORDINATE and k > trigger.main + 1 and any(k < g.i < k + 12 for g in finite):
            if word == "as" and (
                low(sentence, k + 1) in {"soon", "long", "well", "part"} or low(sentence, k - 1) == "soon"
            ):
                continue
            if word in _TIGHT and low(sentence, k - 1) != ",":
                continue
            return k
    return last


def _left(sentence: Sentence, trigger: Trigger, floor: int, near: list[VerbGroup]) -> int:
    if not trigger.subject:
        return trigger.main
    tokens = sentence.tokens
    ends = {group.j: group.i for group in near}
    start = trigger.i
    relative = -1
    k = start
    while k > floor:
        word = tokens[k - 1].low
        if _parted(sentence, k):
            return k
        if word in _HARD or word in {"that", "because", "since", "whereas", "while", "although", "though", "whether"}:
            if word == "that" and tokens[k - 1].tag in {"DT", "WDT"} and k == start:
                return k - 1
            if word == "that" and low(sentence, k - 2) in {"in", "at", "on", "of"}:
                k -= 1
                continue  # "in that case"
            return k if word in {"that", "whether"} or word in _HARD else _main_clause(sentence, k, start, near)
        if word in _CONDITION or (word in {"as", "when"} and low(sentence, k - 2) in {",", "", "and", "but"}):
            return k - 1 if word in _CONDITION else _main_clause(sentence, k, start, near)
        if k in ends and k < start and k != relative:
            i = ends[k]
            # A relative clause inside the subject ("the men who hold the hill will…") does not bound it.
            marker = next(
                (m for m in range(i - 1, max(floor, i - 4) - 1, -1) if _relative(sentence, m)),
                None,
            )
            if marker is None:
                return _after_subject(sentence, k, start)
            k = marker
            continue
        if word == "as" and k < start and _reason(sentence, k - 1):
            return k
        if word in {"and", "but", "or"} and k - 1 > floor and any(floor <= group.i < k - 1 for group in near):
            return _after_subject(sentence, k, start) if word == "or" else k  # "progress or the lack of it, I expect"
        if word in {"“", "«"} or (word == '"' and k - 1 > 0 and tokens[k - 1].end == tokens[k].start):
            if k < start:
                return k
            start = k - 1  # the rebels "might come": the quotation begins with the verb
        k -= 1
    return floor


def _parted(sentence: Sentence, k: int) -> bool:
    """Does a paragraph begin at token `k`, though the sentence goes on: in text that is all in lower case?"""
    before = sentence.tokens[k - 1]
    gap = sentence.tokens[k].start - before.end
    return gap >= _BREAK or (gap >= _GAP and before.text.endswith("."))


def _reason(sentence: Sentence, k: int) -> bool:
    """Does "as" at token `k` give a reason: "as their men could be cut off"? Not "as soon as", "such as"."""
    if sentence.tokens[k].tag != "IN" or low(sentence, k - 1) in _COMPARING or low(sentence, k + 1) in _COMPARING:
        return False
    return sentence.tokens[k + 1].tag in {"PRP", "PRP$", "DT", "EX"} and low(sentence, k - 2) != "as"


def _relative(sentence: Sentence, m: int) -> bool:
    """Does token `m` begin a relative clause: "who", "which", or "that" after a noun?"""
    word = low(sentence, m)
    if word == "that":
        return m > 0 and sentence.tokens[m - 1].tag in {"NN", "NNS", "NNP"}
    return word in {"who", "which", "whose"}


def _main_clause(sentence: Sentence, k: int, start: int, near: list[VerbGroup]) -> int:
    """Where the main clause begins, after a subordinate one that starts at token `k` and ends with a comma."""
    verb = next((group.j for group in near if k <= group.i < start), k)
    comma = next((m for m in range(verb, start - 1) if low(sentence, m) == ","), None)
    return k if comma is None else comma + 1


def _after_subject(sentence: Sentence, k: int, start: int) -> int:
    """Between the last finite verb and the trigger lies its subject; a comma before it closes the old clause."""
    comma = next((m for m in range(start - 1, k - 1, -1) if low(sentence, m) == ","), None)
    return comma + 1 if comma is not None and comma + 1 < start else k


def _opened(sentence: Sentence, left: int, floor: int, near: list[VerbGroup]) -> int:
    """Take in a clause of time that opens the sentence: "By the time they come, …"."""
    start = floor
    while low(sentence, start) in _LEADING:
        start += 1
    if not start < left <= start + _OPENING_FAR or low(sentence, start) not in _OPENING:
        return left
    one = sum(start <= group.i < left for group in near) == 1
    return start if one and low(sentence, left - 1) == "," else left


def _conditions(
    sentence: Sentence, left: int, right: int, trigger: Trigger, floor: int, near: list[VerbGroup]
) -> tuple[int, tuple[int, int] | None]:
    """Take the condition in: one that stands before the clause (then the clause begins with it), or inside it."""
    tokens = sentence.tokens
    for k in range(left, right):
        if _conditional(sentence, k, near) and not trigger.i <= k < trigger.j:
            if k < trigger.i:
                if _own_verb(sentence, k, trigger, near):
                    # "if they can hold it": what is foretold is the condition itself
                    return (right, None) if low(sentence, k) in {"if", "unless", "until", "lest"} else (left, None)
                return left, (k, _before_subject(sentence, k, trigger, near))
            return left, (k, _condition_end(sentence, k, right))
    k = left - 1
    while k >= floor and left - k < 40:
        if tokens[k].low in {";", "."}:
            break
        if _conditional(sentence, k, near):
            opens = k == floor or low(sentence, k - 1) in _HARD or low(sentence, k - 1) in _LEADING
            if (low(sentence, left - 1) == "," and opens) or sum(k < group.i < left for group in near) <= 1:
                end = left if low(sentence, left - 1) == "," else _before_subject(sentence, k, trigger, near)
                while end > k and tokens[end - 1].low in _LEADING:
                    end -= 1
                return k, (k, end)
            break
        k -= 1
    if low(sentence, left) in {"with", "without"} and left < trigger.i:
        subject = next((m for m in range(left + 1, trigger.i) if tokens[m].tag in {"DT", "PRP"} and m > left + 1), None)
        if subject is not None and tokens[subject - 1].low != "of":
            return left, (left, subject)
    return left, None


def _own_verb(sentence: Sentence, k: int, trigger: Trigger, near: list[VerbGroup]) -> bool:
    """Is the trigger the verb of the condition that starts at token `k`: no comma and no other verb between them?"""
    if any(k < group.i < trigger.i for group in near) or any(low(sentence, m) == "," for m in range(k, trigger.i)):
        return False
    verbless = sentence.tokens[k + 1].tag in {"JJ", "VBN", "RB"}  # "if successful they can…"
    return not verbless or sentence.tokens[trigger.i - 1].tag != "PRP"


def _before_subject(sentence: Sentence, k: int, trigger: Trigger, near: list[VerbGroup]) -> int:
    """Where a condition that starts at token `k` ends: at its comma, or before the subject of the trigger."""
    comma = next((m for m in range(k, trigger.i) if low(sentence, m) == ","), None)
    if comma is not None:
        return comma
    verb = max((group.j for group in near if k < group.i < trigger.i), default=k + 1)
    phrases = noun_phrases(sentence)
    last = bisect_right(phrases, trigger.i, key=lambda phrase: phrase.j) - 1
    return phrases[last].i if last >= 0 and phrases[last].i > verb else verb


def _conditional(sentence: Sentence, k: int, near: list[VerbGroup]) -> bool:
    word = low(sentence, k)
    if word in _CONDITION:
        if word == "provided" and sentence.tokens[min(k + 1, len(sentence.tokens) - 1)].tag in {"DT", "PRP", "IN"}:
            return low(sentence, k + 1) != "by"
        if word in _CLAUSAL:
            return any(k < group.i < k + 10 for group in near)
        if word == "depending":
            return low(sentence, k + 1) in {"on", "upon"}
        return low(sentence, k - 1) not in {"even", "as", "or"} and low(sentence, k + 1) != "not"
    if word in {"should", "were", "had"} and low(sentence, k - 1) in {"", ","}:
        return any(low(sentence, m) == "," for m in range(k + 2, k + 20)) and sentence.tokens[k + 1].tag != "VB"
    return word == "as" and low(sentence, k + 1) == "long" and low(sentence, k + 2) == "as"


def _condition_end(sentence: Sentence, k: int, right: int) -> int:
    for m in range(k + 1, right):
        if low(sentence, m) in {",", ";", "–", "—"}:
            return m
    return right
