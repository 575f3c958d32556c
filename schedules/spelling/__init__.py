"""Words without their accents, or with those a poor scan gave them → words people can read."""

from schedules.spelling.bonds import bond
from schedules.spelling.restoring import Restored, restored
from schedules.spelling.vocabulary import Vocabulary, counted, vocabulary
from schedules.spelling.wear import Wear, wear_of

__all__ = ["Restored", "Vocabulary", "Wear", "bond", "counted", "restored", "vocabulary", "wear_of"]
