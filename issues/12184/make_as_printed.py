#!/usr/bin/env python3
"""Writes as-printed.xml: issue.xml with the printed line ends of two stories given as <lb/>.

The line ends come from tests/data/printed-lines-open.json. The words must agree to the last character;
where they do not, nothing is written.
"""

import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
LINES = HERE.parent.parent / "tests" / "data" / "printed-lines-open.json"
STORIES = {"lead": "lead", "story2": "story-2"}  # block in the JSON: story in the XML
TAG = re.compile(r"<[^>]*>")


def with_line_ends(markup, lines, last_line_lost):
    """`markup` of one paragraph with <lb/> after each printed line but its last, before any tag that opens there."""
    words = TAG.sub("", markup)
    printed = "".join(lines)
    if not words.startswith(printed) or (words != printed and not last_line_lost):
        sys.exit(f"words and printed lines differ: {words[:30]}")
    ends, position = set(), 0
    for line in lines:
        position += len(line)
        if position < len(words):
            ends.add(position)
    out, position = [], 0
    for piece in re.split(r"(<[^>]*>)", markup):
        if piece.startswith("<"):
            closing = piece.startswith("</")
            if closing and position in ends and out[-1] == "<lb/>":
                out.insert(len(out) - 1, piece)  # a span that ends with the line stays on it
            else:
                out.append(piece)
            continue
        for character in piece:
            out.append(character)
            position += 1
            if position in ends:
                out.append("<lb/>")
    return "".join(out)


def mark_story(issue, story, paragraphs):
    """`issue` with the paragraphs of `story` (before its boxes) marked, in order."""
    start = issue.index(f'<story id="{story}"')
    end = min(at for at in (issue.find("<box", start), issue.index("</story>", start)) if at >= 0)
    waiting = iter(paragraphs)

    def mark(match):
        paragraph = next(waiting)
        lines = [line for leg in paragraph["segments"] for line in leg]
        return f"<p>{with_line_ends(match.group(1), lines, paragraph['last_line_lost'])}</p>"

    marked = re.sub(r"<p>(.*?)</p>", mark, issue[start:end])
    if next(waiting, None) is not None:
        sys.exit(f"{story}: more printed paragraphs than in the issue")
    return issue[:start] + marked + issue[end:]


def as_printed(issue, printed):
    for block, story in STORIES.items():
        issue = mark_story(issue, story, [p for p in printed["paragraphs"] if p["block"] == block])
    return issue.replace("-->", "-->\n<!-- 由 make_as_printed.py 生成：头条和二条另有印刷时的行尾。请改 issue.xml，勿改此文件。 -->", 1)


def main():
    issue = (HERE / "issue.xml").read_text(encoding="utf-8")
    printed = json.loads(LINES.read_text(encoding="utf-8"))
    (HERE / "as-printed.xml").write_bytes(as_printed(issue, printed).encode("utf-8"))


if __name__ == "__main__":
    main()
