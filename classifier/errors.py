"""The errors that a user can mend; each carries one Chinese sentence that says what, where and what to do."""

import errno


class ZhibiaoError(Exception):
    """Something that the user can mend; its text is shown as it stands, without a traceback."""


class UnreadableError(ZhibiaoError):
    """A file that could not be read or judged."""


class DataError(ZhibiaoError):
    """A data file of the project, or a settings file of the user's, that breaks its form; says file and line."""


class ModelError(ZhibiaoError):
    """A model folder that is missing, damaged, or made for another segmentation."""


_REASONS = {
    errno.ENOENT: "文件不存在",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EISDIR: "那是一个文件夹",
    errno.ENOTDIR: "路径中间不是文件夹",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "磁盘只读",
    errno.ENAMETOOLONG: "文件名太长",
}


def reason_of(error: OSError) -> str:
    """What the operating system complains of, in Chinese."""
    return _REASONS.get(error.errno or 0, f"系统错误 {error.errno}")
