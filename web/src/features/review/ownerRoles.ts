export const OWNER_ROLES = ["leader", "lead_unit", "co_unit", "owner", "reviewer"] as const;

/** A unit is named for these duties, a person for the others. */
export const isUnitRole = (role: string): boolean => role === "lead_unit" || role === "co_unit";

/** The four every ledger asks for; a reviewer only comes from a document. */
export const ADDABLE_ROLES = OWNER_ROLES.slice(0, 4);
