import { expect, test } from "vitest";
import { paths } from "../../paths";
import { parseSearch, stringifySearch } from "../../search";
import { anyFilter, readLedger, serverQuery, toggleLamp, writeLedger } from "./filters";
import { readColumns } from "./useColumns";
import { COLUMNS, DEFAULT_COLUMNS } from "./columns";

test("the address and the filters say the same", () => {
  const address = "?lamp=red%2Cyellow&q=%E5%B7%AE%E6%97%85+2026&unit=u1&due_to=2026-12-31&sort=due&open=XC-2026-01-004";
  const state = readLedger(parseSearch(address));
  expect(state).toEqual({
    filters: { lamp: "red,yellow", q: "差旅 2026", unit: "u1", due_to: "2026-12-31" },
    sort: "due",
    open: "XC-2026-01-004",
  });
  expect(readLedger(parseSearch(stringifySearch(writeLedger(state))))).toEqual(state);
});

test("digits stay words, and unknown parameters are left out", () => {
  expect(readLedger(parseSearch("?q=2026&sort=nonsense&x=1"))).toEqual({
    filters: { q: "2026" },
    sort: "serial",
    open: null,
  });
});

test("a plain ledger has a plain address", () => {
  expect(paths.ledger("XC-2026-01", writeLedger({ filters: {}, sort: "serial", open: null }))).toBe(
    "/inspections/XC-2026-01/ledger",
  );
});

test("the open item is not part of what the server is asked", () => {
  expect(serverQuery({ filters: { q: "a" }, sort: "due", open: "K" })).toEqual({ q: "a", sort: "due" });
});

test("lamps are toggled one by one in a fixed order", () => {
  const one = toggleLamp({}, "yellow");
  const two = toggleLamp(one, "red");
  expect(two.lamp).toBe("red,yellow");
  expect(anyFilter(toggleLamp(toggleLamp(two, "red"), "yellow"))).toBe(false);
});

test("remembered columns keep their order, rubbish falls back to the default", () => {
  expect(readColumns("due,serial,title")).toEqual(["serial", "title", "due"]);
  expect(readColumns("nothing")).toEqual(DEFAULT_COLUMNS);
  expect(readColumns(COLUMNS.join(","))).toEqual(COLUMNS);
});
