"""Calendar expressions: where they stand and of which form they are. One grammar over one letter a token.

The letters are those of `words`; an alternative's name is the form, and `values` has a rule for each form. Alternatives
are tried in order at each token, so the longer and the surer stand first.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from msgspec import Struct

from fogline.grammar import Prose, Sentence, Token
from fogline.rules.times.words import HEADS, Word, cues, letters

__all__ = ["Expression", "expressions", "forms"]


class Expression(Struct, frozen=True, eq=False):
    """A calendar expression: tokens ``i..j`` of a sentence, what each of them is, and the form of the whole."""

    sentence: Sentence
    i: int
    j: int
    form: str
    words: tuple[Word, ...]
    code: str

    @property
    def start(self) -> int:
        """Where its words begin in the report."""
        return self.sentence.tokens[self.i].start

    @property
    def end(self) -> int:
        """Where they end."""
        return self.sentence.tokens[self.j - 1].end

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Its tokens."""
        return self.sentence.tokens[self.i : self.j]

    def of(self, letters: str) -> list[Word]:
        """Its words with one of these letters, in order."""
        return [word for word in self.words if word.letter in letters]

    def before(self, n: int = 1) -> Token | None:
        """The n-th token before it in the sentence."""
        return self.sentence.tokens[self.i - n] if self.i >= n else None

    def after(self, n: int = 1) -> Token | None:
        """The n-th token after it in the sentence."""
        at = self.j - 1 + n
        return self.sentence.tokens[at] if at < len(self.sentence.tokens) else None


_MOD = r"(?:[ETm]-?|[el]v?(?=[tLXhBRWwSM])|[ET]v(?=[tRWw])|t?[szm]f|t?[ETm](?=[hLX]))"
_ABOUT = r"(?:@?~|q=)"
_FIXED = r"(?:[ETm]-?|[ET]v(?=[tLXhBRWw])|t?[szm]f|t?[ETm](?=[hLX]))"
_COUNT = r"(?:a?Af?N?|a?N|[dn])(?:\+?N){0,4}(?:[->+](?:N|[dn]))?(?:\+aQ)?"
_WEEKDAY = r"[Ww]P?,?v?t?"
_YEAR = r"(?:,?Y&?|,?\"?\^)"
_FORMS: Final[tuple[tuple[str, str], ...]] = (
    ("numeric", r"\#|Y[-/]d[-/]d|d[-/]d[-/][Ydn]|Y-d(?!-)"),
    (
        "date_range",
        rf"(?:{_WEEKDAY},?)?t?[do](?:f?M{_YEAR}?)?[->]t?(?:[Ww],?)?[do]f?M{_YEAR}?"
        rf"|{_MOD}?M[do]{_YEAR}?[->](?:M[do]|[do](?!u)){_YEAR}?"
        rf"|(?<=\()t?[do](?:f?M{_YEAR}?)?\+t?[do]f?M{_YEAR}?|(?<=\()M[do]{_YEAR}?\+(?:M[do]|[do](?!u)){_YEAR}?",
    ),
    # Days and months of a list take the month or the year from its last: "1, 2 and 3 May", "March and April 2015".
    ("listed", r"t?[do](?=(?:,t?[do]){0,6},?\+t?[do]f?,?M)|M(?=(?:,M){0,6},?\+M,?Y)"),
    ("day_month", r"(?<=[v<>r(])d/d(?![-/])"),
    ("weekday_range", r"W(?:P)?->?W|(?<=[(<])WP?[+>]WP?|WP?>WP?"),
    ("month_range", rf"(?:(?<=[(<])M{_YEAR}?[->+]M(?:{_YEAR}|[hLX]U)?|M{_YEAR}?-M{_YEAR}?)"),
    ("year_range", r"(?<=[(<])Y[->+]Y|Y-(?:Y|[dn](?![\-/.]))"),
    (
        "date",
        rf"(?:{_WEEKDAY})?{_ABOUT}?t?[doO]f?,?M(?:P)?(?:(?:,|f)?Y|,?\"?\^|,?[hLX]U)?P?"
        rf"|(?:{_WEEKDAY})?{_ABOUT}?(?:{_MOD}|[LXh])?Mt?[doO](?![uUN%])(?:,?Y|,?\"?\^|,?[hLX]U)?",
    ),
    ("month", rf"(?:{_MOD})?M(?:,|f)?Y|(?:{_MOD})?(?:[LXhB]|tC|tV)?M(?:f?[LXhC]U|f?tCU)?"),
    ("half_of", rf"t?(?:[oOL]Q|[oOL][uU]|[oOL](?:N|d)u)f(?:t?{_MOD}?)(?:M{_YEAR}?|Y|t?9|t?[hLXc]U)"),
    ("quarter", r"(?:[hLXC]U')?t?[cLXh]?%?(?:[oO]-?Q|3|[LXhC]Q)(?:,?f?(?:%?Y|[hLXc]U))?"),
    (
        "weekday",
        rf"(?:P|tPf|tEuf|j?P|j)v(?:{_MOD})?[LXhB]?X?W|tPfW|(?:{_FIXED})?(?:t?[LXhV]|tC)?X?W(?:,?P)?(?:f?t?[LXh]U|P)?",
    ),
    ("weekday_date", r"(?!x)x"),
    ("weekday_short", r"w(?=,|$)"),
    ("beside_today", r"tU[jJ]R"),
    ("today", rf"(?:{_MOD})?(?:P)?RP?"),
    ("day_part", r"(?:[el]it[UP]|itP|rt?P|rtU(?![_'f])|>t?P|[@~]~?P|[jJ]P)(?!v?[tLXh]*[WwRM])"),
    ("beside_day", r"t(?:U|P)[jJ](?!t)"),
    ("near", rf"(?:{_MOD})?t?(?:(?:hX|[LXhcCVB]|hB|tB)|y(?=[Uu]))(?:{_COUNT}(?:q)?)?(?:[UuSQZP]|%U)P?|tÜ"),
    ("end_of", r"t?[szm]ft?(?:[hLXc])?U|t?[sz]f(?:t|[hLX])S|(?:t?)(?:U-?z)(?!f)"),
    ("season", rf"(?:(?:{_MOD})t?|t)?S(?:f|,|i)?(?:t?[hLX]U|Y(?:[-/]d)?)|(?:{_MOD})tS|{_MOD}S|(?<=[ir(<>jJ~])S|tS"),
    ("ago", rf"{_ABOUT}?(?:{_COUNT}|aQ|a)q?[Uu](?:\+aQ)?g|ug"),
    ("shifted", rf"{_ABOUT}?(?:{_COUNT}|a)q?[Uu](?:[el]|[jJ](?![t_raNdA'RWMYhLX]))|u[el](?!$)"),
    ("nth", r"t?[oO]U"),
    ("within", rf"I(?:t|a|{_COUNT})?[Uu]"),
    ("ahead", rf"i{_ABOUT}?(?:{_COUNT}|a)q?[Uu](?!')"),
    ("decade", rf"(?:{_MOD}|t)?(?:t?{_MOD})?9"),
    ("feast", rf"(?:{_MOD}|t?5f[ta]?)?[LXhB]?Z&*(?:,?Y|[hLX]U)?"),
    ("year", rf"(?:{_MOD})?%?Y&?|tUY&?"),
    ("day_of_month", r"to(?![UuQN])"),
    ("recurring", rf"K(?:{_COUNT})?(?:[UuPSW]|M)|D"),
    ("duration", rf"(?:{_COUNT}|a|t(?:N|d|oN|ON|Od|A))q?[Uu](?:\+aQ)?|H"),
    ("present", r"p&*"),
    ("vague", r"y&*|t?(?:c)(?=U)"),
    ("part", r"P"),
)
_CHUNK: Final = re.compile(r"[^_]+")
_CAN_HEAD: Final = HEADS | {"o", "Ü"}
_SCAN: Final = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _FORMS))


def forms() -> tuple[str, ...]:
    """The names of all forms."""
    return tuple(name for name, _ in _FORMS)


@lru_cache(maxsize=4)
def expressions(prose: Prose) -> tuple[Expression, ...]:
    """Every calendar expression of a report, in order, without values. Linear in the length of the text."""
    found: list[Expression] = []
    for sentence in prose.sentences:
        code, words = letters(sentence.tokens)
        if _CAN_HEAD.isdisjoint(code):
            continue
        for chunk in _CHUNK.finditer(code):
            if _CAN_HEAD.isdisjoint(chunk[0]):
                continue
            # One letter beyond the chunk, for what must not follow an expression.
            for match in _SCAN.finditer(code, chunk.start(), chunk.end() + 1):
                i, j = match.span()
                form = match.lastgroup
                if form is None or i == j:
                    continue
                made = _trimmed(Expression(sentence, i, j, form, tuple(words[i:j]), code[i:j]))
                if made is not None and form == "listed":
                    made = _borrowed(made, code, words)
                if made is not None and _stands(made, prose.text):
                    found.append(made)
                    if form == "date":
                        found += _more(made, code, words)
    return tuple(found)


_LIST_END: Final = {"day": re.compile(r"[^M]*(M)f?,?(Y)?"), "month": re.compile(r"[^Y]*(Y)")}


def _borrowed(e: Expression, code: str, words: list[Word]) -> Expression | None:
    """A day or month of a list, with the month and the year that the last of the list has."""
    day = bool(e.of("do"))
    end = _LIST_END["day" if day else "month"].match(code, e.j)
    if end is None:
        return None
    taken = [words[end.start(k)] for k in range(1, (end.lastindex or 0) + 1)]
    borrowed = "".join(word.letter for word in taken)
    return Expression(e.sentence, e.i, e.j, "date" if day else "month", (*e.words, *taken), e.code + borrowed)


_MORE: Final = re.compile(r"((?:,t?[do])*),?\+(t?[do])(?![uUNn%M])(,?Y)?")


def _more(e: Expression, code: str, words: list[Word]) -> Iterator[Expression]:
    """The further days of a list that begins with its month: "May 3, 4 and 5"."""
    found = _MORE.match(code, e.j) if e.code[-2:] in {"Md", "Mo"} else None
    if found is None:
        return
    after = e.sentence.tokens[found.end()] if found.end() < len(e.sentence.tokens) else None
    if after is not None and after.tag in {"NN", "NNS", "NNP", "CD", "JJ"}:
        return  # "On May 3 and 5 other days": a count
    month = e.of("M")[0]
    year = [words[found.end() - 1]] if found[3] else []
    for k in range(e.j, found.start(3) if found[3] else found.end()):
        if code[k] in "do":
            yield Expression(e.sentence, k, k + 1, "date", (words[k], month, *year), code[k] + "M" + "Y" * len(year))


def _trimmed(e: Expression) -> Expression | None:
    """Without what the grammar took at the edges but does not belong."""
    i, j = e.i, e.j
    while j > i and e.words[j - 1 - e.i].letter in ",-fvt+\"'":
        j -= 1
    while j > i and e.words[i - e.i].letter in ",-+'":
        i += 1
    if i == j:
        return None
    if (
        e.code[:2] == "aN"
        and e.words[1].value not in {"100", "1000", "12"}
        and i == e.i
        and e.form in {"duration", "ago", "shifted"}
    ):
        i += 1  # "a six year low"
    return (
        e
        if (i, j) == (e.i, e.j)
        else Expression(e.sentence, i, j, e.form, e.words[i - e.i : j - e.i], e.code[i - e.i : j - e.i])
    )


_MEASURES: Final = cues("measure")
_BEARERS: Final = cues("bearer")
_NUMBERED: Final = cues("numbered")


def _stands(e: Expression, text: str) -> bool:
    """Is this the expression that it looks like? Numbers that are no years, dates that are no dates, glued signs."""
    before, after = e.before(), e.after()
    if e.form == "numeric":
        a, b = e.start, e.end
        return (
            not any(ch.isspace() for ch in text[a:b])
            and text[a - 1 : a] not in {"/", "-", "."}
            and (text[b : b + 1] not in {"/", "-"})
        )
    if e.form == "year":
        if e.code == "Y":
            return _is_year(e, before, after)
        return True
    if e.form == "day_month":
        parts = [int(word.value) for word in e.of("d")]
        return min(parts) <= 12 < max(parts) and parts != [24, 7] and not (after and after.tag in {"NN", "NNS"})
    if e.form == "day_part":
        return after is None or not after.text[:1].isdigit()
    if e.form == "year_range":
        y, last = e.tokens[0].text, e.tokens[-1].text
        if before and (before.low in _NUMBERED or before.low == "$"):
            return False
        whole = int(last) if len(last) == 4 else int(y[:2] + last) if last.isdecimal() and len(last) == 2 else 0
        return 1500 <= int(y) < whole <= 2100 and not (after and after.low in _MEASURES)
    if e.form == "date":
        if after is not None and after.text[:1].isupper() and after.low in _BEARERS:
            return False  # "the March 23 Movement"
        if e.code[-1] in "dO" and after and after.start - e.tokens[-1].end <= 1:
            # "In May 20 people died": a count, not a day.
            if after.tag in {"NNS", "CD"} and (before is None or before.low not in {"the", "a", "an", "this"}):
                return False
            if (after.low in _MEASURES and not after.tag.startswith("V")) or after.low == "%":
                return False
        return True
    if e.form == "day_of_month":
        return (
            after is None
            or (before is not None and before.low == "on" and after.tag in {"DT", "PRP$", "EX"})
            or after.low in '.,;:!?)-–—”"'
            or after.tag in {"VBD", "VBZ", "MD", "IN", "CC", "TO", "VBP", "WP", "RB", "PRP", "WRB", "''"}
        )
    if e.form == "beside_day":
        return after is None or after.tag not in {"DT", "NN", "NNS", "NNP", "PRP$", "PRP", "JJ", "CD", "VBG", "NNPS"}
    if e.form == "shifted" and e.code[-1] in "jJ":
        return after is None or after.tag not in {
            "DT",
            "NN",
            "NNS",
            "NNP",
            "PRP$",
            "PRP",
            "JJ",
            "CD",
            "VBG",
            "NNPS",
            "WRB",
            "WP",
            "EX",
        }
    if e.form == "duration" and after is not None:
        return after.low not in {"old", "older", "younger", "-old"} and not (before and before.low in {"aged", "age"})
    if e.form == "nth":
        return e.words[-1].letter != "U" or e.words[-1].value in {"D", "W", "M", "Y", "N", "WE", "CE"}
    if e.form == "quarter":
        return e.code[-1] != "Q" or e.words[-1].value == "Q" or "f" in e.code or not e.of("LXhC")
    if e.form == "near":
        return _is_near(e, before, after)
    if e.form == "season":
        return not (e.tokens[-1].low == "fall" and after is not None and after.low == "of") and not (
            e.tokens[-1].low == "spring"
            and after is not None
            and after.low in {"in", "of", "ran"}
            and "Y" not in e.code
        )
    if e.form == "decade":
        return before is None or before.low not in {"his", "her", "their", "my", "your", "our"}
    if e.form == "recurring":
        return True
    if e.form == "part":
        return False if e.words[0].value == "" else e.tokens[0].low == "overnight"
    return True


def _is_year(e: Expression, before: Token | None, after: Token | None) -> bool:
    value = int(e.words[0].value)
    if not 1800 <= value <= 2100:
        return False
    if before and before.low.rstrip("s") in _NUMBERED | {"resolution"}:
        return False
    if after and (after.low in _MEASURES or (after.low == "%" and after.start == e.end)):
        return False
    if before is not None and before.low in {"in", "since", "by", "until", "till", "during", "circa", "early", "late"}:
        return not (after is not None and after.tag == "NNS" and before.low not in {"in", "since"})
    if before is not None and before.low in {
        "the",
        "'s",
        "of",
        "from",
        "to",
        "and",
        "a",
        "before",
        "after",
        "through",
        "between",
        "for",
        ",",
        "(",
    }:
        return after is None or after.tag != "NNS" or before.low in {"the", "'s", "a"}
    if before is None:
        return after is None or after.tag != "NNS"
    return after is not None and after.tag in {"NN", "NNP", "JJ"} and before.tag in {"IN", "PRP$", "POS", "DT", "JJ"}


def _is_near(e: Expression, before: Token | None, after: Token | None) -> bool:
    last = e.words[-1]
    first = e.words[0].letter
    if last.letter == "Z" and "Z" in e.code:
        return True
    if last.letter == "U" and last.value in {"TS", "TM"} and not e.of("NdnA"):
        return False  # "the last minute"
    if e.code == "B" + last.letter and last.letter in "uQ":
        return False
    if first == "X" and last.letter == "U" and last.value in {"TS", "TM", "TH"}:
        return False
    if last.letter == "Q" and not e.of("LXhCc"):
        return False
    return not (last.letter == "U" and after is not None and after.low == "-")
