"""A brief on paper: each quote a footnote on the page that needs it, numbered pages, an outline."""

from importlib.resources import files

from lxml import html
from lxml.html import HtmlElement

from detente.errors import MissingPartError
from detente.views.brief_parts import Brief, Citation
from detente.views.render import render_html

LONGEST_NOTE = 320
"""Letters of a quote in a footnote; the report has the rest."""
_ONLY_ON_SCREENS = (
    "//nav | //*[contains(@class, 'skip')] | //section[@id='quotes'] | //ul[contains(@class, 'quotes')]"
    " | //figure//details"
)


def render_pdf(brief: Brief) -> bytes:
    """The brief as PDF; MissingPartError tells what to install where it cannot be made."""
    try:
        # what it stands on may be missing, and without a PDF nobody needs it
        from weasyprint import HTML  # noqa: PLC0415
        from weasyprint.urls import URLFetcher  # noqa: PLC0415
    except (ImportError, OSError) as error:
        raise MissingPartError(
            "A PDF is made by WeasyPrint, which is not (wholly) here. Install it with: pip install 'detente[pdf]', "
            "and what it stands on, on Debian with: apt-get install libpango-1.0-0 libpangoft2-1.0-0"
        ) from error
    # nothing is fetched but the picture that the page brings along
    page = HTML(string=paper_html(brief), url_fetcher=URLFetcher(allowed_protocols=("data",)))
    return bytes(page.write_pdf())


def paper_html(brief: Brief) -> str:
    """The page that the PDF is made from."""
    page = html.document_fromstring(render_html(brief, has_dark=False))
    for gone in page.xpath(_ONLY_ON_SCREENS):
        gone.drop_tree()
    style = html.Element("style")
    style.text = (files("detente.views") / "templates" / "paper.css").read_text(encoding="utf-8")
    # behind the brief's own, so that it prevails
    page.xpath("//head")[0].append(style)
    by_number = {str(c.number): c for c in brief.citations}
    told: set[str] = set()
    for call in page.xpath("//a[contains(@class, 'cite')]"):
        number = call.get("href", "").removeprefix("#q")
        if number in by_number and number not in told:
            told.add(number)
            call.addnext(_note(by_number[number]))
        call.set("href", f"#n{number}")
    return str(html.tostring(page, encoding="unicode", doctype="<!DOCTYPE html>"))


def _note(citation: Citation) -> HtmlElement:
    """A footnote; its tail takes over what stood behind the call."""
    note = html.Element("span", {"class": "footnote", "id": f"n{citation.number}"})
    exact = " ".join(citation.exact.split())
    shown = exact if len(exact) <= LONGEST_NOTE else exact[:LONGEST_NOTE].rpartition(" ")[0] + " …"
    note.text = f"[{citation.number}] “{shown}” "
    source = html.Element("a", {"href": f"#r{citation.source.number}"})
    source.text = f"{citation.source.outlet}, {citation.source.day}"
    note.append(source)
    return note
