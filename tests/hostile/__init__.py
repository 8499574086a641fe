"""Attacks on whoever opens a stranger's set, article, picture, roster or package, each done for real."""
