import type { Delegation } from "../../api/types";

export type DelegationState = "live" | "coming" | "over" | "ended";

/** What is said of a delegation today; whether the delegate may act is the server's word. */
export function delegationState(one: Pick<Delegation, "in_force" | "ended" | "from">, today: string): DelegationState {
  if (one.in_force) return "live";
  if (one.ended) return "ended";
  return one.from > today ? "coming" : "over";
}
