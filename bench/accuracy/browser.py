"""Draws pages with one headless Chromium, told what to do over the DevTools protocol.

Refuses to fetch anything: pages are handed over as text and fonts come from the machine.
"""

import asyncio
import base64
import re
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import aiohttp
from PIL import Image

from bench.accuracy.layouts.page import Page
from bench.accuracy.words import DrawnWord, tightened
from dev.errors import DevError

_CHROMIUM = "/usr/bin/chromium"
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--font-render-hinting=none",
    "--remote-debugging-port=0",
)
_START_S = 60.0
_ANSWER_S = 120.0
_LARGEST_MESSAGE = 512 * 2**20
_WORDS = """
(() => {
  const words = [], zoom = parseFloat(document.body.style.zoom), range = document.createRange();
  const box = (node, start, end) => {
    range.setStart(node, start); range.setEnd(node, end);
    return range.getBoundingClientRect();
  };
  const add = (node, start, end) => {
    const {left, top, right, bottom} = box(node, start, end);
    const line = parseFloat(getComputedStyle(node.parentElement).lineHeight) * zoom;  // a font may be higher than its line
    const over = line < bottom - top ? (bottom - top - line) / 2 : 0;
    if (right > left) words.push([node.data.slice(start, end), left, top + over, right, bottom - over]);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, style = getComputedStyle(node.parentElement);
    const isTurned = style.display === "inline-block" && style.transform !== "none";  // as one piece, without a break
    for (const match of node.data.matchAll(/\\S+/g)) {
      let start = match.index;
      const end = start + match[0].length;
      for (let at = start + 1; at < end && !isTurned; at++) {
        const step = box(node, at, at + 1).top - box(node, start, start + 1).top;  // upwards into the next column of text
        if (Math.abs(step) > 3) { add(node, start, at); start = at; }
      }
      add(node, start, end);
    }
  }
  return words;
})()
"""
_DRAWN = "document.fonts.ready.then(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))))"
_SETTLED = """
new Promise(resolve => {
  const look = () => window.innerWidth === %s
    ? requestAnimationFrame(() => requestAnimationFrame(resolve)) : requestAnimationFrame(look);
  look();
})
"""
_SIZE = "[document.documentElement.scrollWidth, Math.ceil(document.documentElement.getBoundingClientRect().height)]"


@dataclass(frozen=True)
class Drawing:
    """A page as picture, with every word on it."""

    picture: Image.Image
    words: tuple[DrawnWord, ...]


class Browser:
    """One tab of a running Chromium."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._last_id = 0
        self._session: str | None = None
        self._frame = ""

    async def open_tab(self) -> None:
        """Open the tab in which everything is drawn."""
        target = await self._call("Target.createTarget", url="about:blank")
        attached = await self._call("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self._session = attached["sessionId"]
        await self._call("Page.enable")
        tree = await self._call("Page.getFrameTree")
        self._frame = tree["frameTree"]["frame"]["id"]

    async def draw(self, page: Page, scale: float) -> Drawing:
        """Return the whole page at `scale` pixels for each CSS pixel."""
        await self._show(page, scale)
        width, height = await self._evaluate(_SIZE)
        await self._resize(width, height)
        width, height = await self._evaluate(_SIZE)
        words = [DrawnWord(*entry) for entry in await self._evaluate(_WORDS)]
        clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}
        shot = await self._call("Page.captureScreenshot", format="png", clip=clip)
        picture = Image.open(BytesIO(base64.b64decode(shot["data"])), formats=["PNG"]).convert("RGB")
        return Drawing(picture, tuple(tightened(words, picture)))

    async def print_pdf(self, page: Page) -> bytes:
        """Return the page as a PDF of text, the same bytes every time."""
        await self._show(page, 1.0)
        printed = await self._call(
            "Page.printToPDF", printBackground=True, preferCSSPageSize=True, generateTaggedPDF=False
        )
        data = base64.b64decode(printed["data"])
        return re.sub(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}", rb"\g<1>20200101000000", data)

    async def _show(self, page: Page, scale: float) -> None:
        await self._resize(round(page.width * scale))
        await self._call("Page.setDocumentContent", frameId=self._frame, html=page.html)
        # A device scale factor would do as well, but Chromium keeps metrics of fonts from page to page without heeding it:
        # lines then move by a pixel depending on what was drawn before.
        await self._evaluate(f"document.body.style.zoom = {scale}")
        await self._evaluate(_DRAWN)

    async def _resize(self, width: int, height: int = 600) -> None:
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        await self._call("Emulation.setDeviceMetricsOverride", **metrics)
        await self._evaluate(_SETTLED % width)

    async def _evaluate(self, expression: str) -> Any:  # noqa: ANN401 - whatever the page answers
        answer = await self._call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        return answer["result"].get("value")

    async def _call(self, method: str, **parameters: object) -> dict[str, Any]:
        self._last_id += 1
        message: dict[str, object] = {"id": self._last_id, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        await self._socket.send_json(message)
        async with asyncio.timeout(_ANSWER_S):
            while True:
                answer = await self._socket.receive_json()
                if answer.get("id") == self._last_id:
                    break
        if "error" in answer:
            raise DevError(f"Chromium refused {method}: {answer['error']}", "apt-get install chromium")
        result: dict[str, Any] = answer["result"]
        return result


@asynccontextmanager
async def running_browser() -> AsyncIterator[Browser]:
    """Start Chromium with a profile of its own, give it, and end it."""
    with tempfile.TemporaryDirectory(prefix="bench-chromium-", ignore_cleanup_errors=True) as profile:
        program = await asyncio.create_subprocess_exec(
            _CHROMIUM,
            *_FLAGS,
            f"--user-data-dir={profile}",
            "about:blank",
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            address = await _address(Path(profile))
            async with (
                aiohttp.ClientSession() as http,
                http.ws_connect(address, max_msg_size=_LARGEST_MESSAGE) as socket,
            ):
                browser = Browser(socket)
                await browser.open_tab()
                yield browser
        finally:
            with suppress(ProcessLookupError):
                program.terminate()
            await program.wait()


async def _address(profile: Path) -> str:
    port_file = profile / "DevToolsActivePort"
    async with asyncio.timeout(_START_S):
        while True:
            lines = port_file.read_text().split("\n") if port_file.exists() else []
            if len(lines) > 1:
                return f"ws://127.0.0.1:{lines[0]}{lines[1]}"
            await asyncio.sleep(0.05)
