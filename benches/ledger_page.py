"""Processor time of the server on a large ledger, on SQLite and on PostgreSQL, and how it grows.

Usage: ledger_page.py RECTIFY FILL [ITEMS [LARGE [sqlite|postgres]]]
FILL is `target/release/examples/fill` of the crate storage. ITEMS (20,000) is the size that the goals are for, LARGE
(1,000,000; 0 leaves it out) shows the growth. PostgreSQL is taken from the Debian packages and runs on 127.0.0.1 as
long as this does; its own processor time stands behind the plus sign.
"""
import http.client
import json
import os
import pathlib
import shlex
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse

BINARY, FILL = sys.argv[1], sys.argv[2]
ITEMS = int(sys.argv[3]) if len(sys.argv) > 3 else 20_000
LARGE = int(sys.argv[4]) if len(sys.argv) > 4 else 1_000_000
KINDS = sys.argv[5:] or ["sqlite", "postgres"]
PORT = 8497
DEPARTMENTS = 30
TICK_MS = 1000 / os.sysconf("SC_CLK_TCK")
# Time spent on one measure, whatever a request takes.
SECONDS = 1.5
REQUESTS_MAX, REQUESTS_MIN = 300, 5
PASSWORD = "Zheng-Gai-2026"


def fields(pid):
    return open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()


def cpu_ms(pid):
    stat = fields(pid)
    return (int(stat[11]) + int(stat[12])) * TICK_MS


def memory_mb(pid):
    line = next(line for line in open(f"/proc/{pid}/status") if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def pace():
    """Seconds of ten million additions: machines are noisy, and figures of a slow hour are no figures of the program."""
    begun, total = time.process_time(), 0
    for number in range(10_000_000):
        total += number
    return time.process_time() - begun


class Postgres:
    """A cluster of its own that ends with this program."""

    def __init__(self):
        versions = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"))
        self.bin = versions[-1].parent
        self.folder = tempfile.mkdtemp(prefix="rectify-postgres")
        self.prefix = []
        if os.getuid() == 0:
            shutil.chown(self.folder, "postgres")
            self.prefix = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        make = [self.bin / "initdb", "-D", self.folder, "-U", "rectify", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"]
        subprocess.run([*self.prefix, *make], check=True, stdout=subprocess.DEVNULL)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        serve = [self.bin / "postgres", "-D", self.folder, "-h", "127.0.0.1", "-p", str(self.port), "-k", self.folder]
        settings = ["-c", "shared_buffers=256MB", "-c", "max_wal_size=2GB"]
        self.server = subprocess.Popen([*self.prefix, *serve, *settings], stderr=subprocess.DEVNULL)
        self.postmaster = None
        for _ in range(200):
            if self.psql("SELECT 1").returncode == 0:
                break
            time.sleep(0.1)
        self.postmaster = int(open(f"{self.folder}/postmaster.pid").readline())

    def psql(self, sql, database="postgres"):
        where = ["-h", "127.0.0.1", "-p", str(self.port), "-U", "rectify", "-d", database]
        return subprocess.run([self.bin / "psql", "-q", *where, "-c", sql], capture_output=True, check=False)

    def database(self, name):
        assert self.psql(f"CREATE DATABASE {name}").returncode == 0
        return f"postgres://rectify@127.0.0.1:{self.port}/{name}"

    def settle(self, name):
        """As after the first night: rows counted, pages marked."""
        self.psql("VACUUM ANALYZE", name)

    def cpu_ms(self):
        """Of the processes that serve connections."""
        total = 0
        for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
            try:
                pid = int(stat.parent.name)
                if int(fields(pid)[1]) == self.postmaster:
                    total += cpu_ms(pid)
            except (FileNotFoundError, ProcessLookupError):
                continue
        return total

    def stop(self):
        os.kill(self.postmaster, 2)
        self.server.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


class Client:
    def __init__(self):
        self.connection = http.client.HTTPConnection("127.0.0.1", PORT)
        self.cookie = None

    def send(self, method, path, body=None):
        headers = {"Content-Type": "application/json"}
        if self.cookie:
            headers["Cookie"] = self.cookie
        self.connection.request(method, f"/api/v1{path}", json.dumps(body).encode() if body else None, headers)
        answer = self.connection.getresponse()
        text = answer.read()
        if answer.getheader("Set-Cookie"):
            self.cookie = answer.getheader("Set-Cookie").split(";")[0]
        assert answer.status < 300, (method, path, answer.status, text[:300])
        return json.loads(text) if text else None

    def sign_in(self, username):
        self.send("POST", "/session", {"username": username, "password": PASSWORD})
        return self


class Server:
    def __init__(self, folder, url):
        self.arguments = ["--data", folder, *(["--database-url", url] if url else [])]
        self.start()

    def start(self):
        start = time.perf_counter()
        command = [BINARY, "serve", *self.arguments, "--listen", f"127.0.0.1:{PORT}"]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE)
        self.process.stderr.readline()
        self.ready_ms = (time.perf_counter() - start) * 1000
        self.idle_mb = memory_mb(self.process.pid)

    def stop(self):
        self.process.terminate()
        self.process.wait()


def set_up(client):
    """The tree of units, one round, somebody who reaches one department, and somebody who reviews."""
    client.send("POST", "/setup", {"unit_name": "测试局", "username": "bench", "name": "测试", "password": PASSWORD})
    root = client.send("GET", "/units")["items"][0]["id"]
    units = [
        client.send("POST", "/units", {"name": f"第{n}科", "kind": "department", "parent_id": root})["id"]
        for n in range(DEPARTMENTS)
    ]
    for username, roles, unit in (("clerk", ["head"], units[7]), ("leader", ["leader"], root)):
        person = {"name": username, "username": username, "password": PASSWORD, "roles": roles, "unit_id": unit}
        client.send("POST", "/people", person)
    body = {"source": "patrol", "title": "测试轮次", "issuing_body": "测试组", "unit_id": root}
    return client.send("POST", "/inspections", body)["key"]


class Bench:
    def __init__(self, server, postgres):
        self.server, self.postgres, self.figures = server, postgres, {}

    def now(self):
        return cpu_ms(self.server.process.pid), self.postgres.cpu_ms() if self.postgres else 0

    def measure(self, name, goal, act):
        act(0)
        requests, begun, before = 0, time.perf_counter(), self.now()
        while requests < REQUESTS_MAX and (requests < REQUESTS_MIN or time.perf_counter() - begun < SECONDS):
            requests += 1
            act(requests)
        own, database = (after - then for after, then in zip(self.now(), before))
        self.figures[name] = (goal, own / requests, database / requests)


def work(bench, client, key, items):
    clerk, leader = Client().sign_in("clerk"), Client().sign_in("leader")
    page = f"/inspections/{key}/findings?limit=25"
    middle = f"/findings/{key}-{items // 2:03}"
    rare = urllib.parse.quote(f"第{items // 2}项")
    often = urllib.parse.quote("落实")
    get = lambda who, path: lambda _: who.send("GET", path)
    bench.measure("list of 25", 3, get(client, page))
    bench.measure("list by date", 3, get(client, f"{page}&sort=due"))
    bench.measure("list, two lamps", 3, get(client, f"{page}&lamp=red,yellow"))
    bench.measure("search, few hits", 5, get(client, f"{page}&q={rare}"))
    bench.measure("search, all hit", 5, get(client, f"{page}&q={often}"))
    bench.measure("one item", 1, get(client, middle))
    bench.measure("figures", 10, get(client, f"/inspections/{key}/statistics"))
    bench.measure("my work", 10, get(client, "/work/mine?limit=25"))
    bench.measure("review queue", 10, get(leader, "/work/reviews?limit=25"))
    versions = iter(range(client.send("GET", middle)["version"], 10**9))
    change = lambda n: client.send("PATCH", middle, {"version": next(versions), "target": f"目标{n}"})
    bench.measure("change and entry", 3, change)
    add = lambda n: client.send("POST", f"/findings/{key}-{n + 1:03}/measures", {"text": f"措施{n}"})
    bench.measure("new measure and entry", 3, add)
    bench.measure("department: list of 25", 3, get(clerk, page))
    bench.measure("department: search", 5, get(clerk, f"{page}&q={often}"))
    own = clerk.send("GET", page)["items"][0]["key"]
    bench.measure("department: one item", 1, get(clerk, f"/findings/{own}"))
    bench.measure("department: figures", 10, get(clerk, f"/inspections/{key}/statistics"))
    bench.measure("department: my work", 10, get(clerk, "/work/mine?limit=25"))


def run(kind, items, postgres):
    """Figures of one size on one database."""
    with tempfile.TemporaryDirectory() as folder:
        url = postgres.database(f"ledger_{items}") if postgres else None
        server = Server(folder, url)
        try:
            key = set_up(Client())
            server.stop()
            begun = time.perf_counter()
            command = [FILL, folder, key, str(items), *([url] if url else [])]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            filled = time.perf_counter() - begun
            if postgres:
                postgres.settle(f"ledger_{items}")
            server.start()
            print(
                f"{kind}, {items}: filled in {filled:.0f} s; ready {server.ready_ms:.0f} ms (goal 300), "
                f"idle {server.idle_mb:.0f} MB (goal 80)",
                flush=True,
            )
            bench = Bench(server, postgres)
            work(bench, Client().sign_in("bench"), key, items)
            print(f"  after the work {memory_mb(server.process.pid):.0f} MB", flush=True)
            begun = time.perf_counter()
            server.stop()
            verify = [BINARY, "verify", *server.arguments]
            done = subprocess.run(verify, capture_output=True, text=True, check=False)
            state = "holds" if done.returncode == 0 else f"BROKEN: {done.stdout}{done.stderr}"
            print(f"  chain and rows checked in {time.perf_counter() - begun:.0f} s: {state}", flush=True)
            return bench.figures
        finally:
            server.stop()


def table(kind, small, large):
    grown = f"{LARGE:>14,} {'growth':>7}" if large else ""
    print(f"\n{kind}, ms of one core; goal for {ITEMS:,}\n{'':<24}{'goal':>5} {ITEMS:>14,} {grown}")
    shown = lambda own, database: f"{own:.2f}" + (f" + {database:.2f}" if kind == "postgres" else "")
    for name, (goal, own, database) in small.items():
        line = f"{name:<24}{goal:>5} {shown(own, database):>14}"
        if large:
            _, more, beside = large[name]
            ratio = (more + beside) / max(own + database, 0.01)
            line += f" {shown(more, beside):>14} {ratio:>6.1f}x"
        print(line + ("" if own <= goal else "  MISSED"))


def main():
    print(shlex.join(sys.argv), flush=True)
    tables = []
    print(f"pace before: {pace():.2f} s for ten million additions of Python", flush=True)
    for kind in KINDS:
        postgres = Postgres() if kind == "postgres" else None
        try:
            small = run(kind, ITEMS, postgres)
            table(kind, small, None)
            tables.append((kind, small, run(kind, LARGE, postgres) if LARGE else None))
        finally:
            if postgres:
                postgres.stop()
    for one in tables:
        table(*one)
    print(f"pace after: {pace():.2f} s")


main()
