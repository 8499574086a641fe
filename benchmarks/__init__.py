"""What deckmaker costs, against what others need for the same: `python -m benchmarks`."""
