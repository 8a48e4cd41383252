import type { SourceSpan } from "../../api/types";

export type SourceParagraph = { n: number; text: string; stretches: { start: number; end: number }[] };
export type DocumentSources = { digest: string; name: string; paragraphs: SourceParagraph[] };

/** Sources by document and paragraph, in the order in which they came; stretches of a paragraph from left to right. */
export function byDocument(sources: SourceSpan[]): DocumentSources[] {
  const documents: DocumentSources[] = [];
  for (const { document, paragraph: n, text, start, end } of sources) {
    let known = documents.find((one) => one.digest === document.digest);
    if (!known) documents.push((known = { ...document, paragraphs: [] }));
    let paragraph = known.paragraphs.find((one) => one.n === n);
    if (!paragraph) known.paragraphs.push((paragraph = { n, text, stretches: [] }));
    paragraph.stretches.push({ start, end });
    paragraph.stretches.sort((a, b) => a.start - b.start);
  }
  return documents;
}

/** A paragraph cut at its marks, nothing lost and nothing twice. */
export function markedPieces({ text, stretches }: SourceParagraph): { text: string; marked: boolean }[] {
  const pieces: { text: string; marked: boolean }[] = [];
  let at = 0;
  for (const { start, end } of stretches) {
    const from = Math.max(start, at);
    if (end <= from) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), marked: false });
    pieces.push({ text: text.slice(from, end), marked: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}
