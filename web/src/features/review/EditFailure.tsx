import { useTranslation } from "react-i18next";
import { isEditRefused } from "../../api/errors";
import { ErrorNotice } from "../../components/ErrorNotice";
import type { DraftEdits, Spot } from "./useDraftEdits";

/** Why an edit was not saved, beside the place where it was made; the hint says how to make a refused one possible. */
export function EditFailure({ edits, spot, hint }: { edits: DraftEdits; spot: Spot; hint?: string }) {
  const { t } = useTranslation();
  const { failure } = edits;
  if (failure?.spot !== spot) return null;
  const saved = failure.conflict ? t("review.conflictKept") : t("review.editKept");
  return (
    <ErrorNotice
      error={failure.error}
      what={t("review.editFailed")}
      kept={isEditRefused(failure.error) && hint ? hint : saved}
      onRetry={failure.retry}
      onClose={edits.clearFailure}
    />
  );
}
