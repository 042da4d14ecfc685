"""The reader: corpora, model, training, export."""
