"""LibreOffice: a Word file as somebody sees it who opens it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pypdfium2

from tests.support.paper import normal


def as_pdf(files: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """Each Word file as a PDF, by the same name; one start of LibreOffice for all."""
    office = shutil.which("soffice")
    assert office, "LibreOffice is needed: apt-get install libreoffice-writer-nogui libreoffice-math-nogui"
    for name, data in files.items():
        (folder / name).write_bytes(data)
    command = [office, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(folder), *[str(folder / name) for name in files]],
        check=True,
        capture_output=True,
        timeout=600,
    )
    return {name: (folder / name).with_suffix(".pdf").read_bytes() for name in files}


def text(pdf: bytes) -> str:
    """All pages' words without footers."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [normal(page.get_textpage().get_text_range()) for page in document]
    document.close()
    return " ".join(page.partition(" Page ")[0] if "Page " in page else page for page in pages)
