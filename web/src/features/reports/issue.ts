import { useState } from "react";
import type { Query } from "../../paths";
import type { Body, Report, ReportKind } from "../../api/types";

/** How a document is issued, as it is typed in. */
export type Issue = {
  /** Empty: as the template of the document says. */
  form: "" | "plain" | "red_head" | "letter";
  layout: "a" | "b";
  seal: "none" | "room" | "frame";
  number: string;
  /** Names with commas between them. */
  signers: string;
  copies: string;
  /** Empty: none. */
  urgency: "" | "extra" | "quick";
  /** Bodies that issue it together with the own one, with commas between them. */
  joint: string;
};

export const NO_ISSUE: Issue = {
  form: "",
  layout: "a",
  seal: "none",
  number: "",
  signers: "",
  copies: "",
  urgency: "",
  joint: "",
};

const LAYOUTS = new Set(["a", "b"]);
const SEALS = new Set(["none", "room", "frame"]);
const URGENCIES = new Set(["", "extra", "quick"]);
const FORMS = new Set(["", "plain", "red_head", "letter"]);

/** What was kept in this browser; what cannot be read is left out. */
export function readIssue(stored: string | null): Issue {
  let kept: Partial<Record<keyof Issue, unknown>> = {};
  try {
    kept = (JSON.parse(stored ?? "{}") ?? {}) as typeof kept;
  } catch {
    return NO_ISSUE;
  }
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  const one = <T extends string>(value: unknown, known: Set<string>, fallback: T): T =>
    typeof value === "string" && known.has(value) ? (value as T) : fallback;
  return {
    form: one(kept.form, FORMS, NO_ISSUE.form),
    layout: one(kept.layout, LAYOUTS, NO_ISSUE.layout),
    seal: one(kept.seal, SEALS, NO_ISSUE.seal),
    number: text(kept.number),
    signers: text(kept.signers),
    copies: text(kept.copies),
    urgency: one(kept.urgency, URGENCIES, NO_ISSUE.urgency),
    joint: text(kept.joint),
  };
}

const stored = (inspection: string) => `rectify.issue.${inspection}`;

/** The choices for an inspection; kept in this browser. */
export function useIssue(inspection: string): [Issue, (next: Issue) => void] {
  const [issue, setIssue] = useState(() => readIssue(localStorage.getItem(stored(inspection))));
  const choose = (next: Issue) => {
    localStorage.setItem(stored(inspection), JSON.stringify(next));
    setIssue(next);
  };
  return [issue, choose];
}

const names = (text: string): string[] =>
  text
    .split(/[,，、]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");

/** Tables have no head; signers and further bodies are those of a red one. */
function fitting(issue: Issue, shape: ReportKind["shape"]): Partial<Issue> {
  if (shape === "list" || shape === "sheet") return { layout: issue.layout };
  const { form, layout, seal } = issue;
  if (form === "plain") return { form, layout, seal };
  const { number, copies, signers, urgency, joint } = issue;
  return {
    form,
    layout,
    seal,
    number,
    copies,
    ...(form !== "" && { urgency }),
    ...(form === "red_head" && { signers, joint }),
  };
}

/** The choices as the API takes them. */
export function issueBody(issue: Issue, shape: ReportKind["shape"]): Body["IssueBody"] {
  const { form, signers, joint, ...rest } = fitting(issue, shape);
  return {
    ...rest,
    ...(form && { form }),
    ...(signers !== undefined && { signers: names(signers) }),
    ...(joint !== undefined && { joint: names(joint) }),
  };
}

/** The choices as a part of an address. */
export function issueQuery(issue: Issue, shape: ReportKind["shape"]): Query {
  const { form, layout, seal, number, copies, signers, urgency, joint } = fitting(issue, shape);
  return {
    form,
    layout: layout === "a" ? undefined : layout,
    seal: seal === "none" ? undefined : seal,
    number,
    copies,
    signers: signers && names(signers).join(","),
    urgency: urgency === "" ? undefined : urgency,
    joint: joint && names(joint).join(","),
  };
}

/** What a report is issued as; a form that this dialog does not offer stays as it is. */
export function issueOf(report: Report): Issue {
  const { form, layout, seal, number, signers, copies, urgency, joint } = report.issue;
  const offered = form === "minutes" || form === "order" ? "" : form;
  return {
    form: offered,
    layout,
    seal,
    number,
    copies,
    signers: signers.join("、"),
    urgency: urgency ?? "",
    joint: joint.join("、"),
  };
}
