"""Bytes nobody would type, at every door: what each door takes, what must hold, and inputs to begin with."""
