import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { currentInspection, paths } from "./paths";
import { createAppRouter } from "./routes";

test("every link leads to a route, and every route has a link", () => {
  const links = [
    paths.home(),
    paths.setup(),
    paths.login(),
    paths.units(),
    paths.people(),
    paths.auditLog(),
    paths.auditLogPrint(),
    paths.rules(),
    paths.tokens(),
    paths.delegations(),
    paths.templates(),
    paths.mine(),
    paths.reviews(),
    paths.reviewPrint("$key"),
    paths.finding("$key"),
    paths.findingPrint("$key"),
    paths.reports("$key"),
    paths.report("$key"),
    paths.publication("$key"),
    paths.chronicle("$key"),
    paths.importing("$key"),
    paths.importPrint("$key", ""),
    paths.ledger("$key"),
    paths.ledgerPrint("$key"),
  ];
  const routes = Object.keys(createAppRouter(new QueryClient()).routesByPath);
  expect(links.map(decodeURIComponent).sort()).toEqual([...new Set(routes)].sort());
});

test("a page knows its inspection", () => {
  expect(currentInspection("/inspections/XC-2026-01/ledger")).toBe("XC-2026-01");
  expect(currentInspection("/findings/XC-2026-01-014")).toBe("XC-2026-01");
  expect(currentInspection("/admin/units")).toBeNull();
});
