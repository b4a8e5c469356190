"""How the tables of name words are made."""
