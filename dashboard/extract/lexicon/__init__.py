"""The words that the grammar knows: plain data, no claim about any one war or text."""
