// Every link of the user interface is built here; no other file writes a path.

export type Query = Record<string, string | undefined>;

const withQuery = (path: string, query: Query = {}): string => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") params.set(name, value);
  }
  const text = params.toString();
  return text ? `${path}?${text}` : path;
};

const part = encodeURIComponent;

export const paths = {
  home: () => "/",
  setup: () => "/setup",
  login: (to?: string) => withQuery("/login", { to }),
  importing: (inspection: string, draft?: string, view?: { node?: string; only?: string }) =>
    withQuery(`/inspections/${part(inspection)}/import`, { draft, ...view }),
  importPrint: (inspection: string, draft: string) =>
    withQuery(`/inspections/${part(inspection)}/import/print`, { draft }),
  ledger: (inspection: string, query?: Query) => withQuery(`/inspections/${part(inspection)}/ledger`, query),
  ledgerPrint: (inspection: string, query?: Query) => withQuery(`/inspections/${part(inspection)}/ledger/print`, query),
  reports: (inspection: string) => `/inspections/${part(inspection)}/reports`,
  report: (key: string) => `/reports/${part(key)}`,
  publication: (key: string) => `/publications/${part(key)}`,
  chronicle: (inspection: string) => `/inspections/${part(inspection)}/chronicle`,
  mine: () => "/work",
  reviews: (query?: Query) => withQuery("/reviews", query),
  reviewPrint: (key: string) => `/reviews/${part(key)}/print`,
  finding: (key: string) => `/findings/${part(key)}`,
  findingPrint: (key: string) => `/findings/${part(key)}/print`,
  units: () => "/admin/units",
  people: () => "/admin/people",
  rules: () => "/admin/rules",
  tokens: () => "/account/tokens",
  delegations: () => "/account/delegations",
  templates: (query?: Query) => withQuery("/templates", query),
  auditLog: (query?: Query) => withQuery("/admin/audit-log", query),
  auditLogPrint: (query?: Query) => withQuery("/admin/audit-log/print", query),
};

/** Addresses the browser opens itself, outside the router: downloads made by the server. */
export const downloads = {
  ledger: (inspection: string, query?: Query) =>
    withQuery(`/api/v1/inspections/${part(inspection)}/ledger.xlsx`, query),
  evidence: (key: string) => `/api/v1/evidence/${part(key)}/file`,
  preview: (key: string) => `/api/v1/evidence/${part(key)}/preview`,
  auditLog: () => "/api/v1/audit-log/export",
  reportFile: (key: string, query?: Query) => withQuery(`/api/v1/reports/${part(key)}/file`, query),
  job: (id: string) => `/api/v1/jobs/${part(id)}/file`,
  publicationFile: (key: string, query?: Query) => withQuery(`/api/v1/publications/${part(key)}/file`, query),
  template: (inspection: string, key: string) => `/api/v1/inspections/${part(inspection)}/templates/${part(key)}`,
  templateFile: (key: string, number: number) => `/api/v1/templates/${part(key)}/versions/${number}/file`,
  builtInTemplate: (kind: string) => `/api/v1/report-kinds/${part(kind)}/template`,
  report: (inspection: string, kind: string, query?: Query) =>
    withQuery(`/api/v1/inspections/${part(inspection)}/reports/${part(kind)}`, query),
};

/** The inspection a page belongs to: `/inspections/XC-2026-01/…` or a finding key such as `XC-2026-01-014`. */
export function currentInspection(path: string): string | null {
  const inside = /^\/inspections\/([^/]+)/.exec(path)?.[1];
  if (inside) return decodeURIComponent(inside);
  const finding = /^\/(?:findings|reports|publications)\/([^/]+)/.exec(path)?.[1];
  return finding ? inspectionOf(decodeURIComponent(finding)) : null;
}

/** `XC-2026-01-014` belongs to `XC-2026-01`. */
export function inspectionOf(finding: string): string | null {
  const parts = finding.split("-");
  return parts.length >= 4 ? parts.slice(0, 3).join("-") : null;
}
