#!/usr/bin/env python3
"""Many issues to try a run over an archive with: 12184 and made-up samples with varied text, dates and numbers, some of them damaged.

    PAIBAN=build/release/bin/paiban tests/support/make_issues.py FOLDER --count 1000 --bad 50 [--eights 4] [--varied 0.02]

The same arguments give the same issues. Each is a folder of its own, <year>/<number>/issue.xml with its pictures (hard links).
"""

import argparse
import datetime
import os
import random
import re
import shutil
import struct
import subprocess
import tempfile
import zlib
from dataclasses import dataclass
from pathlib import Path

TREE = Path(__file__).resolve().parents[2]
FRONT = TREE / "issues" / "12184" / "issue.xml"
EIGHT = TREE / "issues" / "samples" / "eight-pages" / "issue.xml"
MADE_UP = [TREE / "issues" / "samples" / name / "issue.xml" for name in ("no-picture", "two-pictures")]
FIRST_DAY, FIRST_NUMBER = datetime.date(2025, 2, 5), 12184
PICTURE = "pictures/patrol-stand-in.jpg"
HAN = re.compile("[\u4e00-\u9fff]")


def huge_png():
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 20000, 20000, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def change(old, new):
    def changed(text, folder):
        if old not in text:
            raise ValueError(f"nothing to damage: {old}")
        return text.replace(old, new, 1)

    return changed


def cut_picture(text, folder):
    whole = (folder / PICTURE).read_bytes()
    (folder / PICTURE).unlink()  # not through the link that others share
    (folder / PICTURE).write_bytes(whole[: len(whole) // 2])
    return text


def oversized_picture(text, folder):
    (folder / "pictures" / "huge.png").write_bytes(huge_png())
    return text.replace("patrol-stand-in.jpg", "huge.png", 1)


# what, the change to the text of 12184 and its folder, the code that it brings about
DAMAGES = [
    ("a missing picture", change("patrol-stand-in.jpg", "gone.jpg"), "E0215"),
    ("an end tag lost", change("</masthead>", ""), "E0109"),
    ("cut off while copying", lambda text, folder: text[: len(text) // 2], "E0102"),
    ("bytes that are not UTF-8", lambda text, folder: text.encode().replace("高".encode(), b"\xb8\xdf", 1), "E0103"),
    ("a control character", change("高质量", "高\x07质量"), "E0104"),
    ("a document type", change("<issue ", "<!DOCTYPE issue>\n<issue "), "E0106"),
    ("an unknown entity", change("高质量", "&gao;质量"), "E0107"),
    ("another encoding", change('encoding="UTF-8"', 'encoding="GB18030"'), "E0108"),
    ("an empty file", lambda text, folder: "", "E0118"),
    ("an impossible date", lambda text, folder: re.sub(r'date="[^"]*"', 'date="2025-02-30"', text, count=1), "E0301"),
    ("an unknown template", change('template="changji-front', 'template="none-such'), "E0401"),
    ("a character without a glyph", change("近日召开的", "近日召开的\U0003FFFD"), "E0521"),
    ("an oversized picture", oversized_picture, "E0613"),
    ("a picture that is none", change(PICTURE, "issue.xml"), "E0611"),
    ("half a picture", cut_picture, "E0612"),
    ("a path out of the folder", change('src="pictures/', 'src="../pictures/'), "E0214"),
    ("an unknown element", change("<deck>", "<dek>涵</dek><deck>"), "E0202"),
    ("an unknown attribute", change('<story id="lead"', '<story colour="red" id="lead"'), "E0203"),
    ("an unknown region", change('region="right-3"', 'region="right-33"'), "E0802"),
    ("copy over", change('<p><dateline>本报讯</dateline>　记者<name>常谊谊</name>报道：',
                         '<p><dateline>本报讯</dateline>　记者<name>常谊谊</name>报道：' + "这一段是多出来的文字，" * 12), "E0820"),
    ("an id twice", change('id="story-4"', 'id="story-2"'), "E0207"),
    ("a number that cannot be", lambda text, folder: re.sub(r'number="\d+"', 'number="99"', text, count=1), "E0305"),
]


@dataclass
class Made:
    path: str  # below the folder
    damage: str = ""
    code: str = ""  # that it brings about; empty: it is sound


def made_up(issue, program):
    """`issue` with its stories in their places, as `paiban makeup` proposes first."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, "makeup", issue, "--proposals", "1", "-o", folder], check=True, capture_output=True)
        return (Path(folder) / "proposal-1" / "issue.xml").read_text(encoding="utf-8")


def dressed(text, day, number):
    """For another day: what the engine computes is not said."""
    text = re.sub(r'date="[^"]*"', f'date="{day.isoformat()}"', text, count=1)
    text = re.sub(r'number="\d+"', f'number="{number}"', text, count=1)
    return re.sub(r"\s*<(weekday|lunar|number)>[^<]*</\1>", "", text)


def varied(text, share, chance, characters):
    """`share` of the Han of running text are others: lines are as long as they were."""
    def other(match):
        return "".join(chance.choice(characters) if HAN.match(c) and chance.random() < share else c for c in match.group(0))

    def paragraph(match):
        return re.sub(r"(?<=>)[^<]+(?=<)", other, match.group(0))

    return re.sub(r"<p>.*?</p>", paragraph, text) if share else text


def make_issues(folder, program, count, bad, eights=4, share=0.02, seed=1):
    """`eights` of ten are of eight pages. What was made, by path."""
    chance = random.Random(seed)
    sources = [(FRONT.read_text(encoding="utf-8"), FRONT.parent)]
    sources += [(made_up(issue, program), issue.parent) for issue in MADE_UP] if eights < 10 else []
    eight = (made_up(EIGHT, program), EIGHT.parent) if eights else None
    characters = sorted(set(HAN.findall("".join(text for text, _ in sources))))
    damaged = {i * count // bad: DAMAGES[i % len(DAMAGES)] for i in range(bad)} if bad else {}
    made = []
    for i in range(count):
        day, number = FIRST_DAY + datetime.timedelta(days=i), FIRST_NUMBER + i
        text, source = eight if eight and i % 10 < eights else sources[i % len(sources)]
        if i in damaged:
            text, source = sources[0]
        here = folder / str(day.year) / str(number)
        shutil.copytree(source / "pictures", here / "pictures", ignore=shutil.ignore_patterns("*.py"), copy_function=os.link) if (source / "pictures").exists() else here.mkdir(parents=True)
        text = dressed(text, day, number)
        what, code = "", ""
        if i not in damaged:
            text = varied(text, share, chance, characters)
        else:  # its words stay, or there may be nothing left to damage
            what, damage, code = damaged[i]
            text = damage(text, here)
        (here / "issue.xml").write_bytes(text if isinstance(text, bytes) else text.encode())
        made.append(Made(f"{day.year}/{number}/issue.xml", what, code))
    return sorted(made, key=lambda each: each.path)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--bad", type=int, default=50)
    parser.add_argument("--eights", type=int, default=4, help="of ten issues, so many have eight pages")
    parser.add_argument("--varied", type=float, default=0.02, help="share of the characters that are others")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    for each in make_issues(chosen.folder, os.environ["PAIBAN"], chosen.count, chosen.bad, chosen.eights, chosen.varied, chosen.seed):
        print(each.path, each.code, each.damage, sep="\t")


if __name__ == "__main__":
    main()
