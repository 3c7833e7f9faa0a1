"""Formats are told by name and, better, by their first bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_to_video.wire.media import EXPORT_FORMATS, MAX_BYTES, MIME, UPLOAD_FORMATS, extension_of, kind_of, sniff


def test_the_thirteen_formats_of_the_service_and_its_limit():
    assert UPLOAD_FORMATS == (
        "mp4",
        "mov",
        "avi",
        "webm",
        "mkv",
        "jpg",
        "png",
        "gif",
        "webp",
        "mp3",
        "wav",
        "m4a",
        "aac",
    )
    assert set(EXPORT_FORMATS) <= set(MIME)
    assert EXPORT_FORMATS[0] == "mp4"
    assert MAX_BYTES == 50 * 1024 * 1024


def ftyp(brand: bytes, *compatible: bytes) -> bytes:
    body = b"ftyp" + brand + b"\0\0\2\0" + b"".join(compatible)
    return (len(body) + 4).to_bytes(4, "big") + body + b"\0\0\0\x08free"


def ebml(doctype: bytes) -> bytes:
    inner = b"\x42\x86\x81\x01\x42\xf7\x81\x01\x42\x82" + bytes([0x80 | len(doctype)]) + doctype
    return b"\x1a\x45\xdf\xa3" + bytes([0x80 | len(inner)]) + inner


ADTS = b"\xff\xf1\x50\x80\x02\x1f\xfc"
MP3 = b"\xff\xfb\x90\x64\0\0"


@pytest.mark.parametrize(
    ("head", "extension"),
    [
        (ftyp(b"isom", b"isom", b"avc1"), "mp4"),
        (ftyp(b"mp42", b"isom"), "mp4"),
        (ftyp(b"M4V ", b"mp42"), "mp4"),
        (ftyp(b"dash"), "mp4"),
        (ftyp(b"qt  ", b"qt  "), "mov"),
        (b"\0\0\0\x08wide\0\0\1\0mdat", "mov"),
        (b"\0\0\2\0moov\0\0\0\x6cmvhd", "mov"),
        (ftyp(b"M4A ", b"mp42", b"isom"), "m4a"),
        (ftyp(b"M4B "), "m4a"),
        (ftyp(b"heic", b"mif1"), "heic"),
        (ftyp(b"mif1", b"avif"), "avif"),
        (ftyp(b"avif"), "avif"),
        (ftyp(b"3gp5"), "3gp"),
        (ebml(b"webm"), "webm"),
        (ebml(b"webm\0"), "webm"),
        (ebml(b"matroska"), "mkv"),
        (b"RIFF\x10\0\0\0AVI LIST", "avi"),
        (b"RIFF\x10\0\0\0WAVEfmt ", "wav"),
        (b"RF64\xff\xff\xff\xffWAVEds64", "wav"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "webp"),
        (b"RIFF\x10\0\0\0ACON", ""),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "jpg"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "png"),
        (b"GIF87a\1\0", "gif"),
        (b"GIF89a\1\0", "gif"),
        (ADTS, "aac"),
        (b"\xff\xf9\x4c\x80\x02\x1f\xfc", "aac"),
        (b"ADIF\0", "aac"),
        (MP3, "mp3"),
        (b"\xff\xf3\x40\xc4\0", "mp3"),
        (b"ID3\4\0\0\0\0\0\4abcd" + MP3, "mp3"),
        (b"ID3\4\0\0\0\0\0\4abcd" + ADTS, "aac"),
        (b"ID3\3\0\0\0\1\0\0long tag", "mp3"),
        (b"\xff\xfd\x90\x64", "mp2"),
        (b"\xff\xff\xff\xff", ""),
        (b"%PDF-1.7\n%", "pdf"),
        (b"PK\3\4\x14\0\0\0\x08\0[Content_Types].xml..word/document.xml", "docx"),
        (b"PK\3\4\x14\0\0\0\x08\0[Content_Types].xml..xl/workbook.xml", "xlsx"),
        (b"PK\3\4\x14\0\0\0\x08\0cat.png", "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
        (b"MZ\x90\0\3", "exe"),
        (b"\x7fELF\2\1\1", "elf"),
        (b"\xcf\xfa\xed\xfe\x07", "macho"),
        (b"#!/bin/sh\nrm", "script"),
        (b"OggS\0\2", "ogg"),
        (b"fLaC\0", "flac"),
        (b"  <!DOCTYPE html><html>", "html"),
        (b"\xef\xbb\xbf<!-- x -->\n<HTML lang=en>", "html"),
        (b'<?xml version="1.0"?>\n<svg xmlns="x">', "svg"),
        (b"Once upon a time", "txt"),
        ("从前有座山".encode(), "txt"),
        ("从前有座山".encode()[:-1], "txt"),
        ("Once".encode("utf-16"), "txt"),
        (b'{"a": 1}', "txt"),
        (b"\0\0\0\0\0\0\0\0", ""),
        (b"\x80\x81\x82\x83 x", ""),
        (b"a\0b", ""),
        (b"  \n", ""),
        (b"", ""),
        (b"G" + b"\0" * 187 + b"G" + b"\0" * 50, "ts"),
    ],
)
def test_the_first_bytes_tell_the_format(head, extension):
    assert sniff(head) == extension


@given(
    head=st.binary(max_size=300),
    magic=st.sampled_from([b"", b"ID3", b"\x1a\x45\xdf\xa3", b"\0\0\0\x20ftyp", b"\xff\xfb", b"RIFF", b"PK\3\4"]),
)
def test_no_bytes_break_the_nose(head, magic):
    assert isinstance(sniff(magic + head), str)


@pytest.mark.parametrize(
    ("name", "extension"),
    [
        ("a.MP4", "mp4"),
        ("a.b.jpeg", "jpg"),
        ("C:\\films\\x.MOV", "mov"),
        ("/tmp/dir.d/file", ""),
        ("https://c/x.webm?sig=a.png#t", "webm"),
        ("what?.png", "png"),
        (".mp4", ""),
        ("mp4", ""),
        ("", ""),
    ],
)
def test_the_extension_of_a_name(name, extension):
    assert extension_of(name) == extension


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.mkv", "video"),
        ("a.JPEG", "image"),
        ("gif", "image"),
        (".mp3", "audio"),
        ("audio/mp4", "audio"),
        ("video/quicktime", "video"),
        ("text/plain; charset=utf-8", "text"),
        ("Video", "video"),
        ("notes.md", "text"),
        ("https://c/a.m4a?x=1", "audio"),
        ("a.exe", ""),
        ("video/a.exe", ""),
        ("", ""),
    ],
)
def test_the_kind_of_a_name_or_mime_type(name, kind):
    assert kind_of(name) == kind
