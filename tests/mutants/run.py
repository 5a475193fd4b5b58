#!/usr/bin/env python3
"""Makes each fault of faults.py in a copy of the sources, builds the tests and looks which of them notices.

    ./dev mutants [WORD…]      all faults, or those whose name or file has one of the words

Ends with 1 if a fault survives, with 2 if a fault cannot be made or the tests fail without any.
The copy and its build stay in build/mutants, so that only what a fault touches is built again.
"""

import filecmp
import os
import shutil
import subprocess
import sys
import time
import xml.etree.ElementTree as xml
from pathlib import Path

sys.dont_write_bytecode = True
from faults import FAULTS  # noqa: E402

HERE = Path(__file__).resolve().parent.parent.parent
COPY = HERE / "build/mutants/source"
BUILD = HERE / "build/mutants/build"
TAKEN = ["engine", "cli", "tests", "cmake", "schemas", "rules", "examples", "docs", "CMakeLists.txt", "dev", "README.md",
         "README.vi.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", ".clang-format", ".gitignore"]
LONGEST = 900  # seconds for one round of tests: a fault may make a loop endless
SLOW = ['"the same records in any form*"', '"in no filling is a unit nearer*"']
# What is quick first; what searches long only where nothing has noticed yet, and only to the first test that does.
ROUNDS = [
    f"[values],[meaning],[functions],[records]~{SLOW[0]},[gap]~{SLOW[1]},[borders]",
    "[evaluation],[plan]",
    "[cases],[examples]",
    "[metamorphic]",
    "[explanation],[gap]",
    '"random selections over records with holes keep the promises"',
]


def copy_sources():
    """Copies what differs and nothing else: times of files that did not change stay, and so does what was built from them."""
    def one(source: Path, target: Path):
        if source.is_dir():
            target.mkdir(parents=True, exist_ok=True)
            names = {child.name for child in source.iterdir() if child.name != "__pycache__"}
            for child in target.iterdir():
                if child.name not in names:
                    shutil.rmtree(child) if child.is_dir() else child.unlink()
            for name in names:
                one(source / name, target / name)
        elif not target.exists() or not filecmp.cmp(source, target, shallow=False):
            shutil.copy(source, target)
            shutil.copymode(source, target)
    for name in TAKEN:
        if (HERE / name).exists():
            one(HERE / name, COPY / name)


def build():
    """What the build said if it failed, else nothing."""
    result = subprocess.run(["cmake", "--build", str(BUILD), "--target", "hoagiai_tests"], capture_output=True, text=True)
    return result.stdout + result.stderr if result.returncode else ""


def configure():
    command = ["cmake", "-S", str(COPY), "-B", str(BUILD), "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release",
               "-DCMAKE_CXX_FLAGS_RELEASE=-O1"]
    if shutil.which("ccache"):
        command.append("-DCMAKE_CXX_COMPILER_LAUNCHER=ccache")
    subprocess.run(command, check=True, capture_output=True)


def failed_tests(tests: str):
    """The test that failed first, in a list; empty if all pass."""
    report = BUILD / "faults.xml"
    try:
        ended = subprocess.run([str(BUILD / "tests/hoagiai_tests"), tests, "--abort", "-r", "xml", "-o", str(report)], cwd=COPY,
                               capture_output=True, timeout=LONGEST)
    except subprocess.TimeoutExpired:
        return ["(the tests did not end)"]
    failed, last = [], "?"
    try:
        for event, element in xml.iterparse(report, events=("start", "end")):
            if element.tag != "TestCase":
                continue
            if event == "start":
                last = element.get("name")
                continue
            if element.find("OverallResult").get("success") != "true":
                failed.append(last)
            element.clear()
    except xml.ParseError:
        failed.append(last + " (the program broke off)")
    if ended.returncode and not failed:
        failed.append("(the program broke off)")
    return failed


def run_rounds():
    for tests in ROUNDS:
        if failed := failed_tests(tests):
            return failed
    return []


def make(fault):
    path = COPY / fault.file
    text = path.read_text()
    if text.count(fault.old) != 1:
        return None
    path.write_text(text.replace(fault.old, fault.new))
    return text


def main(words):
    chosen = [f for f in FAULTS if not words or any(w in f.name or w in f.file for w in words)]
    began = time.monotonic()
    copy_sources()
    configure()
    if said := build():
        print(said[-4000:], file=sys.stderr)
        return 2
    if failed := run_rounds():
        print("without any fault these tests fail:", *failed, sep="\n  ", file=sys.stderr)
        return 2
    print(f"no fault: all pass ({time.monotonic() - began:.0f} s)", flush=True)
    survived, impossible = [], []
    for number, fault in enumerate(chosen, 1):
        began_one = time.monotonic()
        print(f"{number}/{len(chosen)} {fault.name}{' *' if fault.before else ''} ({fault.file})", flush=True)
        text = make(fault)
        if text is None:
            impossible.append(fault.name)
            print("    cannot be made: its line does not stand exactly once in the file", flush=True)
            continue
        try:
            said = build()
            failed = [] if said else run_rounds()
        finally:
            (COPY / fault.file).write_text(text)
        if said:
            impossible.append(fault.name)
            print("    does not compile:\n" + said[-1500:], flush=True)
        elif not failed:
            survived.append(fault.name)
            print(f"    SURVIVED ({time.monotonic() - began_one:.0f} s)", flush=True)
        else:
            print(f"    caught by {failed[0]} ({time.monotonic() - began_one:.0f} s)", flush=True)
    print(f"{len(chosen)} faults: {len(chosen) - len(survived) - len(impossible)} caught, {len(survived)} survived, "
          f"{len(impossible)} could not be made ({(time.monotonic() - began) / 60:.0f} min)")
    for name in survived:
        print(f"  survived: {name}")
    return 1 if survived else 2 if impossible else 0


if __name__ == "__main__":
    os.environ["LC_ALL"] = "C.UTF-8"
    sys.exit(main(sys.argv[1:]))
