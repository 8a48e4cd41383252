import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { queries } from "../../api/queries";
import type { Draft } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { useSession } from "../../components/useSession";
import { useNarrow } from "../../ui/useMedia";
import { CoverageBar } from "./CoverageBar";
import { EditFailure } from "./EditFailure";
import { PickBar } from "./PickBar";
import { ReviewHeader } from "./ReviewHeader";
import { ReviewSide } from "./ReviewSide";
import { SourcePane } from "./SourcePane";
import { useDraftEdits } from "./useDraftEdits";
import { parentFor, useReview } from "./useReview";
import { useReviewAddress } from "./useReviewAddress";

/** 导入核对: the source on the left, what was understood on the right. */
export function ReviewPage(props: { inspection: string; id: string }) {
  const { t } = useTranslation();
  const draft = useQuery(queries.draft(props.id));
  if (draft.isPending) return <Loading rows={14} />;
  if (!draft.data) {
    return (
      <div className="page">
        <ErrorNotice error={draft.error} what={t("review.failed")} onRetry={() => void draft.refetch()} />
      </div>
    );
  }
  return <ReviewDesk draft={draft.data} />;
}

function ReviewDesk({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const { mayEdit } = useSession();
  const edits = useDraftEdits(draft.id);
  const review = useReview(draft, edits, useReviewAddress(draft));
  const readOnly = narrow || !mayEdit || draft.state !== "open";
  useUndoKeys(edits.undo, edits.redo, readOnly);

  return (
    <div className="review">
      <ReviewHeader review={review} readOnly={readOnly} />
      {narrow && <p className="notice">{t("review.phone")}</p>}
      {draft.duplicate_of && draft.state === "open" && <p className="notice">{t("import.duplicate")}</p>}
      <EditFailure edits={edits} spot="page" />
      <CoverageBar review={review} readOnly={readOnly} />
      <div className="review-panes">
        <section className="source-pane" aria-label={t("review.source")}>
          <SourcePane review={review} readOnly={readOnly} />
          {!readOnly && <PickBar review={review} />}
          <EditFailure
            edits={edits}
            spot="source"
            hint={parentFor(draft.nodes, review.current, "measure") ? undefined : t("review.pick.chooseFirst")}
          />
        </section>
        <section className="outline-pane" aria-label={t("review.tree")}>
          <ReviewSide review={review} readOnly={readOnly} />
        </section>
      </div>
    </div>
  );
}

/** Ctrl+Z belongs to the text while one is being written, else to the whole draft. */
function useUndoKeys(undo: () => unknown, redo: () => unknown, off: boolean) {
  useEffect(() => {
    if (off) return;
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (["INPUT", "TEXTAREA"].includes(target.tagName) || !(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      if (key === "y" || event.shiftKey) redo();
      else undo();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [undo, redo, off]);
}
