"""What the checks share: finding source files, and reading C++ without its comments and strings."""
import os
import re
import sys
from pathlib import Path

NOT_OURS = {".git", "build", "node_modules", "dist", "corpus", "__pycache__"}
CPP = (".cpp", ".hpp", ".ipp")
TOKEN = re.compile(
    r'R"(?P<end>[^(\s]*)\((?:.|\n)*?\)(?P=end)"'  # raw string
    r"|\"(?:\\.|[^\"\\\n])*\"|(?<!\w)'(?:\\.|[^'\\\n])*'"  # string, character (not 10'000)
    r"|(?P<comment>//[^\n]*|/\*(?:.|\n)*?\*/)"
)


def root():
    """The tree to look at: the argument, or the one this file is in."""
    return Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent


def files(top, folder, suffixes):
    """Our files below `folder` with one of these endings, as paths relative to `top`."""
    for here, folders, names in os.walk(top / folder):
        folders[:] = sorted(name for name in folders if name not in NOT_OURS)
        for name in sorted(names):
            if name.endswith(suffixes):
                yield (Path(here) / name).relative_to(top)


def is_test(path):
    return path.stem.endswith(("_test", "_fuzz")) or path.parts[0] == "tests"


def blank(text):
    """The same length and lines, in spaces."""
    return re.sub(r"[^\n]", " ", text)


def without_comments(text):
    return TOKEN.sub(lambda m: blank(m[0]) if m["comment"] else m[0], text)


def code_only(text):
    """Without comments and without what stands in quotes (the quotes stay)."""
    return TOKEN.sub(lambda m: blank(m[0]) if m["comment"] else '"' + blank(m[0][1:-1]) + '"', text)


def line_of(text, at):
    return text.count("\n", 0, at) + 1


def finish(problems):
    """Prints what is wrong and ends the program accordingly."""
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)
