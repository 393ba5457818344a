"""Every baked picture, opened with programs that know nothing of accolade."""

import io
import itertools
import json
import zlib

import openbadges_bakery
import png
import pytest
from example import AWARDS, FOLDER
from lxml import etree
from PIL import Image, ImageChops, ImageStat

SVG = "{http://www.w3.org/2000/svg}"
OB3 = "{https://purl.imsglobal.org/ob/v3p0}"
PNGS = [it for it in AWARDS if (it.folder / "badge.png").exists()]
SVGS = [it for it in AWARDS if (it.folder / "badge.svg").exists()]


def texts(data):
    """Keyword, compression flag and text of each iTXt chunk, in order, read with pypng."""
    for kind, content in png.Reader(bytes=data).chunks():
        if kind == b"iTXt":
            keyword, rest = content.split(b"\0", 1)
            compressed, method = rest[0], rest[1]
            assert method == 0
            _language, _translated, text = rest[2:].split(b"\0", 2)
            yield keyword.decode("latin-1"), compressed, zlib.decompress(text) if compressed else text


def test_every_award_has_its_pictures():
    assert len(PNGS) == len(AWARDS) >= 60
    with_svg = {path.parent.name for path in FOLDER.glob("badges/*/image.svg")}
    assert {it.id for it in SVGS} == {
        it.id for it in AWARDS if it.document["credentialSubject"]["achievement"]["id"].split("/")[-2] in with_svg
    }


@pytest.mark.parametrize("award", PNGS, ids=lambda it: it.id)
def test_png_by_pypng(award):
    found = list(texts((award.folder / "badge.png").read_bytes()))
    assert [keyword for keyword, *_ in found if keyword == "openbadgecredential"] == ["openbadgecredential"]
    ((_, compressed, text),) = [it for it in found if it[0] == "openbadgecredential"]
    assert compressed == 0
    assert text == award.bytes or json.loads(text) == award.document


@pytest.mark.parametrize("award", PNGS, ids=lambda it: it.id)
def test_png_by_pillow(award):
    with Image.open(award.folder / "badge.png") as picture:
        picture.load()
        assert picture.size[0] == picture.size[1] >= 90
        assert json.loads(picture.text["openbadgecredential"]) == award.document


@pytest.mark.parametrize("award", PNGS, ids=lambda it: it.id)
def test_png_by_openbadges_bakery(award):
    """It takes the Open Badges 2.0 assertion out of the same file. A revoked award has none: only a stub."""
    with (award.folder / "badge.png").open("rb") as picture:
        found = openbadges_bakery.unbake(picture)
    if award.ought() == "revoked":
        assert found is None
    else:
        assert json.loads(found) == json.loads((award.folder / "assertion.json").read_bytes())


@pytest.mark.parametrize("award", SVGS, ids=lambda it: it.id)
def test_svg_by_lxml(award):
    root = etree.fromstring((award.folder / "badge.svg").read_bytes(), etree.XMLParser(strip_cdata=False, no_network=True))
    assert root.tag == f"{SVG}svg"
    (found,) = root.iter(f"{OB3}credential")
    assert root[0] is found, "directly after the start tag"
    assert "verify" not in found.attrib
    assert json.loads(found.text) == award.document
    assert b"<![CDATA[" in etree.tostring(found)


def seen(path, side=200):
    """What one sees of a picture on white paper, at a size."""
    with Image.open(path) as picture:
        paper = Image.new("RGBA", picture.size, "white")
        paper.alpha_composite(picture.convert("RGBA"))
        return paper.convert("RGB").resize((side, side), Image.Resampling.LANCZOS)


def apart(one, other):
    """How far two pictures are apart, on average over the pixels: 0 to 255."""
    return max(ImageStat.Stat(ImageChops.difference(one, other)).mean)


@pytest.mark.parametrize("award", PNGS, ids=lambda it: it.id)
def test_the_picture_is_that_of_the_badge(award):
    """Baking adds a text and changes nothing that one sees."""
    badge = award.document["credentialSubject"]["achievement"]["id"].split("/")[-2]
    assert apart(seen(award.folder / "badge.png"), seen(FOLDER / "badges" / badge / "image.png")) < 2


def test_pictures_of_badges_are_told_apart():
    """So that the comparison above can fail."""
    plain = [seen(path) for path in sorted(FOLDER.glob("badges/*/image.png"))[:6]]
    assert all(apart(one, other) > 4 for one, other in itertools.combinations(plain, 2))


def test_unbaking_can_fail():
    """A picture that was not baked holds nothing."""
    plain = next(FOLDER.glob("badges/*/image.png")).read_bytes()
    assert not [it for it in texts(plain) if it[0].startswith("openbadge")]
    assert openbadges_bakery.unbake(io.BytesIO(plain)) is None
