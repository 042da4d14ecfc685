"""What the head of an HTML page says of it: title, outlet, author, language, day, address. Nothing is believed blindly.

Values are stripped of control characters and bounded in length; addresses must be http(s). A day is taken as written,
in the page's own time zone.
"""

import datetime
import json
import re
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urlsplit

from lxml import html
from msgspec import Struct

_LONGEST: Final = 300
_LARGEST_JSON: Final = 2_000_000
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200d\u2028-\u202e\u2060-\u2069\ufeff]+")
_ISO: Final = re.compile(r"\s{0,4}(\d{4})-(\d{2})-(\d{2})(?!\d)")
_COMPACT: Final = re.compile(r"\s{0,4}(\d{4})(\d{2})(\d{2})(?:T?\d{0,6}Z?)?\s{0,4}$")
_ARTICLE: Final = re.compile(r"(?:Article|Posting|Report|BlogPost|Statement|Review|Opinion|CreativeWork)$")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$")
_BARE_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,10});")

_DAY_TAGS: Final = (
    "article:published_time", "og:article:published_time", "og:published_time", "article.published", "datepublished",
    "date.published", "publishdate", "publish-date", "publish_date", "publication_date", "published_time", "pubdate",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date",
    "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "citation_publication_date", "originalpublicationdate", "date",
)  # fmt: skip
_TITLE_TAGS: Final = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "headline",
    "parsely-title",
    "sailthru.title",
)
_OUTLET_TAGS: Final = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "publisher",
    "citation_publisher",
    "al:ios:app_name",
)
_AUTHOR_TAGS: Final = (
    "author",
    "article:author_name",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "parsely-author",
    "sailthru.author",
    "article:author",
    "citation_author",
)


class Metadata(Struct, frozen=True):
    """What the page's head says. `day_from` names where the day stands."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    language: str | None = None
    day: str | None = None
    day_from: str | None = None
    url: str | None = None
    page_title: str | None = None


def metadata(tree: html.HtmlElement) -> Metadata:
    """Read the head, the JSON-LD and the <time> elements of a page."""
    tags: dict[str, str] = {}
    for node in tree.iter("meta"):
        key = (node.get("property") or node.get("name") or node.get("itemprop") or "")[:60].strip().lower()
        value = clean(node.get("content"))
        if key and value:
            tags.setdefault(key, value)
    article = _article(tree)
    day, day_from = published_day(tree, tags, article)
    return Metadata(
        title=_first(tags, _TITLE_TAGS) or clean(article.get("headline")) or _title(tree),
        outlet=_first(tags, _OUTLET_TAGS) or _name(article.get("publisher")),
        author=_author(tags, article),
        language=_language(tree, tags),
        day=day,
        day_from=day_from,
        url=_url(tree, tags),
        page_title=_title(tree),
    )


def clean(value: object, longest: int = _LONGEST) -> str | None:
    """One line of at most `longest` characters without control characters; None for anything else."""
    if not isinstance(value, str):
        return None
    short = value[: longest * 4]
    if _BARE_ENTITY.search(short):
        # Entities that were escaped twice; unescaping text cannot expand more than its own length.
        import html as entities

        short = entities.unescape(short)
    flat = " ".join(_CONTROL.sub(" ", short).split())
    return flat[:longest].strip() or None


def iso_day(value: object) -> str | None:
    """The calendar day at the head of an ISO 8601 time, as written."""
    if not isinstance(value, str):
        return None
    match = _ISO.match(value[:40]) or _COMPACT.match(value[:40])
    if not match:
        return None
    try:
        day = datetime.date(*map(int, match.groups()))
    except ValueError:
        return None
    return day.isoformat() if 1900 <= day.year <= 2100 else None


def _first(tags: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((tags[name] for name in names if name in tags), None)


def _title(tree: html.HtmlElement) -> str | None:
    node = next(tree.iter("title"), None)
    return clean(node.text_content()[:2000]) if node is not None else None


def _article(tree: html.HtmlElement) -> dict[str, Any]:
    """The first JSON-LD object that is an article of some kind; others of the page (a list of teasers) are not it."""
    left = _LARGEST_JSON
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        words = script.text or ""
        left -= len(words)
        if left < 0:
            break
        try:
            data = json.loads(words.strip().strip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(data):
            kinds = item.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(name, str) and _ARTICLE.search(name[:80]) for name in names):
                return item
    return {}


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    """The objects at the top of a JSON-LD document: itself, its list, its graph, its main entity."""
    queue = [data]
    for _ in range(200):
        if not queue:
            return
        item = queue.pop(0)
        if isinstance(item, list):
            queue.extend(item[:50])
        elif isinstance(item, dict):
            yield item
            queue.extend(item[key] for key in ("@graph", "mainEntity") if isinstance(item.get(key), list | dict))


def _name(value: Any) -> str | None:
    for _ in range(4):
        if isinstance(value, list) and value:
            value = value[0]
        elif isinstance(value, dict):
            value = value.get("name")
        else:
            break
    return clean(value)


def _author(tags: dict[str, str], article: dict[str, Any]) -> str | None:
    listed = article.get("author")
    people = [name for item in (listed if isinstance(listed, list) else [listed])[:20] if (name := _name(item))]
    people = [name for name in people if not _is_address(name)]
    if people:
        return clean(", ".join(dict.fromkeys(people)))
    for name in _AUTHOR_TAGS:
        if name in tags and not _is_address(tags[name]):
            return re.sub(r"^[Bb]y\s", "", tags[name])
    return None


def _is_address(name: str) -> bool:
    return "://" in name or name.startswith(("www.", "/", "@")) or ("." in name and " " not in name)


def _language(tree: html.HtmlElement, tags: dict[str, str]) -> str | None:
    for value in (
        tree.get("lang"),
        tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
        tree.get("xml:lang"),
        tags.get("og:locale"),
        tags.get("content-language"),
        tags.get("language"),
    ):
        if value and _LANGUAGE.match(value.strip()[:20]):
            return re.split("[-_]", value.strip().lower())[0]
    return None


def published_day(
    tree: html.HtmlElement, tags: dict[str, str], article: dict[str, Any]
) -> tuple[str | None, str | None]:
    """The page's own data for machines give the day of publication: its head, its JSON-LD or a marked time element."""
    day = iso_day(article.get("datePublished"))
    if day:
        return day, "JSON-LD datePublished"
    for name in _DAY_TAGS:
        day = iso_day(tags.get(name))
        if day:
            return day, f"meta {name}"
    timed = [node for node in tree.iter("time") if iso_day(node.get("datetime"))][:200]
    for node in timed:
        names = f"{node.get('itemprop') or ''} {node.get('class') or ''}".lower()
        if "publish" in names or node.get("pubdate") is not None:
            return iso_day(node.get("datetime")), "time element marked as published"
    for node in tree.iter("span", "div", "p", "abbr", "i", "em", "td"):
        if (node.get("itemprop") or "").lower() == "datepublished":
            day = iso_day(node.get("content") or node.get("datetime") or node.get("title"))
            if day:
                return day, "itemprop datePublished"
    stamps = {iso_day(node.get("datetime")) for node in timed}
    if len(stamps) == 1:
        return stamps.pop(), "the page's only time element" if len(timed) == 1 else "all time elements of the page"
    return None, None


def _url(tree: html.HtmlElement, tags: dict[str, str]) -> str | None:
    links = [node.get("href") for node in tree.iter("link") if "canonical" in (node.get("rel") or "").lower()]
    for value in (*links, tags.get("og:url")):
        flat = clean(value, 2000)
        if not flat or " " in flat:
            continue
        try:
            parts = urlsplit(flat)
        except ValueError:
            continue
        if parts.scheme in {"http", "https"} and parts.hostname and "@" not in parts.netloc:
            return flat
    return None
