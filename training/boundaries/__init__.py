"""How the model of sentence ends without a mark is made."""
