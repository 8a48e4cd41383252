import { useTranslation } from "react-i18next";
import { ErrorNotice } from "../../components/ErrorNotice";
import type { DraftEdits, Spot } from "./useDraftEdits";

/** Why an edit was not saved, beside the place where it was made. */
export function EditFailure({ edits, spot, hint }: { edits: DraftEdits; spot: Spot; hint?: string }) {
  const { t } = useTranslation();
  const { failure } = edits;
  if (failure?.spot !== spot) return null;
  return (
    <ErrorNotice
      error={failure.error}
      what={t("review.editFailed")}
      kept={hint ?? (failure.conflict ? t("review.conflictKept") : t("review.editKept"))}
      onRetry={failure.retry}
      onClose={edits.clearFailure}
    />
  );
}
