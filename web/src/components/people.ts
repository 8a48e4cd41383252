import type { TFunction } from "i18next";
import type { Named, StepTaken } from "../api/types";

/** All names of a duty, the first one first. */
export const allNames = (t: TFunction, first: Named | null, others: Named[]): string =>
  [first, ...others].flatMap((one) => (one?.name ? [one.name] : [])).join(t("common.comma"));

/** Who took a step: 乙代甲 where he stood in somebody's place. */
export const taker = (t: TFunction, { actor, acting_for: other }: Pick<StepTaken, "actor" | "acting_for">): string =>
  other ? t("loop.inPlaceOf", { name: actor.name, other: other.name }) : actor.name;
