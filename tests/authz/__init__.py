"""Who gets what, asked of the whole program: every operation by everybody, two organisations, side doors."""
