"""A QR code on a terminal, and the same drawn by the library itself."""

import ctypes
import re

eight_bit = 2
levels = range(4)  # of error correction: any is good


class Drawn(ctypes.Structure):
    _fields_ = [("version", ctypes.c_int), ("width", ctypes.c_int), ("data", ctypes.POINTER(ctypes.c_ubyte))]


def says(block, text):
    """Is this, printed with half blocks, the code of that text?"""
    return modules(block) in [drawn(text, level) for level in levels]


def modules(block):
    """Rows of dark (True) and light, without the light border."""
    lines = re.findall("\x1b\\[30;47m(.*)\x1b\\[0m", block)
    rows = [[sign in (half, "█") for sign in line] for line in lines for half in "▀▄"]
    columns = [x for x in range(len(rows[0])) if any(row[x] for row in rows)]
    dark = [y for y, row in enumerate(rows) if any(row)]
    return [row[columns[0]:columns[-1] + 1] for row in rows[dark[0]:dark[-1] + 1]]


def drawn(text, level):
    library = ctypes.CDLL("libqrencode.so.4")  # what the program is linked with
    library.QRcode_encodeString.restype = ctypes.POINTER(Drawn)
    library.QRcode_free.argtypes = [ctypes.POINTER(Drawn)]
    code = library.QRcode_encodeString(text.encode(), 0, level, eight_bit, 1)
    try:
        width = code.contents.width
        return [[bool(code.contents.data[y * width + x] & 1) for x in range(width)] for y in range(width)]
    finally:
        library.QRcode_free(code)
