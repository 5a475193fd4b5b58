#!/usr/bin/env python3
"""How fast hoagiai is, beside code that was written by hand for the same rules (floor.cpp), and beside DuckDB (duckdb.sql) where
there is one. ./dev bench [OPTIONS]

Makes records of so many communes with `hoagiai new sample`, checks them by rules.yaml, and sees first that all programs find
the same. Then they run in turn, so that each pair meets the same minute of the machine: quote the ratios. Whole processes, one
uncounted warm-up; median [least-most].
"""
import argparse
import csv
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
TABLES = ["communes", "teams", "mediators", "cases", "fundings"]
STATUSES = ["pass", "fail", "unknown", "not_applicable"]
# The end of each step, as -v logs it.
STEPS = {"options read": "start", "rulebooks": "rules", "records read": "reading", "plan made": "planning", "plan run": "evaluating",
         "findings": "collecting", "outputs written": "writing"}


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--communes", type=int, default=1060, help="10600 is the whole country before 2025 (1060)")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--threads", type=int, default=2, help="of the hand-written code and of DuckDB; hoagiai takes all")
    parser.add_argument("--duckdb-library", default=os.environ.get("HOAGIAI_DUCKDB"), metavar="PATH",
                        help="DuckDB's libduckdb.so; else HOAGIAI_DUCKDB names it, else it is the system's")
    parser.add_argument("--json", help="everything measured, into this file")
    parser.add_argument("--hoagiai", default="build/release/hoagiai")
    parser.add_argument("--floor", default="build/release/tests/bench/hoagiai_floor")
    parser.add_argument("--duckdb", default="build/release/tests/bench/hoagiai_duckdb", help="the program that opens the library")
    parser.add_argument("--work", default="build/bench")
    return parser.parse_args()


def run(command, output=None):
    """Wall and processor seconds, peak memory in MiB."""
    with open(output or os.devnull, "wb") as out:
        began = time.monotonic()
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"ended with {process.returncode}: {' '.join(command)}")
    return {"wall": wall, "cpu": used.ru_utime + used.ru_stime, "peak": used.ru_maxrss / 1024}


def make_records(hoagiai, folder, communes):
    """In English, of the year whose columns floor.cpp knows; only the tables that the rules look at."""
    if (folder / "made").exists():
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([hoagiai, "new", "sample", "--communes", str(communes), "--seed", "1", "--year", "2023", "--defects", "--lang", "en",
                    "-o", str(folder)], check=True, stdout=subprocess.DEVNULL)
    for file in folder.iterdir():
        if file.suffix != ".csv" or file.stem not in TABLES:
            file.unlink()
    (folder / "made").touch()


def duckdb_here(given):
    """The library and its version, or None with a line that says why. One that was named has to be there."""
    library = given.duckdb_library or "libduckdb.so"
    asked = subprocess.run([given.duckdb, library], capture_output=True, text=True)
    if asked.returncode == 0:
        return {"library": library, "version": asked.stdout.strip()}
    why = asked.stderr.strip().removeprefix("hoagiai_duckdb: ")
    if given.duckdb_library:
        sys.exit(f"DuckDB cannot be run: {why}")
    print(f"not run: DuckDB, since there is none ({why}); unpack libduckdb from duckdb.org or npm's @duckdb/node-bindings-linux-x64, "
          "then HOAGIAI_DUCKDB=/path/to/libduckdb.so ./dev bench (docs/performance.md)", flush=True)
    return None


def found_by_hoagiai(command, work):
    run(command + ["--format", "csv"], work / "findings.csv")
    run(command + ["--format", "json"], work / "findings.json")
    with open(work / "findings.csv", encoding="utf-8-sig", newline="") as file:
        failing = sorted(f"{row['rule'].split('/')[1]},{row['unit']}" for row in csv.DictReader(file))
    with open(work / "findings.json", encoding="utf-8") as file:
        rules = json.load(file)["summary"]["rules"]
    return {rule.split("/")[1]: [counts[status] for status in STATUSES] for rule, counts in rules.items()}, failing


def found_by_peer(folder):
    counts = {}
    for line in (folder / "counts.csv").read_text().split():
        rule, *numbers = line.split(",")
        counts[rule] = [int(number) for number in numbers]
    return counts, sorted((folder / "fail.csv").read_text().split())


def find_the_same(command, work, folders):
    ours, same = found_by_hoagiai(command, work), True
    for name, folder in folders.items():
        theirs = found_by_peer(folder)
        for rule in sorted(ours[0].keys() | theirs[0].keys()):
            if ours[0].get(rule) != theirs[0].get(rule):
                print(rule, "hoagiai", ours[0].get(rule), name, theirs[0].get(rule), flush=True)
        if ours[1] != theirs[1]:
            print(f"failing for hoagiai or {name} only:", sorted(set(ours[1]) ^ set(theirs[1]))[:10], flush=True)
        same = same and ours == theirs
    if same:
        print(f"{len(ours[1])} failing: the same for hoagiai, {', '.join(folders)}", flush=True)
    return same


def in_turn(commands, runs):
    seen = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, (command, output) in commands.items():
            measured = run(command, output)
            if number:
                seen[name].append(measured)
    return seen


def steps(command, work, runs):
    """Milliseconds of each step, by the program's own log."""
    seen = {}
    for number in range(runs + 1):
        with open(work / "findings.csv", "wb") as out:
            said = subprocess.run(command + ["-v", "--format", "csv"], stdout=out, stderr=subprocess.PIPE, text=True).stderr
        for line in said.splitlines():
            text, bracket, rest = line.rpartition(" [")
            for words, step in STEPS.items():
                if number and bracket and text.endswith(words):
                    seen.setdefault(step, []).append(int(rest.split()[0]) / 1000)
    return seen


def spread(values, form="%.3f"):
    return f"{form % statistics.median(values)} [{form % min(values)}-{form % max(values)}]"


def main():
    given = options()
    work = Path(given.work)
    data = work / f"records-{given.communes}"
    make_records(given.hoagiai, data, given.communes)
    size = sum(file.stat().st_size for file in data.glob("*.csv"))
    rows = sum(sum(1 for _ in file.open("rb")) - 1 for file in data.glob("*.csv"))
    check = [given.hoagiai, "check", str(data), "--rules", str(HERE / "rules.yaml"), "--as-of", "2023-12-31", "--show", "fail", "-q", "--lang", "en"]
    folders = {"by hand": work / "floor"}
    peers = {"by hand": [given.floor, str(data), str(folders["by hand"]), str(given.threads)]}
    duckdb = duckdb_here(given)
    if duckdb:
        folders["DuckDB"] = work / "duckdb"
        peers["DuckDB"] = [given.duckdb, duckdb["library"], str(HERE / "duckdb.sql"), str(data), str(folders["DuckDB"]), str(given.threads)]
    for command in peers.values():
        if code := subprocess.run(command).returncode:
            sys.exit(f"ended with {code}: {' '.join(command)}")
    # In a process of its own: what this one holds in memory would count as the peak of what it starts.
    if pid := os.fork():
        if os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) != 0:
            sys.exit(f"not the same for hoagiai, {', '.join(folders)}")
    else:
        os._exit(0 if find_the_same(check, work, folders) else 1)
    print(f"{given.communes} communes, {rows} rows, {size / 1e6:.1f} MB")
    print(f"{platform.machine()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}; {given.runs} rounds after a warm-up; seconds, median [least-most]")

    if duckdb:
        print(f"DuckDB {duckdb['version']}, {given.threads} threads")
    seen = in_turn({"hoagiai": (check + ["--format", "csv"], work / "findings.csv"), **{name: (command, None) for name, command in peers.items()}},
                   given.runs)
    for name, runs in seen.items():
        print(f"  {name:8} wall {spread([r['wall'] for r in runs])}  cpu {spread([r['cpu'] for r in runs])}  "
              f"peak {statistics.median(r['peak'] for r in runs):.0f} MiB  {size / 1e6 / statistics.median(r['wall'] for r in runs):.0f} MB/s")
    ratios = {peer: {what: [a[what] / b[what] for a, b in zip(seen["hoagiai"], seen[peer]) if b[what]] for what in ("wall", "cpu", "peak")}
              for peer in peers}
    for peer, of in ratios.items():
        print(f"  hoagiai / {peer}, pair by pair: " + ", ".join(f"{what} {spread(values, '%.2f')}" for what, values in of.items() if values))
    parts = steps(check, work, given.runs)
    print("  steps, ms: " + ", ".join(f"{step} {statistics.median(values):.1f}" for step, values in parts.items()))
    if given.json:
        with open(given.json, "w", encoding="utf-8") as file:
            json.dump({"communes": given.communes, "rows": rows, "bytes": size, "machine": platform.machine(), "processors": os.cpu_count(),
                       "load": os.getloadavg()[0], "duckdb": duckdb, "runs": seen, "ratios": ratios, "steps_ms": parts}, file, indent=1)


if __name__ == "__main__":
    main()
