"""The errors that a user can mend; each carries one Chinese sentence that says what, where and what to do."""


class ZhibiaoError(Exception):
    """Something that the user can mend; its text is shown as it stands, without a traceback."""


class UnreadableError(ZhibiaoError):
    """A file that could not be read or judged."""


class DataError(ZhibiaoError):
    """A data file of the project, or a settings file of the user's, that breaks its form; says file and line."""


class ModelError(ZhibiaoError):
    """A model folder that is missing, damaged, or made for another segmentation."""
