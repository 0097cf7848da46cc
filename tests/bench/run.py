# SPDX-License-Identifier: Apache-2.0
"""Measures annexkit beside other tools, prints the ratios and writes them to RESULTS.md.

Whole processes on two processors, by turns, so that a busy machine is busy for all of them; medians. What is compared
is what users would type: annexkit validates everything, the converters among its peers nothing.

usage: python3 run.py BUILD MODULES [--records N] [--rounds N]
  BUILD: the folder of a release build with the generator; MODULES: the node_modules of peers/package.json
"""
import argparse
import filecmp
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parent.parent
PEERS = HERE / "peers"
SCHEMA = SOURCE / "schemas/eu-morocco-2013.schema.json"
RESULTS = HERE / "RESULTS.md"
BY_HAND = "## What was slow"


class Command:
    """A command to be measured. output: what it writes, removed before each run; accepts: its right exit code."""

    def __init__(self, *argv, output=None, accepts=0):
        self.argv = [str(part) for part in argv]
        self.output = output
        self.accepts = accepts
        self.walls, self.processors, self.peak_bytes = [], [], 0

    def run(self):
        if self.output is not None:
            shutil.rmtree(self.output) if self.output.is_dir() else self.output.unlink(missing_ok=True)
        start = time.perf_counter()
        process = subprocess.Popen(self.argv, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        self.walls.append(time.perf_counter() - start)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != self.accepts:
            sys.exit(f"{' '.join(self.argv)}: exit code {process.returncode}: {said.decode()[-500:]}")
        self.processors.append(usage.ru_utime + usage.ru_stime)
        self.peak_bytes = max(self.peak_bytes, usage.ru_maxrss * 1024)

    @property
    def wall(self):
        return statistics.median(self.walls)

    @property
    def processor(self):
        return statistics.median(self.processors)


class Bench:
    def __init__(self, build, modules, folder, records):
        self.program, self.generator = build / "bin/annexkit", build / "bin/annexkit_generate"
        self.modules, self.folder, self.records = modules, folder, records
        self.commands, self.rows = {}, []

    def generate(self, name, *options):
        subprocess.run([self.generator, self.folder / name, *map(str, options)], check=True)
        return self.folder / name

    def convert(self, source, to, jobs=2, output=None, accepts=0):
        output = output or self.folder / f"made-{source.suffix[1:]}.{to}"
        return Command(self.program, "convert", "--jobs", jobs, "--schema", "eu-morocco-2013", source, output,
                       output=output, accepts=accepts)

    def validate(self, source, accepts=0):
        return Command(self.program, "validate", "--jobs", 2, "--schema", "eu-morocco-2013", source, accepts=accepts)

    def peer(self, script, source, to):
        output = self.folder / f"{script.split('.')[0]}.{to}"
        start = {".cjs": ["node"], ".py": [sys.executable]}.get(Path(script).suffix, [])
        return Command(*start, PEERS / script, source, output, output=output)

    def row(self, job, ours, against, theirs, target):
        """Ours and theirs are names of commands; target: how many times as fast ours shall be, or None."""
        self.rows.append((job, ours, against, theirs, target))

    def set_up(self):
        data = self.generate("data", "--records", self.records)
        csv, ndjson, xml = (data / f"annex.{name}" for name in ("csv", "ndjson", "xml"))
        lines = data / "annex.jsonl"
        os.link(ndjson, lines)
        small = self.generate("small", "--records", 100_000, "--files", 1000, "--formats", "csv")
        self.commands = {
            "annexkit CSV → NDJSON": self.convert(csv, "ndjson"),
            "annexkit NDJSON → CSV": self.convert(ndjson, "csv"),
            "annexkit XML → CSV": self.convert(xml, "csv"),
            "annexkit XML → JSON": self.convert(xml, "json"),
            "annexkit CSV → XML": self.convert(csv, "xml"),
            "annexkit validate NDJSON": self.validate(ndjson),
            "annexkit CSV → NDJSON, 1 thread": self.convert(csv, "ndjson", jobs=1),
            "annexkit NDJSON → CSV, 1 thread": self.convert(ndjson, "csv", jobs=1),
            "annexkit XML → CSV, 1 thread": self.convert(xml, "csv", jobs=1),
            "DuckDB CSV → NDJSON": self.peer("duckdb.cjs", csv, "ndjson"),
            "DuckDB NDJSON → CSV": self.peer("duckdb.cjs", ndjson, "csv"),
            "Miller CSV → NDJSON": self.peer("miller.sh", csv, "ndjson"),
            "ogr2ogr CSV → GeoJSON lines": self.peer("ogr2ogr.sh", csv, "geojsonl"),
            "jq NDJSON → CSV": self.peer("jq.sh", ndjson, "csv"),
            "ajv validates NDJSON": Command("node", PEERS / "ajv.cjs", SCHEMA, ndjson),
            "sourcemeta/jsonschema validates NDJSON": Command(PEERS / "sourcemeta.sh", self.modules, SCHEMA, lines),
            "xmllint --stream reads XML": Command(PEERS / "xmllint.sh", xml),
            "Python iterparse XML → CSV": self.peer("iterparse.py", xml, "csv"),
            "Miller, 1,000 small files": Command(PEERS / "miller-files.sh", small, self.folder / "miller-small",
                                                 output=self.folder / "miller-small"),
        }
        self.row("CSV → NDJSON", "annexkit CSV → NDJSON", "DuckDB, converting only", "DuckDB CSV → NDJSON", 2.5)
        self.row("NDJSON → CSV", "annexkit NDJSON → CSV", "DuckDB, converting only", "DuckDB NDJSON → CSV", 2.5)
        self.row("CSV → NDJSON", "annexkit CSV → NDJSON", "Miller", "Miller CSV → NDJSON", 10)
        self.row("CSV → NDJSON", "annexkit CSV → NDJSON", "ogr2ogr", "ogr2ogr CSV → GeoJSON lines", None)
        self.row("NDJSON → CSV", "annexkit NDJSON → CSV", "jq", "jq NDJSON → CSV", None)
        self.row("NDJSON, validate only", "annexkit validate NDJSON", "ajv", "ajv validates NDJSON", 6)
        self.row("NDJSON, validate only", "annexkit validate NDJSON", "sourcemeta/jsonschema",
                 "sourcemeta/jsonschema validates NDJSON", 4)
        for job in ("XML → CSV", "XML → JSON", "CSV → XML"):
            self.row(job, f"annexkit {job}", "xmllint merely reading the XML", "xmllint --stream reads XML", 2)
        self.row("XML → CSV", "annexkit XML → CSV", "Python iterparse", "Python iterparse XML → CSV", 12)
        for job in ("CSV → NDJSON", "NDJSON → CSV", "XML → CSV"):
            self.row(f"{job}, 2 threads", f"annexkit {job}", "1 thread", f"annexkit {job}, 1 thread", 1.8)
        self.set_up_small(small)
        self.set_up_findings()

    def set_up_small(self, small):
        output = self.folder / "annexkit-small"
        self.commands["annexkit, 1,000 small files"] = Command(
            self.program, "convert", "--jobs", 2, "--schema", "eu-morocco-2013", "--to", "ndjson", "--out-dir", output,
            small, output=output)
        self.row("1,000 small files, one process", "annexkit, 1,000 small files", "one Miller process for each file",
                 "Miller, 1,000 small files", 20)
        tiny = self.generate("tiny", "--records", 10) / "annex.csv"
        self.commands["annexkit CSV → NDJSON, 10 initiatives"] = self.convert(
            tiny, "ndjson", output=self.folder / "tiny.ndjson")

    def set_up_findings(self):
        options = ("--records", self.records, "--formats", "ndjson")
        for fault, accepts in (("warning", 0), ("error", 1)):
            whole = self.generate(fault, *options, "--findings", fault) / "annex.ndjson"
            name = f"annexkit validate NDJSON, a finding of severity {fault} in each"
            self.commands[name] = self.validate(whole, accepts)
            self.row(f"NDJSON, validate only, a finding ({fault}) in each", name, "clean data",
                     "annexkit validate NDJSON", 1 / 3)
            converted = f"annexkit NDJSON → CSV, a finding of severity {fault} in each"
            self.commands[converted] = self.convert(whole, "csv", output=self.folder / f"{fault}.csv", accepts=accepts)
            self.commands[converted].argv += ["--on-invalid", "keep", "--report", f"text={os.devnull}"]
            self.row(f"NDJSON → CSV, a finding ({fault}) in each", converted, "clean data", "annexkit NDJSON → CSV",
                     1 / 3)
        quarter = self.generate("quarter", "--records", self.records // 4, "--formats", "ndjson", "--findings", "error")
        self.commands["annexkit validate NDJSON, an error in each, a quarter of the data"] = self.validate(
            quarter / "annex.ndjson", 1)
        self.row("four times the data, an error in each", name, "a quarter of it",
                 "annexkit validate NDJSON, an error in each, a quarter of the data", 0.22)

    def measure(self, rounds):
        for number in range(rounds):
            print(f"round {number + 1} of {rounds}", flush=True)
            for command in self.commands.values():
                command.run()

    def check(self):
        """The outputs of the last round: those of annexkit are the generator's bytes, those of others the same data."""
        data = self.folder / "data"
        for made in self.folder.glob("made-*"):
            if not filecmp.cmp(made, data / f"annex{made.suffix}", shallow=False):
                sys.exit(f"{made.name} is not what was generated")
        outputs = [self.commands[name].output for name in
                   ("DuckDB CSV → NDJSON", "DuckDB NDJSON → CSV", "Miller CSV → NDJSON", "ogr2ogr CSV → GeoJSON lines",
                    "jq NDJSON → CSV", "Python iterparse XML → CSV")]
        subprocess.run([sys.executable, HERE / "check.py", data / "annex.ndjson", *outputs], check=True)
        small = [command.output for name, command in self.commands.items() if "small files" in name]
        subprocess.run([sys.executable, HERE / "check.py", self.folder / "small", *small], check=True)

    def memory(self):
        """Peak memory of some 100 MB and of ten times that: one line of the table for each conversion."""
        for source, to in (("csv", "xml"), ("ndjson", "csv"), ("xml", "ndjson")):
            peaks = []
            for records in (150_000, 1_500_000):
                data = self.generate("large", "--records", records, "--formats", source) / f"annex.{source}"
                command = self.convert(data, to, output=self.folder / f"large.{to}")
                command.run()
                peaks.append((data.stat().st_size, command.peak_bytes))
                data.unlink()
                command.output.unlink()
            yield f"{source} → {to}", *peaks[0], *peaks[1]


def said(*command):
    """The version in what a command prints."""
    answer = subprocess.run(command, capture_output=True, text=True)
    return re.search(r"\d[\w.]*", answer.stdout + answer.stderr).group()


def read(path, name):
    return re.search(rf"^{name}\s*:\s*(.*)$", Path(path).read_text(), re.MULTILINE).group(1)


def heading(records, folder):
    versions = json.loads((PEERS / "package.json").read_text())["dependencies"]
    versions |= {"node": said("node", "--version"), "Miller": said("mlr", "--version"),
                 "GDAL": said("ogr2ogr", "--version"), "jq": said("jq", "--version"),
                 "libxml2": said("xmllint", "--version"), "Python": platform.python_version()}
    peers = ", ".join(f"{name} {version}" for name, version in versions.items())
    memory = int(read("/proc/meminfo", "MemTotal").split()[0]) >> 20
    commit = subprocess.run(["git", "-C", SOURCE, "rev-parse", "--short", "HEAD"], capture_output=True, text=True)
    sizes = ", ".join(f"{file.suffix[1:].upper()} {file.stat().st_size / 1e6:.0f} MB"
                      for file in sorted((folder / "data").glob("annex.*")) if file.suffix != ".jsonl")
    where = "memory" if folder.is_relative_to("/dev/shm") else "a folder on disk"
    return [
        "# Results", "", "Written by `./dev bench`, but for what stands under the last heading.", "",
        f"- Machine: {read('/proc/cpuinfo', 'model name')}, {os.cpu_count()} processors of which 2 were used, {memory} "
        f"GiB of memory, Linux {platform.release()}; load when it began: {os.getloadavg()[0]:.1f}.",
        f"- annexkit: release build of commit {commit.stdout.strip() or 'unknown'}.",
        f"- Peers: {peers}.", f"- Data: {records:,} generated initiatives ({sizes}) in {where}.", ""]


def tables(bench, memory):
    lines = ["## Ratios", "", "Medians of the wall time of whole processes; annexkit always validates everything.", "",
             "| job | against | annexkit | the other | ratio | at least | |", "|---|---|---:|---:|---:|---:|---|"]
    for job, ours, against, theirs, target in bench.rows:
        mine, other = bench.commands[ours].wall, bench.commands[theirs].wall
        verdict = "" if target is None else "reached" if other / mine >= target else "not reached"
        wanted = "" if target is None else f"{target:.3g}"
        lines.append(f"| {job} | {against} | {mine:.2f} s | {other:.2f} s | {other / mine:.2f} | {wanted} | {verdict} |")
    lines += ["", "## Each command", "", "Peak memory is at least that of the script that starts the command.", "",
              "| command | wall | processor | peak memory |", "|---|---:|---:|---:|"]
    for name, command in bench.commands.items():
        lines.append(f"| {name} | {command.wall:.3f} s | {command.processor:.3f} s | {command.peak_bytes >> 20} MiB |")
    lines += ["", "## Memory", "", "The same within a tenth, and below 128 MiB, is wanted.", "",
              "| job | size | peak memory | size | peak memory |", "|---|---:|---:|---:|---:|"]
    for job, small, small_peak, large, large_peak in memory:
        lines.append(f"| {job} | {small / 1e6:.0f} MB | {small_peak / 2**20:.0f} MiB | {large / 1e6:.0f} MB | "
                     f"{large_peak / 2**20:.0f} MiB |")
    return lines + [""]


def memory_folder(build):
    """A folder in memory where there is room for the data, else one of the build."""
    shared = Path("/dev/shm")
    needed = 8 << 30
    return shared if shared.is_dir() and shutil.disk_usage(shared).free > needed else build


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=Path)
    parser.add_argument("modules", type=Path)
    parser.add_argument("--records", type=int, default=400_000)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
    os.environ["NODE_PATH"] = str(arguments.modules)
    with tempfile.TemporaryDirectory(prefix="annexkit-bench-", dir=memory_folder(arguments.build)) as folder:
        bench = Bench(arguments.build, arguments.modules, Path(folder), arguments.records)
        bench.set_up()
        lines = heading(arguments.records, bench.folder)
        bench.measure(arguments.rounds)
        bench.check()
        lines += tables(bench, list(bench.memory()))
    print("\n".join(lines))
    kept = RESULTS.read_text().partition(BY_HAND) if RESULTS.exists() else ("", "", "")
    RESULTS.write_text("\n".join(lines) + "\n" + kept[1] + kept[2])


main()
