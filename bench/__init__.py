"""Measurements: corpora outside the repository, figures on the terminal."""
