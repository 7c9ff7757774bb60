"""How much script a browser must have before the web client starts: the entry and all it imports at once."""

import gzip
import re

ENTRY = re.compile(r'<script[^>]*\btype="module"[^>]*\bsrc="([^"]+)"|<link[^>]*\brel="modulepreload"[^>]*\bhref="([^"]+)"')
IMPORT = re.compile(r'(?:\bfrom|\bimport)\s*["\'](\.[^"\']+\.js)["\']')


def initial_js_kb(dist):
    """gzip -9, in units of 1,000 bytes, of every script in the static import graph of index.html."""
    page = (dist / "index.html").read_text()
    waiting = [dist / (a or b).lstrip("/") for a, b in ENTRY.findall(page)]
    if not waiting:
        raise RuntimeError(f"{dist}/index.html names no module")
    seen, total = set(), 0
    while waiting:
        script = waiting.pop().resolve()
        if script in seen:
            continue
        seen.add(script)
        code = script.read_bytes()
        total += len(gzip.compress(code, 9, mtime=0))
        waiting += [script.parent / name for name in IMPORT.findall(code.decode())]
    return total / 1000
