import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { getCheckpointMail, getLogCheckpoint } from "./auditLog";
import { listChronicle } from "./chronicle";
import { listDelegations } from "./delegations";
import { listPeople, listPositions, listUnits } from "./directory";
import { getDraft, listDrafts, missingOwners } from "./drafts";
import { getFinding } from "./findings";
import { getGaps, getInspection, getStatistics, listInspections } from "./inspections";
import {
  checkPublication,
  getFindingPublishing,
  getPublication,
  listPublications,
  listPublishing,
} from "./publications";
import { listJobs } from "./jobs";
import { getSession, getSetup } from "./session";
import { checkReport, compareReport, getReport, listFontReplacements, listReportKinds, listReports } from "./reports";
import { getRules } from "./rules";
import { listTemplates, tryStoredTemplate } from "./templates";
import { listTokens } from "./tokens";
import { getMine } from "./work";

// Query keys are the API path (and filter); one change invalidates by its path prefix.
export const queries = {
  setup: () => queryOptions({ queryKey: ["setup"], queryFn: getSetup, staleTime: 60_000 }),
  session: () => queryOptions({ queryKey: ["session"], queryFn: getSession, staleTime: 60_000, retry: false }),
  reportKinds: () => queryOptions({ queryKey: ["report-kinds"], queryFn: listReportKinds, staleTime: Infinity }),
  fontReplacements: () =>
    queryOptions({ queryKey: ["font-replacements"], queryFn: listFontReplacements, staleTime: Infinity }),
  reports: (inspection: string) =>
    queryOptions({ queryKey: ["inspections", inspection, "reports"], queryFn: () => listReports(inspection) }),
  report: (key: string) => queryOptions({ queryKey: ["reports", key], queryFn: () => getReport(key) }),
  reportChecks: (key: string, version: number) =>
    queryOptions({ queryKey: ["reports", key, "checks", version], queryFn: () => checkReport(key) }),
  reportComparison: (key: string, version: number, other: string | null) =>
    queryOptions({
      queryKey: ["reports", key, "comparison", version, other],
      queryFn: () => compareReport(key, other),
    }),
  jobs: () => queryOptions({ queryKey: ["jobs"], queryFn: listJobs }),
  publications: (inspection: string) =>
    queryOptions({
      queryKey: ["inspections", inspection, "publications"],
      queryFn: () => listPublications(inspection),
    }),
  publication: (key: string) => queryOptions({ queryKey: ["publications", key], queryFn: () => getPublication(key) }),
  publicationChecks: (key: string, digest: string) =>
    queryOptions({ queryKey: ["publications", key, "checks", digest], queryFn: () => checkPublication(key) }),
  publishing: (inspection: string) =>
    queryOptions({ queryKey: ["inspections", inspection, "publishing"], queryFn: () => listPublishing(inspection) }),
  findingPublishing: (key: string) =>
    queryOptions({ queryKey: ["findings", key, "publishing"], queryFn: () => getFindingPublishing(key) }),
  chronicle: (inspection: string) =>
    queryOptions({ queryKey: ["inspections", inspection, "chronicle"], queryFn: () => listChronicle(inspection) }),
  rules: () => queryOptions({ queryKey: ["rules"], queryFn: getRules }),
  templates: () => queryOptions({ queryKey: ["templates"], queryFn: listTemplates }),
  templateTrial: (key: string, inspection: string) =>
    queryOptions({
      queryKey: ["templates", key, "trial", inspection],
      queryFn: () => tryStoredTemplate(key, inspection),
      enabled: inspection !== "",
      staleTime: 0,
    }),
  tokens: () => queryOptions({ queryKey: ["tokens"], queryFn: listTokens }),
  units: () => queryOptions({ queryKey: ["units"], queryFn: listUnits, staleTime: 30_000 }),
  people: () => queryOptions({ queryKey: ["people"], queryFn: listPeople, staleTime: 30_000 }),
  positions: (person: string) =>
    queryOptions({ queryKey: ["people", person, "positions"], queryFn: () => listPositions(person) }),
  delegations: () => queryOptions({ queryKey: ["delegations"], queryFn: listDelegations }),
  logCheckpoint: () => queryOptions({ queryKey: ["audit-log", "checkpoint"], queryFn: getLogCheckpoint }),
  checkpointMail: () => queryOptions({ queryKey: ["audit-log", "checkpoint", "mail"], queryFn: getCheckpointMail }),
  inspections: () => queryOptions({ queryKey: ["inspections"], queryFn: listInspections }),
  inspection: (key: string) => queryOptions({ queryKey: ["inspections", key], queryFn: () => getInspection(key) }),
  statistics: (key: string) =>
    queryOptions({ queryKey: ["inspections", key, "statistics"], queryFn: () => getStatistics(key) }),
  gaps: (key: string) => queryOptions({ queryKey: ["inspections", key, "gaps"], queryFn: () => getGaps(key) }),
  drafts: (inspection: string) =>
    queryOptions({ queryKey: ["inspections", inspection, "drafts"], queryFn: () => listDrafts(inspection) }),
  draft: (id: string) => queryOptions({ queryKey: ["drafts", id], queryFn: () => getDraft(id), staleTime: 5_000 }),
  missingOwners: (id: string, version: number) =>
    queryOptions({
      queryKey: ["drafts", id, "missing-owners", version],
      queryFn: () => missingOwners(id),
      staleTime: 0,
      gcTime: 0,
    }),
  mine: (limit: number) => queryOptions({ queryKey: ["work", "mine", limit], queryFn: () => getMine(limit) }),
  finding: (key: string) =>
    queryOptions({
      queryKey: ["findings", key],
      queryFn: () => getFinding(key),
      placeholderData: keepPreviousData,
    }),
};
