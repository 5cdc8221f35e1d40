"""The program, run as a user would, for tests of what comes out of it. PAIBAN names it."""

import functools
import json
import os
import subprocess
from pathlib import Path

PAIBAN = os.environ["PAIBAN"]
TREE = Path(__file__).resolve().parents[2]
IS_SANITIZED = b"__asan_init" in Path(PAIBAN).read_bytes()  # then nothing may be loaded before it, and it answers some signals
ISSUE = TREE / "issues" / "12184" / "issue.xml"
AS_PRINTED = ISSUE.with_name("as-printed.xml")


def plain_environment(**more):
    """The environment without what a user's may say of language, zone and data."""
    return {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "TZ", "PAIBAN"))} | more


def run(*words, cwd=None, **environment):
    return subprocess.run([PAIBAN, *map(str, words)], capture_output=True, cwd=cwd, env=plain_environment(**environment),
                          stdin=subprocess.DEVNULL, timeout=300, check=False)


@functools.cache
def rendered(issue, form, *words):
    """The bytes of a whole rendering, made once."""
    ended = run("render", issue, "--format", form, "-o", "-", *words)
    if ended.returncode != 0:
        raise AssertionError(ended.stderr.decode(errors="replace"))
    return ended.stdout


@functools.cache
def trace(issue):
    """The first page of the trace."""
    return json.loads(rendered(issue, "trace"))["pages"][0]
