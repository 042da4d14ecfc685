"""Inflected forms of English verbs and nouns, so that the lexicon lists each word once."""

from functools import cache

_IRREGULAR = """
be was been being is|are|am|were; have had had having has; do did done; go went gone; say said said; tell told told;
think thought thought; know knew known; see saw seen; hear heard heard; hold held held; speak spoke spoken;
write wrote written; give gave given; take took taken; make made made; come came come; become became become;
fall fell fallen; flee fled fled; fight fought fought; shoot shot shot; strike struck struck; hit hit hit hitting;
lose lost lost; win won won; leave left left; lead led led; send sent sent; bring brought brought; build built built;
break broke broken; drive drove driven; fly flew flown; rise rose risen; run ran run running; begin began begun beginning;
blow blew blown; burn burned|burnt burned|burnt; bear bore borne; beat beat beaten; bind bound bound; find found found;
feel felt felt; forbid forbade forbidden forbidding; forget forgot forgotten forgetting; get got got|gotten getting;
grow grew grown; keep kept kept; lay laid laid; lie lay lain lying; meet met met; mean meant meant; mistake mistook mistaken;
overrun overran overrun overrunning; overthrow overthrew overthrown; pay paid paid; put put put putting; quit quit quit quitting;
read read read; sell sold sold; set set set setting; shut shut shut shutting; sink sank sunk; sit sat sat sitting;
spread spread spread; stand stood stood; steal stole stolen; swear swore sworn; tear tore torn; throw threw thrown;
understand understood understood; undertake undertook undertaken; upset upset upset upsetting; withdraw withdrew withdrawn;
withstand withstood withstood; foresee foresaw foreseen; foretell foretold foretold; forecast forecast|forecasted forecast|forecasted;
bet bet bet betting; cut cut cut cutting; let let let letting; slay slew slain; bleed bled bled; starve starved starved;
admit admitted admitted admitting; commit committed committed committing; permit permitted permitted permitting;
refer referred referred referring; infer inferred inferred inferring; stop stopped stopped stopping;
plan planned planned planning; rebut rebutted rebutted rebutting; refute refuted refuted; regret regretted regretted regretting;
grab grabbed grabbed grabbing; rob robbed robbed robbing; stab stabbed stabbed stabbing; trap trapped trapped trapping;
kidnap kidnapped kidnapped kidnapping; drop dropped dropped dropping; ram rammed rammed ramming; pin pinned pinned pinning;
gun gunned gunned gunning; ban banned banned banning; bar barred barred barring; expel expelled expelled expelling;
repel repelled repelled repelling; compel compelled compelled compelling; rebel rebelled rebelled rebelling;
quarrel quarrelled quarrelled quarrelling; shell shelled shelled; step stepped stepped stepping; slip slipped slipped slipping;
equip equipped equipped equipping; chat chatted chatted chatting; nod nodded nodded nodding; concur concurred concurred concurring;
deter deterred deterred deterring; transfer transferred transferred transferring; hide hid hidden; seek sought sought;
deal dealt dealt; catch caught caught; teach taught taught; spend spent spent; lend lent lent; show showed shown;
claim claimed claimed; bury buried buried; die died died dying; tie tied tied tying; vie vied vied vying; rig rigged rigged rigging;
wrest wrested wrested; reset reset reset resetting; overtake overtook overtaken; recommit recommitted recommitted recommitting;
strip stripped stripped stripping; transmit transmitted transmitted transmitting; log logged logged logging;
blog blogged blogged blogging; quip quipped quipped quipping; plead pleaded|pled pleaded|pled pleading; flog flogged flogged flogging; batter battered battered; dig dug dug digging;
retake retook retaken; rebuild rebuilt rebuilt; uphold upheld upheld; outgun outgunned outgunned outgunning; abet abetted abetted abetting;
ship shipped shipped shipping; airdrop airdropped airdropped airdropping; signal signalled|signaled signalled|signaled signalling|signaling;
gas gassed gassed gassing gasses; lob lobbed lobbed lobbing; patrol patrolled patrolled patrolling;
label labelled|labeled labelled|labeled labelling|labeling; cancel cancelled|canceled cancelled|canceled cancelling|canceling;
travel travelled|traveled travelled|traveled travelling|traveling; level levelled|leveled levelled|leveled levelling|leveling;
"""


@cache
def _irregular() -> dict[str, tuple[tuple[str, ...], ...]]:
    table = {}
    for row in _IRREGULAR.replace("\n", " ").split(";"):
        parts = row.split()
        if parts:
            table[parts[0]] = tuple(tuple(part.split("|")) for part in parts[1:])
    return table


@cache
def verb_forms(lemma: str) -> frozenset[str]:
    """All forms of a verb, the lemma included; a phrase ("carry out") inflects its first word.

    >>> sorted(verb_forms("deny"))
    ['denied', 'denies', 'deny', 'denying']
    """
    first, _, rest = lemma.partition(" ")
    if rest:
        return frozenset(f"{form} {rest}" for form in verb_forms(first))
    prefix, _, tail = first.rpartition("-")
    if prefix and tail:
        return frozenset(f"{prefix}-{form}" for form in verb_forms(tail))
    irregular = _irregular().get(first, ())
    past = irregular[0] if irregular else (_add(first, "ed"),)
    participle = irregular[1] if len(irregular) > 1 else past
    gerund = irregular[2] if len(irregular) > 2 else (_add(first, "ing"),)
    third = irregular[3] if len(irregular) > 3 else (_plural(first),)
    return frozenset({first, *past, *participle, *gerund, *third})


@cache
def noun_forms(lemma: str) -> frozenset[str]:
    """Singular and plural of a noun; a phrase inflects its last word."""
    head, _, last = lemma.rpartition(" ")
    return frozenset({lemma, f"{head} {_plural(last)}".strip()})


def _plural(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith("o") and word in {"go", "do", "veto", "echo", "embargo"} else "s")


def _add(word: str, ending: str) -> str:
    if word.endswith("ie") and ending == "ing":
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "ye", "oe")):
        return word[:-1] + ending
    if word.endswith(("ee", "ye", "oe")) and ending == "ed":
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in "aeiou" and ending == "ed":
        return word[:-1] + "ied"
    return word + ending
