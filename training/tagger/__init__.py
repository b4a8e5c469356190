"""How the trained model of a language (word classes, heads, names) is made."""
