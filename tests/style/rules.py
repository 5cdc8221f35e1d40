"""The house rules that a machine can check. Each rule is a generator of complaints, "path:line: what", over a tree.

    python3 tests/style/rules.py RULE [TREE]     one rule; the names stand in RULES at the end
    python3 tests/style/rules.py all [TREE]

engine/RULES.md says why. test_rules.py shows each rule an offender, so that no rule is asleep.
"""

import re
import subprocess
import sys
from pathlib import Path

# Foreign headers and the only folders of engine/ that may include them: the fences. libraries/ asks each for its version.
FENCES = [
    (r"pugixml\.hpp", {"document", "libraries"}),
    (r"document/xml\.hpp", {"document"}),  # brings pugixml with it
    (r"hb(-[a-z]+)?\.h|harfbuzz/.*", {"font", "text", "libraries"}),
    (r"ft2build\.h|freetype/.*|freetype2/.*", {"font", "render", "libraries"}),
    (r"unicode/.*", {"text", "document", "libraries"}),
    (r"nettle/.*", {"base", "libraries"}),
    (r"qpdf/.*", {"finish", "preflight", "libraries"}),
    (r"lcms2\.h", {"colour", "libraries"}),
    (r"cairo.*", {"render", "libraries"}),
    (r"jpeglib\.h|png\.h|tiffio\.h", {"picture", "libraries"}),
    (r"libdeflate\.h", {"render", "finish", "libraries"}),
    (r"zlib\.h", {"render", "libraries"}),
    (r"nlohmann/.*", {"report", "archive", "digital", "compare", "preview", "cli"}),
    (r"CLI/.*", {"cli"}),
    (r"httplib\.h", {"preview"}),
    (r"iostream", {"cli"}),
]

# What would make a page depend on anything but its input, or is not of this house. (pattern, folders or files where it may stand, why)
# How fast a run is, and how long it will take, is for a terminal alone: one file of cli/ has a clock.
BANNED = [
    (r"\bsetlocale\s*\(|\bstd::locale\b|\bimbue\s*\(", set(), "the locale may not reach an output"),
    (r"\b(s|f|sn|vsn)?printf\s*\([^)]*%[-+ #0-9.*]*[fFgGeEaA]", set(), "printf of fractions depends on the locale"),
    (r"\b(strtod|strtof|atof|stod|stof)\s*\(", set(), "reads by the locale; parse_ratio and parse_length do not"),
    (r"\b(s?rand|random)\s*\(|\brandom_device\b|\bmt19937", set(), "no chance on the way to an output"),
    (r"(?<![\w.>:])(std::)?(time|clock|gettimeofday|localtime|gmtime|strftime)\s*\(|\b(system|steady|high_resolution)_clock\b",
     {"cli/progress.cpp", "cli/progress.hpp"}, "no clock: the only date is the issue's"),
    (r"\bgetenv\s*\(", {"cli"}, "the environment belongs to the command"),
    (r"\bshared_ptr\b|\bmake_shared\b", set(), "ownership has one name"),
    (r"\bthrow\b(?!\s*\()", set(), "no exceptions of our own: Result<T>"),
    (r"\busing namespace std\b", set(), "names say where they come from"),
    (r"\bunordered_(map|set)\b", set(), "its order differs from machine to machine"),
]

FRACTIONS_ALLOWED = {"render", "report", "colour", "preflight"}  # colour: lcms2 computes in them; samples, no lengths, come out; preflight reads what others wrote
LONGEST_FILE = 700  # lines; above it a file has two subjects
LONG_TABLES = {"engine/base/message_table.hpp"}  # one subject whatever its length: a row a trouble
LARGEST_GOLDEN = 20 * 1024  # bytes; a reviewer must be able to look at every one
# One directory separator is split off so that this file does not name what it forbids.
MACHINE_PATHS = re.compile(r"(?<![\w.])/" + r"(work|home|root|Users)/\w|(?<![\w.])/" + r"tmp/\w")
TEXT_ENDINGS = {".pages", ".cpp", ".hpp", ".py", ".cmake", ".txt", ".md", ".xml", ".json", ".sh", ".rnc", ".rng", ".lines", ".rows", ".faults", ".expected", ".copy", ".norm", ".pairs", ".set", ".shape", ".cells", ".ink", ".marks", ".dump", ""}


def engine_files(tree):
    return sorted(p for p in (tree / "engine").rglob("*") if p.suffix in {".cpp", ".hpp"})


def folder_of(tree, path):
    parts = path.relative_to(tree / "engine").parts
    return parts[0] if len(parts) > 1 else "engine"


def place(tree, path, line=1):
    return f"{path.relative_to(tree)}:{line}"


def code_lines(path):
    """(number, line) without comments and with the insides of strings blanked."""
    text = path.read_text(encoding="utf-8")

    def blank(match):
        found = match.group(0)
        if found.startswith(('"', "'")):
            return found[0] + found[-1]
        if found.startswith("R\""):
            return '""' + "\n" * found.count("\n")
        return "\n" * found.count("\n")

    pattern = r'R"(\w*)\((?:.|\n)*?\)\1"|//[^\n]*|/\*(?:.|\n)*?\*/|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Za-z])\'(?:\\.|[^\'\\\n])+\''
    return list(enumerate(re.sub(pattern, blank, text).split("\n"), 1))


def includes(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        found = re.match(r'\s*#\s*include\s*(["<])([^">]+)[">]', line)
        if found:
            yield number, found.group(1), found.group(2)


def stages(tree):
    """folder → the folders it may include, as engine/CMakeLists.txt links them."""
    text = (tree / "engine" / "CMakeLists.txt").read_text(encoding="utf-8")
    text = re.sub(r"#[^\n]*", "", text)
    allowed = {}
    for body in re.findall(r"paiban_stage\(([^)]*)\)", text):
        words = body.split()
        may = words[words.index("MAY_USE") + 1:] if "MAY_USE" in words else []
        may = may[: may.index("USES")] if "USES" in may else may
        allowed[words[0]] = set(may) | {words[0]}
    return allowed


def rule_directions(tree):
    """A stage includes only stages before it."""
    allowed = stages(tree)
    seen = set()
    for stage, may in allowed.items():
        seen.add(stage)
        for other in sorted(may - seen):
            yield f"engine/CMakeLists.txt:1: {stage} may use {other}, which comes after it"
    for path in engine_files(tree):
        folder = folder_of(tree, path)
        if folder not in allowed:
            yield f"{place(tree, path)}: the folder {folder} is no stage of engine/CMakeLists.txt"
            continue
        for number, kind, name in includes(path):
            if kind != '"':
                continue
            if not (tree / "engine" / name).is_file():
                yield f"{place(tree, path, number)}: no such header below engine/: {name}"
                continue
            target = name.split("/")[0] if "/" in name else "engine"
            if target not in allowed[folder]:
                yield f"{place(tree, path, number)}: {folder} may not include {target} ({name})"


def rule_fences(tree):
    """A foreign library is included only where its fence stands."""
    for path in engine_files(tree):
        folder = folder_of(tree, path)
        for number, _, name in includes(path):
            for pattern, allowed in FENCES:
                if re.fullmatch(pattern, name) and folder not in allowed:
                    yield f"{place(tree, path, number)}: <{name}> belongs to {', '.join(sorted(allowed))}"


def rule_calls(tree):
    """No clock, locale, chance or environment on the way to an output; no exceptions of our own."""
    for path in engine_files(tree):
        folder, name = folder_of(tree, path), path.relative_to(tree / "engine").as_posix()
        raw = path.read_text(encoding="utf-8").split("\n")
        for number, line in code_lines(path):
            for pattern, allowed, why in BANNED:
                # A format's letters stand inside a string, which code_lines blanks: look at the line as written for that one.
                searched = raw[number - 1] if "printf" in pattern and "printf" in line else line
                if not allowed & {folder, name} and re.search(pattern, searched):
                    yield f"{place(tree, path, number)}: {why}: {raw[number - 1].strip()}"


def rule_fractions(tree):
    """No binary fractions before render/: the same page comes out on every machine."""
    for path in engine_files(tree):
        if folder_of(tree, path) in FRACTIONS_ALLOWED:
            continue
        for number, line in code_lines(path):
            if re.search(r"\b(double|float)\b", line):
                yield f"{place(tree, path, number)}: a binary fraction outside {', '.join(sorted(FRACTIONS_ALLOWED))}"


def rule_headers(tree):
    """#pragma once; a .cpp includes its own header first."""
    for path in engine_files(tree):
        if path.suffix == ".hpp":
            first = path.read_text(encoding="utf-8").split("\n", 1)[0]
            if first.strip() != "#pragma once":
                yield f"{place(tree, path)}: the first line is not #pragma once"
        elif path.with_suffix(".hpp").is_file():
            own = path.with_suffix(".hpp").relative_to(tree / "engine").as_posix()
            first = next(includes(path), (1, "", ""))
            if first[2] != own:
                yield f"{place(tree, path, first[0])}: its own header {own} does not come first"


def tracked_files(tree):
    """What the repository holds: as git lists it, else everything."""
    listed = subprocess.run(["git", "-C", str(tree), "ls-files", "-z"], capture_output=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        names = listed.stdout.decode("utf-8").split("\0")
        return [tree / name for name in names if name and (tree / name).is_file()]
    made = {"build", "out", ".git", ".cache"}
    return [p for p in sorted(tree.rglob("*")) if p.is_file() and p.relative_to(tree).parts[0] not in made]


def rule_lengths(tree):
    """A file is as long as its subject."""
    for path in tracked_files(tree):
        if path.suffix not in {".cpp", ".hpp", ".py", ".cmake"} or path.relative_to(tree).as_posix() in LONG_TABLES:
            continue
        count = path.read_text(encoding="utf-8").count("\n")
        if count > LONGEST_FILE:
            yield f"{place(tree, path)}: {count} lines, more than {LONGEST_FILE}"


def rule_golden(tree):
    """Expected pictures are small enough to look at."""
    for path in tracked_files(tree):
        if "golden" in path.relative_to(tree).parts and path.suffix in {".png", ".jpg"}:
            size = path.stat().st_size
            if size > LARGEST_GOLDEN:
                yield f"{place(tree, path)}: {size} bytes, more than {LARGEST_GOLDEN}"


def rule_paths(tree):
    """Nothing committed knows the machine it was written on."""
    for path in tracked_files(tree):
        if path.suffix not in TEXT_ENDINGS or "fonts" in path.relative_to(tree).parts:
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # bad bytes kept as a test's input
        for number, line in enumerate(text.split("\n"), 1):
            if MACHINE_PATHS.search(line):
                yield f"{place(tree, path, number)}: a path of one machine: {line.strip()[:100]}"


def message_rows(tree):
    text = (tree / "engine" / "base" / "message_table.hpp").read_text(encoding="utf-8")
    return re.findall(r'\{Code::(\w+),\s*"([EW]\d{4})",\s*Gravity::(\w+)', text)


def rule_codes(tree):
    """Every trouble that can be reported is brought about by a test that names it."""
    tests = [p for p in (tree / "tests").rglob("*") if p.is_file() and p.suffix in TEXT_ENDINGS and "style" not in p.parts]
    words = set()
    for path in tests:
        words.update(re.findall(r"\b[EW]\d{4}\b|\bCode::\w+", path.read_text(encoding="utf-8", errors="replace")))
    waiting = {}
    for line in (tree / "tests" / "style" / "untested_codes.txt").read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            name, _, why = line.partition(" ")
            waiting[name] = why.strip()
    rows = message_rows(tree)
    for code, name, gravity in rows:
        if (name[0] == "W") != (gravity == "warning"):
            yield f"engine/base/message_table.hpp:1: {name} is a {gravity}"
        tested = name in words or f"Code::{code}" in words
        if not tested and name not in waiting:
            yield f"engine/base/message_table.hpp:1: no test brings about {name} ({code})"
        if tested and name in waiting:
            yield f"tests/style/untested_codes.txt:1: {name} has its test now: take it off the list"
    for name in waiting:
        if name not in {row[1] for row in rows} or not waiting[name]:
            yield f"tests/style/untested_codes.txt:1: {name} is no code, or has no reason beside it"
    names = [row[1] for row in rows]
    for name in sorted({n for n in names if names.count(n) > 1}):
        yield f"engine/base/message_table.hpp:1: {name} is given twice"


RULES = {
    "directions": rule_directions,
    "fences": rule_fences,
    "calls": rule_calls,
    "fractions": rule_fractions,
    "headers": rule_headers,
    "lengths": rule_lengths,
    "golden": rule_golden,
    "paths": rule_paths,
    "codes": rule_codes,
}


def main(arguments):
    wanted = RULES if arguments[:1] == ["all"] else {arguments[0]: RULES[arguments[0]]}
    tree = Path(arguments[1] if len(arguments) > 1 else Path(__file__).parents[2]).resolve()
    complaints = [complaint for rule in wanted.values() for complaint in rule(tree)]
    print("\n".join(complaints) if complaints else "nothing to complain of")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
