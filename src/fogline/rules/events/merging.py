"""One event for each happening: later mentions and outcomes are folded into the clearest mention."""

from typing import Final

from fogline.nouns import EventType
from fogline.rules.events.draft import RETOLD, VIOLENCE, Draft, is_outcome
from fogline.rules.events.sameness import same

WINDOW: Final = 24
"""How many earlier events a mention is compared with: keeps reading linear; a report of usual length has fewer."""


def same_happening(drafts: list[Draft]) -> list[Draft]:
    """Another mention of the same happening tells this: same type, and no other actor, target, place or day."""
    kept: list[Draft] = []
    for draft in drafts:
        for k in range(len(kept) - 1, max(-1, len(kept) - 1 - WINDOW), -1):
            earlier = kept[k]
            if same(earlier, draft):
                if is_outcome(draft) != is_outcome(earlier) and earlier.trigger.scene is draft.trigger.scene:
                    # "killed in the attack" says enough about the attack to tell it.
                    earlier.pointer = draft.pointer = False
                if earlier.kind in RETOLD and draft.kind not in RETOLD:
                    draft.fill(earlier, "from the headline")
                    kept[k] = draft
                elif draft.fullness() >= earlier.fullness() + _clearer(earlier, draft) and (
                    not is_outcome(draft) or is_outcome(earlier)
                ):
                    draft.fill(earlier, "from an earlier mention")
                    kept[k] = draft
                    draft.pointer = draft.pointer and earlier.pointer
                else:
                    earlier.fill(draft, "from a later mention")
                    earlier.pointer = earlier.pointer and draft.pointer
                break
        else:
            if not draft.pointer:
                kept.append(draft)
    told = {_family(draft.type) for draft in kept if draft.kind not in RETOLD}
    kept = [draft for draft in kept if draft.kind not in RETOLD or _family(draft.type) not in told]
    return sorted(kept, key=lambda draft: (draft.trigger.scene.number, draft.trigger.i))


def _clearer(earlier: Draft, later: Draft) -> int:
    """How much clearer a later mention must be to be preferred: an outcome yields to its cause at once."""
    together = earlier.trigger.scene.number == later.trigger.scene.number
    return -99 if together and is_outcome(earlier) and not is_outcome(later) else 2


def _family(type_: EventType) -> EventType:
    return "attack" if type_ in VIOLENCE else type_
