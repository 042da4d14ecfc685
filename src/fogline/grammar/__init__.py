"""Tokens, sentences, tags and phrases of a report: what every rule reads, computed once."""

from fogline.grammar.prose import Prose, Sentence, Token, parse

__all__ = ["Prose", "Sentence", "Token", "parse"]
