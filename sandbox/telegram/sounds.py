"""Record silence of a given length, as the app records a voice note: Opus in Ogg. It plays nothing."""

import struct
from collections.abc import Iterator

_SAMPLES_A_SECOND = 48_000
_FRAMES_A_PACKET = 6
_PACKET_SAMPLES = _FRAMES_A_PACKET * _SAMPLES_A_SECOND // 50
# Source: RFC 6716 section 3.2.5: six frames of 20 ms of equal length, of mono sound; each frame is silence.
_SILENT_PACKET = bytes((0xFB, _FRAMES_A_PACKET)) + b"\xff\xfe" * _FRAMES_A_PACKET
_PACKETS_A_PAGE = 50
_FIRST_PAGE, _LAST_PAGE = 2, 4
_CHECKSUM_POLYNOMIAL = 0x04C11DB7


def silence(seconds: int) -> bytes:
    """Return a file that is silent for so many seconds, at least for a moment."""
    count = max(1, -(-seconds * _SAMPLES_A_SECOND // _PACKET_SAMPLES))
    head = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 0, _SAMPLES_A_SECOND, 0, 0)
    tags = b"OpusTags" + struct.pack("<I", 7) + b"sandbox" + struct.pack("<I", 0)
    pages = [_page([head], 0, 0, _FIRST_PAGE), _page([tags], 1, 0, 0)]
    for number, size in enumerate(_sizes(count)):
        end = (number * _PACKETS_A_PAGE + size) * _PACKET_SAMPLES
        is_last = number * _PACKETS_A_PAGE + size == count
        pages.append(_page([_SILENT_PACKET] * size, number + 2, end, _LAST_PAGE if is_last else 0))
    return b"".join(pages)


def _sizes(count: int) -> Iterator[int]:
    for start in range(0, count, _PACKETS_A_PAGE):
        yield min(_PACKETS_A_PAGE, count - start)


def _page(packets: list[bytes], number: int, samples_until: int, kind: int) -> bytes:
    """Return one page of the file. Source: RFC 3533 section 6."""
    lengths = bytes(len(packet) for packet in packets)
    before = struct.pack("<4sBBqII", b"OggS", 0, kind, samples_until, 1, number)
    after = bytes((len(lengths),)) + lengths + b"".join(packets)
    return before + struct.pack("<I", _checksum(before + bytes(4) + after)) + after


def _checksum(page: bytes) -> int:
    value = 0
    for byte in page:
        value = ((value << 8) & 0xFFFFFFFF) ^ _CHECKSUMS[(value >> 24) ^ byte]
    return value


def _checksum_of(byte: int) -> int:
    value = byte << 24
    for _ in range(8):
        value = ((value << 1) ^ (_CHECKSUM_POLYNOMIAL if value & 0x80000000 else 0)) & 0xFFFFFFFF
    return value


_CHECKSUMS = [_checksum_of(byte) for byte in range(256)]
