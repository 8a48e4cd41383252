/** What picked words can become, and the key for it while the source has the focus. */
export const MAKES = [
  { kind: "finding", keys: "P" },
  { kind: "recommendation", keys: "R" },
  { kind: "measure", keys: "C" },
] as const;
