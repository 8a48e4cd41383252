import type { Measure } from "../../api/types";

/** What evidence may prove: the whole finding, or one of its measures. */
export const measureChoices = (measures: Measure[], whole: string) => [
  { value: "", label: whole },
  ...measures.map((measure) => ({ value: measure.key, label: `${measure.key.slice(-2)} ${measure.text}` })),
];
