"""Every house rule is shown an offender and must complain of it, and something lawful, and must be quiet."""

import tempfile
import unittest
from pathlib import Path

import rules

CMAKE = "paiban_stage(base USES fmt::fmt)\npaiban_stage(document MAY_USE base USES pugixml::pugixml)\npaiban_stage(cli MAY_USE base document)\n"
TABLE = '{Code::cannot_read, "E0901", Gravity::file,\n{Code::odd, "W0902", Gravity::warning,\n'

# rule, file, its text, what the complaint holds; None: the rule must be quiet
CASES = [
    ("directions", "engine/base/a.cpp", '#include "document/issue.hpp"', "base may not include document"),
    ("directions", "engine/document/a.cpp", '#include "base/length.hpp"', None),
    ("directions", "engine/document/a.cpp", '#include "base/gone.hpp"', "no such header"),
    ("directions", "engine/odd/a.cpp", "", "is no stage"),
    ("directions", "engine/CMakeLists.txt", "paiban_stage(base MAY_USE document)\npaiban_stage(document)\n", "which comes after it"),
    ("fences", "engine/base/a.cpp", "#include <pugixml.hpp>", "belongs to document"),
    ("fences", "engine/document/a.cpp", "#include <pugixml.hpp>", None),
    ("fences", "engine/cli/a.cpp", '#include "document/xml.hpp"', "belongs to document"),
    ("fences", "engine/base/a.cpp", "#include <hb-ot.h>", "belongs to font, libraries, text"),
    ("fences", "engine/base/a.cpp", "#include <unicode/ubrk.h>", "belongs to"),
    ("fences", "engine/base/a.cpp", "#include <iostream>", "belongs to cli"),
    ("calls", "engine/base/a.cpp", 'std::snprintf(b, 9, "%.3f", x);', "printf of fractions"),
    ("calls", "engine/base/a.cpp", "auto t = std::time(nullptr);", "no clock"),
    ("calls", "engine/cli/a.cpp", "std::chrono::steady_clock::now();", "no clock"),
    ("calls", "engine/cli/progress.cpp", "std::chrono::steady_clock::now();", None),
    ("calls", "engine/base/a.cpp", "auto t = line.time(3); // time(0) in a comment", None),
    ("calls", "engine/base/a.cpp", 'say("rand() setlocale()");', None),
    ("calls", "engine/base/a.cpp", "std::setlocale(LC_ALL, name);", "locale"),
    ("calls", "engine/base/a.cpp", "int n = rand();", "no chance"),
    ("calls", "engine/base/a.cpp", 'std::getenv("HOME")', "belongs to the command"),
    ("calls", "engine/cli/a.cpp", 'std::getenv("HOME")', None),
    ("calls", "engine/base/a.cpp", "throw std::bad_alloc();", "no exceptions"),
    ("calls", "engine/base/a.cpp", "std::shared_ptr<int> p;", "ownership"),
    ("calls", "engine/base/a.cpp", "std::unordered_map<int, int> m;", "order differs"),
    ("fractions", "engine/base/a.cpp", "double x = 0;", "a binary fraction"),
    ("fractions", "engine/render/a.cpp", "double x = 0;", None),
    ("fractions", "engine/base/a.cpp", "// a double dash", None),
    ("headers", "engine/base/a.hpp", "// words\n#pragma once\n", "#pragma once"),
    ("headers", "engine/base/length.cpp", "#include <string>\n#include \"base/length.hpp\"\n", "does not come first"),
    ("headers", "engine/base/length.cpp", "#include \"base/length.hpp\"\n#include <string>\n", None),
    ("lengths", "engine/base/a.cpp", "\n" * 701, "701 lines"),
    ("lengths", "engine/base/a.cpp", "\n" * 700, None),
    ("golden", "tests/golden/lines/a.png", "x" * 20481, "20481 bytes"),
    ("paths", "tests/unit/a.cpp", 'open("/' + 'home/anna/x");', "a path of one machine"),
    ("paths", "tests/unit/a.cpp", 'open("fonts/' + 'home/x");', None),
    ("codes", "tests/unit/a.cpp", "Code::odd", "E0901"),
    ("codes", "tests/unit/a.cpp", "Code::odd E0901", None),
    ("codes", "tests/style/untested_codes.txt", "E0901 no way\nE0999 none such\n", "E0999"),
    ("codes", "tests/style/untested_codes.txt", "E0901\n", "no reason"),
    ("codes", "engine/base/message_table.hpp", '{Code::odd, "E0901", Gravity::warning,', "E0901 is a warning"),
]


class Rules(unittest.TestCase):
    def test_each(self):
        for rule, name, text, complaint in CASES:
            with self.subTest(rule=rule, file=name, text=text[:60]), tempfile.TemporaryDirectory() as folder:
                tree = Path(folder)
                lawful = {
                    "engine/CMakeLists.txt": CMAKE,
                    "engine/base/length.hpp": "#pragma once\n",
                    "engine/base/message_table.hpp": TABLE if rule == "codes" else "#pragma once\n",
                    "engine/document/issue.hpp": "#pragma once\n",
                    "tests/style/untested_codes.txt": "",
                }
                for path, content in (lawful | {name: text}).items():
                    (tree / path).parent.mkdir(parents=True, exist_ok=True)
                    (tree / path).write_text(content, encoding="utf-8")
                found = "\n".join(rules.RULES[rule](tree))
                if complaint is None:
                    self.assertEqual(found, "")
                else:
                    self.assertIn(complaint, found)

    def test_no_rule_without_an_offender(self):
        self.assertEqual(set(rules.RULES), {case[0] for case in CASES})


if __name__ == "__main__":
    unittest.main()
