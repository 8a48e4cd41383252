import type { Span } from "../../api/drafts";
import type { Paragraph, Sentence } from "../../api/types";

// All offsets are UTF-16 code units: what JavaScript slices with, and what the server sends.

export type Place = { paragraph: number; sentence: number };
export type Piece = { text: string; sentence: Sentence | null; index: number };

/** A paragraph cut into its sentences and the stretches between them, nothing lost. */
export function pieces(paragraph: Paragraph): Piece[] {
  const result: Piece[] = [];
  let at = 0;
  paragraph.sentences.forEach((sentence, index) => {
    if (sentence.start > at) result.push({ text: paragraph.text.slice(at, sentence.start), sentence: null, index: -1 });
    result.push({ text: paragraph.text.slice(sentence.start, sentence.end), sentence, index });
    at = sentence.end;
  });
  if (at < paragraph.text.length) result.push({ text: paragraph.text.slice(at), sentence: null, index: -1 });
  return result;
}

/** The next sentence in this state after `from`, starting over at the top. */
export function nextSentence(
  paragraphs: Paragraph[],
  from: Place | null,
  wanted: (sentence: Sentence) => boolean,
): Place | null {
  const all = places(paragraphs);
  const at = from ? all.findIndex((one) => one.paragraph === from.paragraph && one.sentence === from.sentence) : -1;
  const order = [...all.slice(at + 1), ...all.slice(0, at + 1)];
  return order.find((place) => wanted(sentenceAt(paragraphs, place)!)) ?? null;
}

/** The sentence before or after, without starting over. */
export function stepSentence(paragraphs: Paragraph[], from: Place | null, by: 1 | -1): Place | null {
  const all = places(paragraphs);
  const at = from ? all.findIndex((one) => one.paragraph === from.paragraph && one.sentence === from.sentence) : -1;
  return all[Math.max(0, Math.min(all.length - 1, at + by))] ?? null;
}

export function sentenceAt(paragraphs: Paragraph[], place: Place): Sentence | undefined {
  return paragraphs.find((paragraph) => paragraph.n === place.paragraph)?.sentences[place.sentence];
}

export const spanOf = (place: Place, sentence: Sentence): Span => ({
  paragraph: place.paragraph,
  start: sentence.start,
  end: sentence.end,
});

const places = (paragraphs: Paragraph[]): Place[] =>
  paragraphs.flatMap((paragraph) => paragraph.sentences.map((_, sentence) => ({ paragraph: paragraph.n, sentence })));

/** What the mouse or Shift+arrows selected, as one span per paragraph; white space at the ends is left out. */
export function spansOfRange(range: Range, root: HTMLElement): Span[] {
  const spans: Span[] = [];
  for (const element of root.querySelectorAll<HTMLElement>("[data-paragraph]")) {
    if (!range.intersectsNode(element)) continue;
    const text = element.textContent ?? "";
    const start = element.contains(range.startContainer)
      ? offsetIn(element, range.startContainer, range.startOffset)
      : 0;
    const end = element.contains(range.endContainer)
      ? offsetIn(element, range.endContainer, range.endOffset)
      : text.length;
    const span = trimmed(text, start, end);
    if (span) spans.push({ paragraph: Number(element.dataset.paragraph), ...span });
  }
  return spans;
}

function offsetIn(element: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(node, offset);
  return before.toString().length;
}

export function trimmed(text: string, start: number, end: number): { start: number; end: number } | null {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  return from < to ? { start: from, end: to } : null;
}
