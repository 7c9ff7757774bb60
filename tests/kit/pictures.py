"""Pictures as a test wants them, made without any library."""

import functools
import struct
import zlib


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def head(width, height):
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))


def rows(width, height, colour_at):
    return b"".join(b"\0" + b"".join(bytes(colour_at(x, y)) for x in range(width)) for y in range(height))


def quarters(width, height):
    """Red above on the left, green above on the right, blue below on the left, white."""
    def colour_at(x, y):
        above, left = y < height / 2, x < width / 2
        return ((255, 0, 0) if left else (0, 255, 0)) if above else ((0, 0, 255) if left else (255, 255, 255))
    return colour_at


def png(width=64, height=64, colour_at=None, *more):
    """`more`: chunks before the pixels."""
    pixels = zlib.compress(rows(width, height, colour_at or quarters(width, height)))
    return b"\x89PNG\r\n\x1a\n" + head(width, height) + b"".join(more) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def moving_png(width=64, height=64):
    """Two pictures: the first has quarters, the second is black."""
    def control(number):
        return chunk(b"fcTL", struct.pack(">IIIIIHHBB", number, width, height, 0, 0, 1, 10, 0, 0))

    first = zlib.compress(rows(width, height, quarters(width, height)))
    second = zlib.compress(rows(width, height, lambda x, y: (0, 0, 0)))
    return (b"\x89PNG\r\n\x1a\n" + head(width, height) + chunk(b"acTL", struct.pack(">II", 2, 0)) + control(0)
            + chunk(b"IDAT", first) + control(1) + chunk(b"fdAT", struct.pack(">I", 2) + second) + chunk(b"IEND", b""))


def bomb(side=60_000):
    """A few bytes that say they are very many pixels."""
    return b"\x89PNG\r\n\x1a\n" + head(side, side) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")


@functools.cache
def deep_bomb(side=7_000):
    """As many pixels as may be, in a file of some kilobytes."""
    row = b"\0" + b"\x7f" * side * 3
    packed = zlib.compressobj(9)
    data = b"".join(packed.compress(row) for _ in range(side)) + packed.flush()
    return b"\x89PNG\r\n\x1a\n" + head(side, side) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def with_exif(jpeg, orientation, *secrets):
    """The JPEG with how it stands, where it was taken, and with what; as phones write it."""
    def entry(tag, kind, count, value):
        return struct.pack("<HHI", tag, kind, count) + value

    directory_end = 8 + 2 + 3 * 12 + 4
    make = b"SecretPhone 9\0"
    gps_at = directory_end + len(make)
    gps = struct.pack("<H", 1) + entry(1, 2, 2, b"N\0\0\0") + struct.pack("<I", 0)
    tiff = (b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", 3)
            + entry(0x010F, 2, len(make), struct.pack("<I", directory_end))
            + entry(0x0112, 3, 1, struct.pack("<HH", orientation, 0))
            + entry(0x8825, 4, 1, struct.pack("<I", gps_at))
            + struct.pack("<I", 0) + make + gps + b"".join(secrets))
    exif = b"Exif\0\0" + tiff
    comment = b"".join(secrets)
    return (jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif
            + b"\xff\xfe" + struct.pack(">H", len(comment) + 2) + comment + jpeg[2:])


def parts_of(jpeg):
    """Its markers with what stands in them, up to the pixels."""
    at, found = 2, []
    while jpeg[at + 1] != 0xDA:
        size = struct.unpack(">H", jpeg[at + 2:at + 4])[0]
        found.append((jpeg[at + 1], jpeg[at + 4:at + 2 + size]))
        at += 2 + size
    return found


def size_of(jpeg):
    """(width, height)"""
    frame = next(data for marker, data in parts_of(jpeg) if marker in (0xC0, 0xC1, 0xC2))
    height, width = struct.unpack(">HH", frame[1:5])
    return width, height
