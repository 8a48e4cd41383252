import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { MAKES } from "./makes";
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
        {MAKES.map(({ kind, keys }) => (
          <Button key={kind} size="small" disabled={none} title={keys} onClick={() => void review.createPicked(kind)}>
            {t(`review.pick.${kind}`)}
          </Button>
        ))}
        <Button size="small" disabled={none || !review.current} title="A" onClick={() => void review.joinPicked()}>
          {t("review.pick.join")}
        </Button>
        <Button size="small" disabled={none} title="X" onClick={() => void review.skipPicked()}>
          {skipped ? t("review.pick.unskip") : t("review.pick.skip")}
        </Button>
      </div>
    </div>
  );
}
