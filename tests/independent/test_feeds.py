"""Feed, sitemap, robots: read by others, and held to their rules."""

import re
from datetime import datetime
from pathlib import Path
from urllib.robotparser import RobotFileParser

import feedparser
from example import AWARDS, BASE, FOLDER, NOW
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def published(address):
    """The file at an address of the site."""
    path = FOLDER / address.removeprefix(BASE).split("#")[0]
    return path / "index.html" if path.is_dir() else path


def test_feedparser_has_nothing_to_complain_about():
    feed = feedparser.parse((FOLDER / "feed.xml").read_bytes())
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    assert feed.feed.title and feed.feed.id and feed.feed.updated_parsed
    assert feed.entries


def test_the_feed_is_what_rfc_4287_asks_for():
    feed = etree.fromstring((FOLDER / "feed.xml").read_bytes())
    assert feed.tag == f"{ATOM}feed"
    for holder in [feed, *feed.iter(f"{ATOM}entry")]:
        for name in ("id", "title", "updated"):
            assert len(holder.findall(ATOM + name)) == 1, name
        assert RFC3339.fullmatch(holder.findtext(f"{ATOM}updated"))
        assert datetime.fromisoformat(holder.findtext(f"{ATOM}updated")) <= NOW
        assert re.match(r"(https?|urn|tag):", holder.findtext(f"{ATOM}id"))
        if holder is not feed:
            assert holder.find(f"{ATOM}author") is not None or feed.find(f"{ATOM}author") is not None
            assert holder.find(f"{ATOM}content") is not None or holder.find(f"{ATOM}link") is not None
    ids = [it.text for it in feed.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids))
    links = {it.get("rel", "alternate"): it.get("href") for it in feed.findall(f"{ATOM}link")}
    assert links["self"] == f"{BASE}feed.xml"
    for link in feed.iter(f"{ATOM}link"):
        assert published(link.get("href")).is_file(), link.get("href")


def test_the_sitemap_satisfies_its_schema():
    schema = etree.XMLSchema(etree.parse(Path(__file__).with_name("sitemap.xsd")))
    schema.assertValid(etree.fromstring((FOLDER / "sitemap.xml").read_bytes()))


def test_the_sitemap_lists_every_award_and_nothing_that_is_not_there():
    places = [it.text for it in etree.fromstring((FOLDER / "sitemap.xml").read_bytes()).iter(f"{SITEMAP}loc")]
    assert len(places) == len(set(places))
    assert all(it.startswith(BASE) and published(it).is_file() for it in places)
    listed = set(places)
    assert all(f"{BASE}assertions/{it.id}/" in listed for it in AWARDS)


def test_robots_may_come_and_find_the_sitemap():
    robots = RobotFileParser()
    robots.parse((FOLDER / "robots.txt").read_text(encoding="utf-8").splitlines())
    assert robots.can_fetch("*", BASE)
    assert robots.site_maps() == [f"{BASE}sitemap.xml"]
