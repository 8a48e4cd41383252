import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Review } from "./useReview";

/** What can be done with the picked sentence or the selected words; always in the same place. */
export function PickBar({ review }: { review: Review }) {
  const { t } = useTranslation();
  const { picked, sentence, selection } = review;
  const paragraph = review.draft.paragraphs.find((one) => one.n === picked[0]?.paragraph);
  const words = paragraph && picked[0] ? paragraph.text.slice(picked[0].start, picked[0].end) : "";
  const skipped = sentence?.state === "skipped" && selection.length === 0;
  const none = picked.length === 0;
  return (
    <div className="pick-bar" role="toolbar" aria-label={t("review.pick.label")}>
      <p className="pick-words" aria-live="polite">
        {none ? (
          <span className="page-note">{t("review.pick.none")}</span>
        ) : (
          <>
            <strong>
              {selection.length > 0 ? t("review.pick.selected") : t(`sentence.${sentence?.state ?? "open"}`)}
            </strong>{" "}
            {words}
            {picked.length > 1 && t("review.pick.more", { n: picked.length })}
          </>
        )}
      </p>
      <div className="pick-acts">
        <Button size="small" disabled={none} onClick={() => void review.createPicked("finding")}>
          {t("review.pick.finding")}
        </Button>
        <Button size="small" disabled={none} onClick={() => void review.createPicked("recommendation")}>
          {t("review.pick.recommendation")}
        </Button>
        <Button size="small" disabled={none} onClick={() => void review.createPicked("measure")}>
          {t("review.pick.measure")}
        </Button>
        <Button size="small" disabled={none || !review.current} onClick={() => void review.joinPicked()}>
          {t("review.pick.join")}
        </Button>
        <Button size="small" disabled={none} onClick={() => void review.skipPicked()}>
          {skipped ? t("review.pick.unskip") : t("review.pick.skip")}
        </Button>
      </div>
    </div>
  );
}
