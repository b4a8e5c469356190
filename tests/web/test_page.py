"""The page in a real Chromium: what a person does, what assistive tools find, what malicious text can do."""

import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from sumber import Record, read
from sumber.api import read_sources
from sumber.desk.desk import Desk
from sumber.page.document import Document
from sumber.samples import DEMO
from sumber.web.files import STATIC, is_built

from .conftest import REPORTS

try:
    from playwright.sync_api import expect
except ImportError:  # then these tests are skipped
    expect = None

ROOT = Path(__file__).parents[2]
AXE = ROOT / "web/node_modules/axe-core/axe.min.js"


def _tools() -> Any:
    """Return web/screenshots.py, which knows how to serve a desk and how to start a Chromium; None if it cannot."""
    if importlib.util.find_spec("playwright") is None:
        return None
    spec = importlib.util.spec_from_file_location("screenshots", ROOT / "web/screenshots.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["screenshots"] = module
    spec.loader.exec_module(module)
    return module


TOOLS = _tools()
pytestmark = [
    pytest.mark.skipif(not is_built(), reason="the page is not built: python web/build.py"),
    pytest.mark.skipif(TOOLS is None, reason="playwright is not installed"),
    pytest.mark.skipif(TOOLS is not None and TOOLS.chromium() is None, reason="there is no Chromium"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]
SCREENS = (
    "desk", "story", "article", "provenance", "name", "names", "map", "search", "sources", "source", "quality",
)  # fmt: skip
NASTY = "👩‍👩‍👧 <script>window.pwned = 1</script><img src=x onerror='window.pwned = 2'> \u202egnipnem\u202c {@html 1} "


@pytest.fixture(scope="module")
def desk_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "pagi.sumber"
    nasty = Document(
        id="nasty", outlet='"><script>window.pwned=3</script>', published="2025-06-14", language="id",
        url="javascript:window.pwned=4", title=NASTY,
        text=f'{NASTY}\n\n{NASTY}"Kami 🙏 siap," kata Bupati Belu, Sri Lestari, Sabtu (14/6/2025). \n',
    )  # fmt: skip
    with Desk.open(path) as desk:
        desk.add([*(read(report) for report in REPORTS), with_long_line(read(nasty))])
    return path


def with_long_line(record: Record) -> Record:
    """Return the record with a million letters more in its last line, without reading them."""
    article = record.article
    last = msgspec.structs.replace(article.blocks[-1], end=article.blocks[-1].end + 1_000_000)
    longer = msgspec.structs.replace(
        article,
        text=article.text[: article.blocks[-1].end] + "a" * 1_000_000,
        blocks=(*article.blocks[:-1], last),
    )
    return msgspec.structs.replace(record, article=longer)


@pytest.fixture(scope="module")
def base(desk_path: Path) -> Iterator[str]:
    with TOOLS.served(desk_path) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=TOOLS.chromium(), args=TOOLS.FLAGS)
        yield opened
        opened.close()


class Watched:
    """A page, with all that it complains of and all that it asks for."""

    def __init__(self, browser: Any, base: str, **options: Any) -> None:
        options = {"viewport": {"width": 1280, "height": 860}, "locale": "en", **options}
        self.context = browser.new_context(**options, permissions=["clipboard-read", "clipboard-write"])
        self.page = self.context.new_page()
        self.base = base
        self.complaints: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self._told(message.type, message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("response", lambda answer: self._answered(answer.status, answer.url))

    def _answered(self, status: int, url: str) -> None:
        if status >= 400:
            self.complaints.append(f"{status} {url}")

    def _told(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(text)

    def open(self, path: str) -> Any:
        TOOLS.visit(self.page, self.base + path)
        return self.page


@pytest.fixture
def watched(browser: Any, base: str) -> Iterator[Watched]:
    made = Watched(browser, base)
    yield made
    made.context.close()
    assert made.complaints == []
    assert [url for url in made.asked if not url.startswith((base, "data:"))] == []


@pytest.fixture(scope="module")
def addresses(desk_path: Path) -> dict[str, str]:
    found: dict[str, str] = TOOLS.screens(desk_path)
    return found


def violations(page: Any) -> list[str]:
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations)")
    return [
        f"{each['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
        for each in found
        for node in each["nodes"]
    ]


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed: python web/build.py --dev")
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize(("scheme", "width", "lang"), [("light", 1280, "en"), ("dark", 380, "id")])
def test_assistive_tools_find_nothing_wrong(
    browser: Any, base: str, addresses: dict[str, str], screen: str, scheme: str, width: int, lang: str
) -> None:
    watched = Watched(
        browser, base, color_scheme=scheme, viewport={"width": width, "height": 800}, locale=lang
    )
    # axe is put in by the test, which the page's own policy would rightly refuse from a page
    page = watched.open(addresses[screen])
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []
    assert page.title() != "Sumber"
    assert watched.complaints == []
    watched.context.close()


def test_who_was_first_and_the_sentence_in_two_clicks(watched: Watched) -> None:
    page = watched.open("/?least=2")
    page.locator("h2 > a.story", has_text="Nota di Dili").first.click()
    first = page.locator("section.first")
    assert "Harian Lorosae" in first.inner_text()
    first.locator("a").first.click()
    page.wait_for_selector(".at")
    assert "Ratna Wiryawan" in "".join(page.locator(".at").all_inner_texts())


def test_text_and_record_point_at_each_other(watched: Watched) -> None:
    page = watched.open("/articles/lorosae")
    page.locator("article.finding.says").first.click()
    words = page.locator('.text .lit[data-ids~="s1"]')
    assert "Kami sepakat" in "".join(words.all_inner_texts())
    page.keyboard.press("Escape")
    page.locator('.text [data-ids~="s1"].m-says').first.click()
    assert "chosen" in (page.locator("#card-s1").get_attribute("class") or "")
    assert "f=s1" in page.url


def test_keys_walk_accept_reject_and_undo(watched: Watched) -> None:
    page = watched.open("/articles/kupang")
    count = page.locator("article.finding.says").count()
    page.keyboard.press("j")
    assert "f=s1" in page.url
    page.keyboard.press("r")
    expect(page.locator("article.finding.says")).to_have_count(count - 1)
    page.keyboard.press("u")
    expect(page.locator("article.finding.says")).to_have_count(count)


def test_speaker_is_changed_by_keyboard(watched: Watched) -> None:
    page = watched.open("/articles/kupang?f=s1")
    page.keyboard.press("s")
    page.locator("dialog input").fill("Alarico Soares")
    page.keyboard.press("Enter")
    expect(page.locator("#card-s1 .who")).to_contain_text("Alarico")
    page.keyboard.press("u")
    expect(page.locator("#card-s1 .who")).to_contain_text("Ratna")


def test_what_was_set_aside_is_shown_with_its_reason(watched: Watched) -> None:
    page = watched.open("/articles/lorosae")
    assert "Harga Kopi Naik" not in page.locator(".text").inner_text()
    page.keyboard.press("f")
    page.wait_for_selector(".cut")
    assert "Harga Kopi Naik" in page.locator(".text").inner_text()
    assert "Baca juga" in page.locator(".cut .reason").first.inner_text()


def test_quotation_is_copied_with_its_citation(watched: Watched) -> None:
    page = watched.open("/articles/kupang?f=s1")
    page.keyboard.press("c")
    page.wait_for_selector(".toasts p")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "“Kami sepakat membuka kembali pos lintas batas di Motaain” — Ratna Wiryawan" in copied
    assert "Warta Kupang" in copied
    assert "12 Jun 2025" in copied


def test_offsets_are_right_behind_emoji(watched: Watched) -> None:
    page = watched.open("/articles/emoji?f=s1")
    assert "".join(page.locator('.text [data-ids~="s1"].m-says').all_inner_texts()).startswith("Kami 🙏 siap")


def test_malicious_text_does_nothing(watched: Watched) -> None:
    for path in ("/", "/articles/nasty", "/search?q=gnipnem", "/sources", "/names"):
        page = watched.open(path)
        assert page.evaluate("window.pwned") is None
        assert "\u202e" not in page.content()
        assert page.locator('a[href^="javascript"]').count() == 0
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page = watched.open("/articles/nasty?f=s1")
    said = "".join(page.locator('.text [data-ids~="s1"].m-says').all_inner_texts())
    assert "Kami 🙏 siap" in said


def test_first_load_is_small(watched: Watched) -> None:
    sizes: dict[str, int] = {}
    watched.page.on(
        "response", lambda answer: sizes.update({answer.url: int(answer.headers.get("content-length", 0))})
    )
    watched.open("/")
    assert 0 < sum(sizes.values()) <= 250_000, json.dumps(sizes, indent=1)


def test_a_pasted_report_comes_onto_the_desk(watched: Watched) -> None:
    page = watched.open("/")
    page.keyboard.press("n")
    page.locator("dialog textarea").fill(
        "Kebakaran Hanguskan Pasar Atas\n\nApi melalap Pasar Atas di Bukittinggi, Sabtu."
    )
    page.locator("dialog button.main").click()
    page.wait_for_selector("dialog li.done")
    page.locator("dialog li.done a").click()
    page.wait_for_selector(".text h1")
    assert "Pasar Atas" in page.locator(".text h1").inner_text()


def test_everything_can_be_reached_by_keyboard(watched: Watched) -> None:
    page = watched.open("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className").startswith("skip")
    for keys, path in (
        ("gs", "/search"),
        ("gn", "/names"),
        ("gm", "/map"),
        ("go", "/sources"),
        ("gq", "/quality"),
        ("gd", "/"),
    ):
        page.evaluate("document.activeElement.blur()")
        page.keyboard.type(keys)
        page.wait_for_url(f"**{path}")
        page.locator(".wait").first.wait_for(state="detached")
    page.keyboard.press("?")
    assert page.locator("dialog[open] kbd").first.is_visible()


def test_language_and_colours_are_kept(watched: Watched) -> None:
    page = watched.open("/")
    page.locator(".foot button").first.click()
    page.locator(".foot button").nth(1).click()
    page = watched.open("/quality")
    assert page.locator("h1").inner_text() == "Mutu"
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    assert page.evaluate("document.documentElement.lang") == "id"


def test_wrong_addresses_say_so(watched: Watched) -> None:
    page = watched.open("/no/such/page")
    assert "no such page" in page.locator("main").inner_text()
    page = watched.open("/articles/none")
    assert page.locator('[role="alert"]').is_visible()
    watched.complaints = [each for each in watched.complaints if "404" not in each]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    path = tmp_path_factory.mktemp("demo") / "demo.sumber"
    with Desk.open(path) as desk:
        desk.add(record for record in read_sources([str(DEMO)]) if isinstance(record, Record))
    with TOOLS.served(path) as address:
        yield address, path


def test_timeline_shows_status_without_colour(browser: Any, demo: tuple[str, Path]) -> None:
    base, path = demo
    with Desk.open(path) as desk:
        items = [
            (line.id, item.status)
            for line in desk.stories(limit=50).stories
            for item in desk.story(line.id).timeline
            if item.kind == "event"
        ]
    watched = Watched(browser, base)
    for status, sign in (
        ("planned", 'rect[fill="url(#hatch-planned)"]'),
        ("denied", 'path[stroke="var(--denied)"]'),
    ):
        story = next((story for story, found in items if found == status), None)
        if story is None:
            continue
        page = watched.open(f"/stories/{story}")
        assert page.locator(f".line {sign}").count() >= 1, status
    assert watched.complaints == []
    watched.context.close()


def test_a_line_of_the_provenance_opens_both_passages(browser: Any, demo: tuple[str, Path]) -> None:
    base, path = demo
    watched = Watched(browser, base)
    page = watched.open(TOOLS.screens(path)["provenance"].partition("?")[0])
    page.locator("g.edge.copies").first.focus()
    page.keyboard.press("Enter")
    page.locator(".pair mark").first.wait_for()
    left, right = page.locator(".pair").first.locator("mark").all_inner_texts()[:2]
    assert set(left.split()) & set(right.split())
    assert "edge=" in page.url
    assert watched.complaints == []
    watched.context.close()


def test_countries_are_areas_and_have_their_sentences(browser: Any, demo: tuple[str, Path]) -> None:
    base, _ = demo
    watched = Watched(browser, base)
    page = watched.open("/map")
    areas = page.locator('path.land[role="button"]')
    areas.first.wait_for()
    assert areas.count() >= 1
    assert page.locator('circle[aria-label^="Indonesia:"]').count() == 0
    page.locator("aside button.link").first.click()
    page.locator("aside li a").first.wait_for()
    page.locator("aside li a").first.click()
    page.locator(".text .at").first.wait_for()
    assert watched.complaints == []
    watched.context.close()


def test_page_never_puts_html_in() -> None:
    for path in (ROOT / "web/src").rglob("*.svelte"):
        assert "{@html" not in path.read_text("utf-8"), path


def test_built_page_names_no_other_host() -> None:
    allowed = ("http://www.w3.org/", "https://svelte.dev/")
    for path in STATIC.rglob("*"):
        if path.suffix in (".js", ".css", ".html"):
            text = path.read_text("utf-8")
            for scheme in ("http://", "https://"):
                for part in text.split(scheme)[1:]:
                    assert (scheme + part).startswith(allowed) or not part[0].isalnum(), (scheme + part)[:60]
