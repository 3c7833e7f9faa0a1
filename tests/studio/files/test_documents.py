"""A document becomes the words of the next video, or a plain sentence about why it cannot."""

import io
import zipfile

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from ai_to_video.errors import AiToVideoError, FileTooLarge, UnsupportedFile
from ai_to_video.studio.files import Inputs, Limits
from ai_to_video.studio.files.documents import read_document

pytestmark = pytest.mark.anyio


def pdf(*pages: str, password: str = "", picture: bool = False) -> bytes:
    """A real PDF, one page for each text; a line break in the text is one on the paper."""
    writer = PdfWriter()
    for text in pages:
        page = writer.add_blank_page(width=595, height=842)
        lines = "".join(f"({line}) Tj 0 -14 Td " for line in text.split("\n"))
        content = DecodedStreamObject()
        content.set_data(f"BT /F1 12 Tf 50 780 Td {lines} ET".encode("latin-1"))
        names = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica", "/Encoding": "/WinAnsiEncoding"}
        font = DictionaryObject({NameObject(key): NameObject(value) for key, value in names.items()})
        resources = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})})
        if picture:
            resources[NameObject("/XObject")] = DictionaryObject()
        page[NameObject("/Resources")] = resources
        page[NameObject("/Contents")] = writer._add_object(content)
    if password:
        writer.encrypt(password, algorithm="AES-256")
    sink = io.BytesIO()
    writer.write(sink)
    return sink.getvalue()


def word(build=None) -> bytes:
    document = Document()
    if build:
        build(document)
    sink = io.BytesIO()
    document.save(sink)
    return sink.getvalue()


def page(body: str, title: str = "A Day Out") -> str:
    return (
        f"<html><head><title>{title}</title><style>p{{}}</style><script>var a</script></head><body>{body}</body></html>"
    )


ARTICLE = page(
    "<nav><a href=/>Home</a> <a href=/x>Login</a></nav><article><h1>A Day Out</h1>"
    + f"<p>{'We walked along the river, and the sun was out. ' * 8}</p><h2>Evening</h2>"
    + f"<p>{'Then it rained, and we went home, tired but glad. ' * 6}</p><ul><li>One thing to bring is bread<li>Another is a good coat</ul></article>"
    + "<footer>Copyright and cookies</footer>"
)


async def told(inputs: Inputs, path, kind: type = UnsupportedFile) -> str:
    with pytest.raises(kind) as refusal:
        await inputs.read_text(path)
    assert refusal.value.hint
    return f"{refusal.value} {refusal.value.hint}"


async def test_a_document_is_told_from_media(inputs, home):
    (home / "plan.docx").write_bytes(word(lambda document: document.add_paragraph("Hello")))
    (home / "plan.pdf").write_bytes(pdf("Hello"))
    (home / "plan.md").write_text("# Hello")
    for name in ("plan.docx", "plan.pdf", "plan.md"):
        file = await inputs.check(str(home / name))
        assert (file.kind, file.name) == ("text", name) and len(file.sha256) == 64
    (home / "plan.jpg").write_bytes(pdf("Hello"))
    file = await inputs.check(str(home / "plan.jpg"))
    assert (file.kind, file.mime, file.name) == ("text", "application/pdf", "plan.pdf") and "PDF" in file.note


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("Crème brûlée à la carte", "utf-8"),
        ("Crème brûlée", "utf-8-sig"),
        ("Crème brûlée 城市", "utf-16"),
        ("plain words", "utf-16-le"),
        ("城市之梦：今天天气很好，我们去公园散步吧。", "utf-8"),
        ("城市之梦：今天天气很好，我们去公园散步吧。", "gb18030"),
        ("城市", "utf-32"),
        ("Crème brûlée, Straße, élan", "cp1252"),
    ],
)
@pytest.mark.parametrize("extension", ["txt", "md"])
async def test_text_is_read_in_the_encodings_people_have(inputs, home, words, encoding, extension):
    path = home / f"story.{extension}"
    path.write_bytes(f"{words}\r\n\r\n\r\n\r\nEnd.  \n".encode(encoding))
    assert await inputs.read_text(str(path)) == f"{words}\n\nEnd."


async def test_what_only_printers_and_browsers_need_is_taken_out(inputs, home):
    (home / "a.txt").write_text("The \ufb01rst o\ufb03ce\u00ad\u200b, a\u0301\x0cnext page\x07", "utf-8")
    assert await inputs.read_text(home / "a.txt") == "The first office, á\nnext page"


@pytest.mark.parametrize("encoding", ["cp1251", "shift_jis", "euc-kr", "koi8-r"])
async def test_an_encoding_that_cannot_be_told_is_not_guessed(inputs, home, encoding):
    words = {
        "c": "Привет, мир, как у тебя дела",
        "k": "Привет, мир",
        "s": "今日は天気がいいですね",
        "e": "안녕하세요 오늘 날씨",
    }
    (home / "a.txt").write_bytes(words[encoding[0]].encode(encoding))
    assert "Save it as UTF-8" in await told(inputs, home / "a.txt")


async def test_words_in_a_word_document_keep_their_order_and_headings(inputs, home):
    def build(document):
        document.add_heading("The Plan", 0)
        document.add_heading("Morning", 1)
        document.add_paragraph("We walk.")
        document.add_paragraph("bread", style="List Bullet")
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "noon", "lunch"
        document.add_paragraph("The end.")

    (home / "plan.docx").write_bytes(word(build))
    assert await inputs.read_text(home / "plan.docx") == (
        "# The Plan\n\n# Morning\n\nWe walk.\n\n- bread\n\nnoon | lunch\n\nThe end."
    )


async def test_lines_that_only_the_paper_broke_are_joined(inputs, home):
    (home / "a.pdf").write_bytes(
        pdf(
            "The quick brown fox jumps over the lazy dog and then it re-\nturns to the forest where it lives.\nThe end.",
            "Page two.",
        )
    )
    assert await inputs.read_text(home / "a.pdf") == (
        "The quick brown fox jumps over the lazy dog and then it returns to the forest where it lives.\nThe end.\n\nPage two."
    )


async def test_a_locked_pdf_and_a_scan_are_told_plainly(inputs, home):
    (home / "locked.pdf").write_bytes(pdf("Secret words of some length", password="x"))
    (home / "scan.pdf").write_bytes(pdf("", "", picture=True))
    assert "locked with a password" in await told(inputs, home / "locked.pdf")
    assert "(a scan)" in await told(inputs, home / "scan.pdf") and "OCR" in await told(inputs, home / "scan.pdf")


async def test_a_pdf_locked_only_against_printing_is_read(inputs, home):
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf("Words for everybody to read"))))
    writer.encrypt(user_password="", owner_password="boss", algorithm="AES-256")
    writer.write(home / "a.pdf")
    assert await inputs.read_text(home / "a.pdf") == "Words for everybody to read"


async def test_a_web_page_on_disk_gives_its_article(inputs, home):
    (home / "page.html").write_text(ARTICLE)
    text = await inputs.read_text(home / "page.html")
    assert text.startswith("# A Day Out\n\nWe walked along the river")
    assert "## Evening" in text and "- One thing to bring is bread\n\n- Another is a good coat" in text
    assert not any(word in text for word in ("Login", "Copyright", "var a", "p{}"))


async def test_a_short_page_is_read_whole_and_an_empty_one_refused(inputs, home):
    (home / "short.html").write_text(page("<div><p>Only this.</p><p>And that.</p></div>"))
    (home / "empty.html").write_text(page("<script>draw()</script>"))
    assert await inputs.read_text(home / "short.html") == "# A Day Out\n\nOnly this.\n\nAnd that."
    assert "drawn by a script" in await told(inputs, home / "empty.html")


async def test_a_page_says_its_own_encoding(inputs, home):
    html = page("<p>城市之梦</p>").replace("<head>", '<head><meta charset="gb2312">')
    (home / "page.html").write_bytes(html.encode("gb18030"))
    assert "城市之梦" in await inputs.read_text(home / "page.html")


@pytest.mark.parametrize(
    ("limits", "name", "content", "words"),
    [
        (Limits(pages=2), "a.pdf", pdf("One page", "two pages", "three pages"), "has 3 pages, and at most 2 are read"),
        (Limits(characters=10), "a.txt", b"more than ten letters", "holds 21 characters, and at most 10"),
        (Limits(characters=10), "a.pdf", pdf("much more than two times ten letters"), "more than 10 characters"),
        (Limits(writing=1_000), "a.txt", b"x" * 1_001, "at most 0 MB are read"),
        (Limits(bytes=100), "a.pdf", pdf("Hello"), "at most 0 MB are read"),
        (Limits(page=30), "a.pdf", pdf("Hello there"), "a page that is too intricate"),
        (Limits(expanded=1000), "a.docx", word(), "unpacks to more than a document should"),
        (Limits(members=3), "a.docx", word(), "unpacks to more than a document should"),
    ],
)
async def test_every_limit_is_kept_and_told(home, limits, name, content, words):
    (home / name).write_bytes(content)
    assert words in await told(Inputs([home], home=home, limits=limits), home / name, FileTooLarge)


async def test_a_small_file_that_unpacks_to_gigabytes_is_not_unpacked(inputs, home):
    bomb = io.BytesIO(word())
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("word/media/a.bin", "w") as member:
        for _ in range(101):
            member.write(bytes(1_000_000))
    (home / "bomb.docx").write_bytes(bomb.getvalue())
    assert len(bomb.getvalue()) < 200_000
    assert "unpacks to more" in await told(inputs, home / "bomb.docx", FileTooLarge)


async def test_entities_that_multiply_and_files_from_outside_are_not_expanded(inputs, home):
    laughs = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    sink = io.BytesIO()
    plain = io.BytesIO(word(lambda document: document.add_paragraph("MARK")))
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(sink, "w") as new:
        for member in old.namelist():
            data = old.read(member)
            if member == "word/document.xml":
                head, _, body = data.partition(b"?>")
                data = head + b"?>" + laughs.encode() + body.replace(b"MARK", b"MARK&b;&f;")
            new.writestr(member, data)
    (home / "a.docx").write_bytes(sink.getvalue())
    try:
        text = await inputs.read_text(home / "a.docx")
    except UnsupportedFile:
        return
    assert "haha" not in text and "root:" not in text


def test_a_document_that_takes_too_long_is_given_up():
    ticks = iter(range(0, 1000, 20))
    with pytest.raises(FileTooLarge, match="more than 30 seconds"):
        read_document(io.BytesIO(pdf(*["words"] * 5)), "pdf", "a.pdf", limits=Limits(), clock=lambda: next(ticks))


@pytest.mark.parametrize("name", ["a.docx", "a.pdf"])
async def test_a_damaged_document_is_told_plainly(inputs, home, name, caplog):
    whole = word(lambda document: document.add_paragraph("Hello")) if name == "a.docx" else pdf("Hello there, you")
    (home / name).write_bytes(whole[: len(whole) // 3])
    assert "damaged" in await told(inputs, home / name)
    assert not caplog.records


async def test_an_empty_document_and_a_film_hold_no_text(inputs, home, media):
    (home / "blank.txt").write_bytes(b"   \n\n")
    (home / "blank.docx").write_bytes(word())
    (home / "clip.mp4").write_bytes(media["mp4"])
    assert "no text" in await told(inputs, home / "blank.txt")
    assert "no text" in await told(inputs, home / "blank.docx")
    assert "not a text document" in await told(inputs, home / "clip.mp4")


SAMPLES = {"txt": "Grüße 城市".encode(), "html": ARTICLE.encode(), "docx": word(), "pdf": pdf("Hello there")}


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from(sorted(SAMPLES)))
def test_no_damage_makes_a_reader_fail_in_any_other_way(data, extension):
    body = bytearray(SAMPLES[extension])
    for at in data.draw(st.lists(st.integers(0, len(body) - 1), min_size=1, max_size=10)):
        body[at] = data.draw(st.integers(0, 255))
    try:
        assert read_document(io.BytesIO(bytes(body)), extension, f"a.{extension}", limits=Limits())
    except AiToVideoError as refusal:
        assert str(refusal) and refusal.hint
