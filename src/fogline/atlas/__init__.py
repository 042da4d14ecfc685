"""Places by name, in one compact file: GeoNames' towns and divisions, and seas, regions and sites written by us."""

from fogline.atlas.atlas import Atlas, Entry, load_atlas
from fogline.atlas.folding import fold, skeleton

__all__ = ["Atlas", "Entry", "fold", "load_atlas", "skeleton"]
