"""Words from voice, on the bank's own machine."""
