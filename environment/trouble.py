"""What goes wrong in a way that the user can mend."""


class Trouble(Exception):
    """One sentence that says what is wrong and what to do; the launcher prints it and ends with 1."""
