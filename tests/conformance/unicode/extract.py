"""Takes from Unicode's LineBreakTest.txt the rows that concern Han, marks, digits and Latin, and writes them to standard output.

    python3 extract.py LineBreakTest.txt > line-breaks.txt

A row stays where every character is of a class that Chinese copy is made of, and the first is no space: a paragraph begins
with none.
"""

import re
import sys

# Han; opening and closing marks, quotes; stops, connectors, solidus, ellipsis; digits with their prefixes and postfixes; Latin.
CLASSES = {"ID", "OP", "CL", "CP", "QU", "NS", "EX", "IS", "SY", "HY", "B2", "IN", "NU", "PR", "PO", "AL", "SP"}
# Kana, Hangul and the like are ideographs or letters to the rules, but no characters of this house's faces.
OTHER_SCRIPTS = re.compile(r"HIRAGANA|KATAKANA|HANGUL|DEVANAGARI|KHMER")


def concerns_us(row):
    test, _, comment = row.partition("#")
    classes = re.findall(r"\(([A-Z][A-Z0-9a-z]+)(?:_\w+)?\)", comment)
    signs = [word for word in test.split() if word not in "×÷"]
    return len(classes) == len(signs) and set(classes) <= CLASSES and classes[0] != "SP" and not OTHER_SCRIPTS.search(comment)


def main():
    rows = open(sys.argv[1], encoding="utf-8").read().split("\n")
    head = [row for row in rows[:6] if row.startswith("#")]
    print("\n".join(head))
    print("# Only the rows that concern Han, marks, digits and Latin, chosen by extract.py; their comments are left out. LICENSE.")
    kept = [" ".join(row.partition("#")[0].split()) for row in rows if row.startswith("×") and concerns_us(row)]
    print("\n".join(dict.fromkeys(kept)))  # some stand twice


if __name__ == "__main__":
    main()
