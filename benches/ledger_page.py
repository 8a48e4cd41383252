"""Processor time of the server on a ledger of 20,000 items: pages, one item, changes with their entry in the log.

Usage: ledger_page.py RECTIFY [ITEMS] [postgres://…]
Goals: ready in < 300 ms, < 80 MB idle, a page <= 3 ms, an item <= 1 ms, a change <= 3 ms, the figures <= 10 ms.
With a database server its own processor time is not counted.
"""
import http.client
import json
import os
import subprocess
import sys
import tempfile
import time

BINARY = sys.argv[1]
ITEMS = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000
DATABASE = ["--database-url", sys.argv[3]] if len(sys.argv) > 3 else []
PORT = 8497
REQUESTS = 300
DEPARTMENTS = 30
TICK_MS = 1000 / os.sysconf("SC_CLK_TCK")


def cpu_ms(pid):
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * TICK_MS


def memory_mb(pid):
    line = next(line for line in open(f"/proc/{pid}/status") if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


class Client:
    def __init__(self):
        self.connection = http.client.HTTPConnection("127.0.0.1", PORT)
        self.cookie = None

    def send(self, method, path, body=None, kind="application/json"):
        headers = {"Content-Type": kind}
        if self.cookie:
            headers["Cookie"] = self.cookie
        data = json.dumps(body).encode() if isinstance(body, dict) else body
        self.connection.request(method, f"/api/v1{path}", data, headers)
        answer = self.connection.getresponse()
        text = answer.read()
        if answer.getheader("Set-Cookie"):
            self.cookie = answer.getheader("Set-Cookie").split(";")[0]
        assert answer.status < 300, (method, path, answer.status, text[:300])
        return json.loads(text)


def fill(client):
    client.send("POST", "/setup", {"unit_name": "测试局", "username": "bench", "name": "测试", "password": "Zheng-Gai-2026"})
    unit = client.send("GET", "/units")["items"][0]["id"]
    for n in range(DEPARTMENTS):
        client.send("POST", "/units", {"name": f"第{n}科", "kind": "department", "parent_id": unit})
    body = {"source": "patrol", "title": "测试轮次", "issuing_body": "测试组", "unit_id": unit}
    key = client.send("POST", "/inspections", body)["key"]
    rows = ["编号\t反馈问题\t整改时限\t整改类型\t责任单位"]
    # Pasting goes in at most 1 MB a time.
    for start in range(0, ITEMS, 5000):
        part = [f"\t第{n}项工作落实不到位\t2027-0{n % 9 + 1}-15\t限期整改\t第{n % DEPARTMENTS}科" for n in range(start, min(start + 5000, ITEMS))]
        found = client.send("POST", f"/inspections/{key}/ledger-changes", {"table": "\n".join(rows + part)})
        wanted = [row["row"] for row in found["rows"] if row["kind"] == "new"]
        client.send("POST", f"/ledger-changes/{found['id']}/confirmation", {"rows": wanted})
    return key


def timed(pid, name, goal, act):
    before = cpu_ms(pid)
    for n in range(REQUESTS):
        act(n)
    print(f"{name}: {(cpu_ms(pid) - before) / REQUESTS:.2f} ms CPU (goal {goal})")


def work(client, pid, key):
    """One item, changes of it, the figures of the inspection."""
    item = f"/findings/{key}-{ITEMS // 2:03}"
    timed(pid, "page of 25", 3, lambda _: client.send("GET", f"/inspections/{key}/findings?limit=25"))
    timed(pid, "one item", 1, lambda _: client.send("GET", item))
    timed(pid, "figures", 10, lambda _: client.send("GET", f"/inspections/{key}/statistics"))
    versions = iter(range(client.send("GET", item)["version"], 10**9))
    timed(
        pid,
        "change and its entry",
        3,
        lambda n: client.send("PATCH", item, {"version": next(versions), "target": f"目标{n}"}),
    )
    timed(
        pid,
        "new measure and its entry",
        3,
        lambda n: client.send("POST", f"/findings/{key}-{n + 1:03}/measures", {"text": f"措施{n}"}),
    )


def as_department(client, pid, key):
    """Somebody who reaches one department of many."""
    unit = next(u["id"] for u in client.send("GET", "/units")["items"] if u["name"] == "第7科")
    person = {"name": "科员", "username": "clerk", "password": "Lian-Luo-2026", "roles": ["owner"], "unit_id": unit}
    client.send("POST", "/people", person)
    clerk = Client()
    clerk.send("POST", "/session", {"username": "clerk", "password": "Lian-Luo-2026"})
    page = f"/inspections/{key}/findings?limit=25"
    total = clerk.send("GET", page)["total"]
    timed(pid, f"page of 25 within reach of a department ({total} of {ITEMS})", 3, lambda _: clerk.send("GET", page))
    item = clerk.send("GET", page)["items"][0]["key"]
    timed(pid, "one item within reach", 1, lambda _: clerk.send("GET", f"/findings/{item}"))
    timed(pid, "figures within reach", 10, lambda _: clerk.send("GET", f"/inspections/{key}/statistics"))


def main():
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        server = subprocess.Popen(
            [BINARY, "serve", "--data", folder, "--listen", f"127.0.0.1:{PORT}", *DATABASE], stderr=subprocess.PIPE
        )
        server.stderr.readline()
        ready = (time.perf_counter() - start) * 1000
        print(f"ready {ready:.0f} ms (goal 300), idle {memory_mb(server.pid):.0f} MB (goal 80)")
        try:
            client = Client()
            key = fill(client)
            paths = ["?limit=100", "?sort=due&limit=100", "?lamp=red,yellow&limit=100", "?q=落实&limit=100"]
            for path in paths:
                url = f"/inspections/{key}/findings{path}".replace("落实", "%E8%90%BD%E5%AE%9E")
                total = client.send("GET", url)["total"]
                before = cpu_ms(server.pid)
                for _ in range(REQUESTS):
                    client.send("GET", url)
                each = (cpu_ms(server.pid) - before) / REQUESTS
                print(f"page {path}: {each:.2f} ms CPU (goal 3), {total} items")
            work(client, server.pid, key)
            as_department(client, server.pid, key)
            print(f"after: {memory_mb(server.pid):.0f} MB")
        finally:
            server.terminate()
            server.wait()


main()
