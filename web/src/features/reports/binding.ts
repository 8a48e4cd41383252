import { paths } from "../../paths";

/** What a binding such as `问题[XC-2026-01-003].时限|日期` refers to, in parts. */
export type Reference = {
  /** 问题 */
  object: string;
  /** XC-2026-01-003 */
  key: string | null;
  /** 时限 */
  field: string;
};

export function reference(binding: string): Reference {
  const found = /^([^[.]+)(?:\[(.*)\])?\.([^|]*)/.exec(binding);
  return { object: found?.[1] ?? binding, key: found?.[2] ?? null, field: found?.[3] ?? "" };
}

/** The page of the finding, or of the chronicle, that a reference is about; a measure belongs to its finding. */
export function sourcePath({ key }: Reference): string | null {
  const found = /^([A-Z]+-\d{4}-\d+)-(J?)(\d+)(-|$)/.exec(key ?? "");
  if (!found) return null;
  const [, inspection, chronicle, serial] = found;
  return chronicle ? paths.chronicle(inspection ?? "") : paths.finding(`${inspection}-${serial}`);
}
