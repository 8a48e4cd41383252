import type { Finding } from "../../api/types";
import { CLOSURES } from "../../components/vocabulary";

const STEPS = ["split", "fix", "first_review", "second_review", "closed"] as const;

/** 分解→整改→初审→复审→销号, from the closure the server reports. */
export function findingSteps(finding: Pick<Finding, "closure" | "measures">) {
  const closure = CLOSURES.indexOf(finding.closure);
  const now = closure > 0 ? closure + 1 : finding.measures.length > 0 ? 1 : 0;
  return STEPS.map((key, index) => ({
    key,
    state:
      index < now || finding.closure === "closed"
        ? ("done" as const)
        : index === now
          ? ("now" as const)
          : ("later" as const),
  }));
}
