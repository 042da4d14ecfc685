"""Tags that the tables get wrong in war news, set right by closed lists: `mend`, after `fogline.grammar.tagger`.

The tagger learned from text in which armies are rarely subjects and headlines are few. Each case below needs a word of
its list and a frame of tags around it, so ordinary sentences pass untouched.
"""

from collections.abc import Callable, Sequence

from fogline.grammar.forms import verb_forms

_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS"])
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_OBJECTS = frozenset(["DT", "PRP", "PRP$", "CD", "JJ", "NN", "NNS", "NNP", "NNPS"])
_HELPERS = verb_forms("be") | verb_forms("have") | verb_forms("get") | {"'s", "'re", "'m", "'ve", "'d"}

Mender = Callable[[Sequence[str], list[str], int], str | None]


def mend(lows: Sequence[str], tags: list[str]) -> None:
    """Correct the tags of one sentence in place; `lows` are its words in lower case. Linear in its length."""
    found = [t for t, low in enumerate(lows) if low in _MENDERS]
    if not found:
        return
    for t in found:
        for mender in _MENDERS[lows[t]]:
            tag = mender(lows, tags, t)
            if tag is not None:
                tags[t] = tag


def _tag(tags: Sequence[str], t: int) -> str:
    return tags[t] if 0 <= t < len(tags) else ""


def _helped(lows: Sequence[str], tags: Sequence[str], t: int) -> bool:
    """Does an auxiliary stand before the verb at `t`, but for adverbs?"""
    k = t - 1
    while k >= 0 and t - k < 4 and tags[k].startswith("RB"):
        k -= 1
    return k >= 0 and lows[k] in _HELPERS


def _finite_in(lows: Sequence[str], tags: Sequence[str], t: int) -> bool:
    """Has the sentence a finite verb within thirty words of `t`?"""
    around = range(max(0, t - 30), min(len(tags), t + 30))
    return any(tags[k] in _FINITE and k != t for k in around)


def _noun(lows: Sequence[str], tags: list[str], t: int) -> str | None:
    """ "The army shells villages", "a hospital official, who…": before a verb or a comma the noun ends."""
    modified = _tag(tags, t - 1) in {"DT", "PRP$", "JJ", "CD", "NN", "NNP", "POS"}
    if tags[t] == "JJ" and modified and _tag(tags, t + 1) in _FINITE | {"VBN", ",", ".", "WP"}:
        return "NN"
    return None


def _intransitive(lows: Sequence[str], tags: list[str], t: int) -> str | None:
    """ "The bomb exploded": what has no passive is no participle without an auxiliary, but for "an exploded bomb"."""
    before = _tag(tags, t - 1)
    if (
        tags[t] == "VBN"
        and (before in _NOUNS or before in {"PRP", ",", "CC", "WP", "WDT"})
        and not _helped(lows, tags, t)
    ):
        return "VBD" if before not in {",", "CC"} or _tag(tags, t + 1) not in _NOUNS else None
    return None


def _telling(lows: Sequence[str], tags: list[str], t: int) -> str | None:
    """ "The envoy told reporters": with somebody told after it, and no auxiliary, it is what the subject did."""
    if tags[t] == "VBN" and not _helped(lows, tags, t) and t > 0 and _tag(tags, t + 1) in _OBJECTS | {"IN", ",", "."}:
        following = lows[t + 1] if t + 1 < len(lows) else ""
        return None if following in {"by", "to", "of", "in", "about"} else "VBD"
    return None


def _present(lows: Sequence[str], tags: list[str], t: int) -> str | None:
    """ "Russia bombs Syrian town": where no other verb is, an -s form between subject and object is one."""
    subject = _tag(tags, t - 1) in {"NN", "NNP", "NNPS"} or (_tag(tags, t - 1) == "JJ" and _tag(tags, t - 2) == "DT")
    ahead = _tag(tags, t + 1)
    if tags[t] == "NNS" and subject and (ahead in _OBJECTS or ahead in {"TO", "IN"}) and not _finite_in(lows, tags, t):
        full = lows[-1][-1] in ".!?\"'”’"
        return "VBZ" if full or ahead in _OBJECTS else None
    return None


def _base(lows: Sequence[str], tags: list[str], t: int) -> str | None:
    """ "Rebels shell towns", "troops shot protesters": the same after a subject in the plural."""
    if tags[t] not in {"NN", "VB"} or _tag(tags, t - 1) not in {"NNS", "NNPS"} or _tag(tags, t + 1) not in _OBJECTS:
        return None
    if _finite_in(lows, tags, t) or (tags[t] == "NN" and _tag(tags, t + 1) == "NN"):
        return None
    return "VBD" if lows[t] in _SHORT_PASTS else "VBP"


def _plural(lows: Sequence[str], tags: list[str], t: int) -> str | None:
    """ "Talks would go on": before a finite verb stands its subject."""
    ahead = _tag(tags, t + 1)
    if tags[t] == "VBZ" and ahead in {"MD", "VBD", "VBP"} and _tag(tags, t - 1) not in {"PRP", "WP", "RB"}:
        return "NNS"
    return None


def _compound(lows: Sequence[str], tags: list[str], t: int) -> str | None:
    """ "Rebel held areas were shelled": the first of two verbs belongs to the noun."""
    if tags[t] == "VBD" and _tag(tags, t - 1) in {"NN", "NNP", "JJ"} and _tag(tags, t + 1) in {"NN", "NNS"}:
        return "VBN" if _tag(tags, t + 2) in _FINITE else None
    return None


def _infinitive(lows: Sequence[str], tags: list[str], t: int) -> str | None:
    """ "Authorised to brief reporters": after "to", and with somebody after it, it is a verb."""
    after_to = t > 0 and lows[t - 1] == "to"
    return "VB" if after_to and tags[t] == "JJ" and _tag(tags, t + 1) in {"NNS", "NNP", "DT", "PRP"} else None


_WORDS: list[tuple[Mender, str]] = [
    (_noun, "army military navy official rebel militant insurgent militia opposition regime garrison"),
    (_intransitive, "exploded died fled arrived erupted collapsed crashed escaped occurred happened clashed retreated"),
    (_intransitive, "resigned remained emerged vanished disappeared surrendered advanced marched protested appeared"),
    (_telling, "told said"),
    (_plural, "talks attacks strikes airstrikes clashes raids shells bombs rockets forces fires hopes fears"),
    (_compound, "held controlled backed led run ruled occupied besieged supported sponsored armed trained funded"),
    (_infinitive, "brief"),
]
_VERBS = (
    "attack shell bomb raid strike hit blast kill claim vow fear warn plan back fire target clash demand offer urge "
    "storm ambush capture seize sanction threaten arm free arrest deploy block rescue accuse blame deny reject quit "
    "appeal"
)
_SHORT_PASTS = frozenset(["shot", "hit", "struck", "cut", "quit", "fought"])


def _table() -> dict[str, list[Mender]]:
    table: dict[str, list[Mender]] = {}
    for mender, words in _WORDS:
        for word in words.split():
            table.setdefault(word, []).append(mender)
    for verb in _VERBS.split():
        third = next((form for form in verb_forms(verb) if form.endswith("s") and form != verb), verb)
        table.setdefault(third, []).append(_present)
        table.setdefault(verb, []).append(_base)
    for past in _SHORT_PASTS:
        table.setdefault(past, []).append(_base)
    return table


_MENDERS = _table()
