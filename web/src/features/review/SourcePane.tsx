import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useSingleKeys } from "../../components/preferences";
import { MAKES } from "./makes";
import { SourceParagraph } from "./SourceParagraph";
import { spansOfRange, stepSentence } from "./spans";
import type { Review } from "./useReview";

// Documents up to this length are shown whole, so that the browser's own search finds every word.
const WHOLE_LIMIT = 300;

export function SourcePane({ review, readOnly }: { review: Review; readOnly: boolean }) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const [singleKeys] = useSingleKeys();
  const { paragraphs } = review.draft;
  const virtual = useVirtualizer({
    count: paragraphs.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 64,
    overscan: paragraphs.length <= WHOLE_LIMIT ? WHOLE_LIMIT : 12,
    getItemKey: (index) => paragraphs[index]?.n ?? index,
  });

  const target = review.place?.paragraph ?? review.current?.sources[0]?.paragraph ?? null;
  useEffect(() => {
    const index = paragraphs.findIndex((paragraph) => paragraph.n === target);
    if (index >= 0) virtual.scrollToIndex(index, { align: "center" });
    // Only a new target scrolls; an edit elsewhere must not move the text under the reader's eyes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [target]);

  const readSelection = () => {
    const selection = window.getSelection();
    if (readOnly || !selection || selection.isCollapsed || !scroller.current) return;
    review.setSelection(spansOfRange(selection.getRangeAt(0), scroller.current));
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const key = event.key.toUpperCase();
    const made = MAKES.find((one) => one.keys === key);
    if (key === "ARROWDOWN") review.pickPlace(stepSentence(paragraphs, review.place, 1));
    else if (key === "ARROWUP") review.pickPlace(stepSentence(paragraphs, review.place, -1));
    else if (readOnly || !singleKeys) return;
    else if (made) void review.createPicked(made.kind);
    else if (key === "N") review.nextOpen();
    else if (key === "X") void review.skipPicked();
    else if (key === "A") void review.joinPicked();
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      className="source-scroll"
      role="region"
      aria-label={t("review.source")}
      tabIndex={0}
      onMouseUp={readSelection}
      onKeyUp={(event) => event.shiftKey && readSelection()}
      onKeyDown={onKey}
    >
      <div style={{ height: virtual.getTotalSize(), position: "relative" }}>
        {virtual.getVirtualItems().map((item) => (
          <div
            key={item.key}
            data-index={item.index}
            ref={virtual.measureElement}
            className="source-item"
            style={{ transform: `translateY(${item.start}px)` }}
          >
            <SourceParagraph
              paragraph={paragraphs[item.index]!}
              currentId={review.current?.id ?? null}
              sources={review.current?.sources ?? []}
              picked={review.place?.paragraph === paragraphs[item.index]!.n ? review.place.sentence : null}
              onPick={(sentence) => review.pickPlace({ paragraph: paragraphs[item.index]!.n, sentence })}
            />
          </div>
        ))}
      </div>
    </div>
  );
}
