"""A brief as a Word document, to be worked on: an outline, and each citation a link to the exact words."""

import subprocess
from base64 import b64encode

from lxml import html
from lxml.html import HtmlElement

from detente.errors import MissingPartError
from detente.views.brief_parts import Brief
from detente.views.charts import Chart
from detente.views.drawing import png_of
from detente.views.render import render_html

_ONLY_ON_SCREENS = (
    "//nav | //style | //title | //*[contains(@class, 'skip')] | //ul[contains(@class, 'quotes')] | //details"
)
_LAID_OUT = (
    "//*[@class and contains('entries parts matters words steps said', @class)] | //ol[contains(@class, 'entries')]"
)
"""Lists on a page only for their looks; in a document their points would be numbered."""
_SAME_DAY = {"SOURCE_DATE_EPOCH": "0"}
"""The day that is written into a document: two runs give the same bytes."""


def render_docx(brief: Brief) -> bytes:
    """The brief as a Word document; MissingPartError tells what to install where it cannot be made."""
    try:
        # what it stands on is large, and without a document of this kind nobody needs it
        import pypandoc  # noqa: PLC0415

        pandoc = pypandoc.get_pandoc_path()
    except (ImportError, OSError) as error:
        raise MissingPartError(
            "A Word document is made by Pandoc, which is not here. Install it with: pip install 'detente[docx]'"
        ) from error
    # it can read no file and ask no other machine
    made = subprocess.run(  # noqa: S603 - the program is the package's own, and the page comes by its input
        [pandoc, "--sandbox", "--from=html", "--to=docx", "--output=-"],
        input=word_html(brief).encode(),
        env=_SAME_DAY,
        capture_output=True,
        check=True,
    )
    return made.stdout


def word_html(brief: Brief) -> str:
    """The page that the document is made from."""
    page = html.document_fromstring(render_html(brief, _in_dots, has_dark=False))
    for gone in page.xpath(_ONLY_ON_SCREENS):
        gone.drop_tree()
    for image in page.xpath("//img"):
        image.set("style", "width: 16cm")
    for listed in page.xpath(_LAID_OUT):
        listed.tag = "div"
        for item in listed.findall("li"):
            item.tag = "div"
    for main in page.xpath("//main"):
        # the converter would read nothing beside it, and so no title
        main.drop_tag()
    for apart in page.xpath("//*[@class='meta']/*[position() > 1]"):
        before = apart.getprevious()
        before.tail = "; " + (before.tail or "").lstrip()
    for bold in page.xpath("//*[contains(@class, 'head') or @class='day' or @class='status']"):
        _embolden(bold)
    return str(html.tostring(page, encoding="unicode", doctype="<!DOCTYPE html>"))


def _in_dots(chart: Chart, _: str) -> str:
    """An address that holds the picture itself, in a form that old readers can show."""
    return f"data:image/png;base64,{b64encode(png_of(chart)).decode()}"


def _embolden(element: HtmlElement) -> None:
    strong = html.Element("strong")
    strong.text, element.text = element.text, None
    for child in list(element):
        if "cites" in (child.get("class") or ""):
            break
        strong.append(child)
    element.insert(0, strong)
