"""What a set says: article, sources, claims, questions. Frozen; knows its places in the files, no output format."""
