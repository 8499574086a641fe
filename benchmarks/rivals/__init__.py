"""What others do with the same questions, one file each: what it needs, and how it is run."""
