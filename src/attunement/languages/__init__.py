"""Language packs: phrases, relations and other facts of one language, as data."""
