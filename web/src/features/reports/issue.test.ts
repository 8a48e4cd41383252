import { expect, test } from "vitest";
import { issueBody, issueQuery, NO_ISSUE, readIssue, type Issue } from "./issue";

const RED: Issue = {
  form: "red_head",
  layout: "b",
  seal: "room",
  number: "云水发〔2026〕5号",
  signers: "张某、李某，",
  copies: "县纪委监委",
  urgency: "extra",
  joint: "县财政局、县审计局",
};

test("what was kept is read, and what cannot be read is left out", () => {
  expect(readIssue(JSON.stringify(RED))).toEqual(RED);
  expect(readIssue(null)).toEqual(NO_ISSUE);
  expect(readIssue("{")).toEqual(NO_ISSUE);
  expect(readIssue("null")).toEqual(NO_ISSUE);
  expect(readIssue('{"form":"x","layout":1,"number":"5"}')).toEqual({ ...NO_ISSUE, number: "5" });
});

test("a table takes its margins only", () => {
  expect(issueBody(RED, "list")).toEqual({ layout: "b" });
  expect(issueQuery(RED, "sheet").form).toBeUndefined();
});

test("a red head names who signs, a letter does not", () => {
  expect(issueBody(RED, "text").signers).toEqual(["张某", "李某"]);
  expect(issueBody(RED, "text").joint).toEqual(["县财政局", "县审计局"]);
  const letter = issueBody({ ...RED, form: "letter" }, "letter");
  expect([letter.signers, letter.joint, letter.urgency]).toEqual([undefined, undefined, "extra"]);
  expect(issueBody({ ...RED, form: "plain" }, "text")).toEqual({ form: "plain", layout: "b", seal: "room" });
  expect(issueBody({ ...RED, form: "" }, "letter").form).toBeUndefined();
  expect(issueQuery(RED, "text")).toMatchObject({ form: "red_head", signers: "张某,李某", layout: "b" });
  expect(issueQuery(RED, "text")).toMatchObject({ urgency: "extra", joint: "县财政局,县审计局" });
  expect(issueBody({ ...RED, form: "" }, "text").urgency).toBeUndefined();
});
