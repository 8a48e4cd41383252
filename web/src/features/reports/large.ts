import type { Report } from "../../api/types";

/** Paragraphs and rows from which on nobody should have to wait on the page. */
const LARGE = 300;

export const isLarge = ({ blocks }: Pick<Report, "blocks">): boolean =>
  blocks.reduce((sum, block) => sum + Math.max(1, block.rows.length), 0) >= LARGE;
