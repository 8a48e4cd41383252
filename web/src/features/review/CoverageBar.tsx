import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { StackedBar } from "../../ui/StackedBar";
import type { Review } from "./useReview";

/** Every sentence of the source is taken in or set aside; this bar says how far that is. */
export function CoverageBar({ review, readOnly }: { review: Review; readOnly: boolean }) {
  const { t } = useTranslation();
  const { coverage } = review.draft;
  const parts = [
    { key: "linked", label: t("sentence.linked"), value: coverage.linked, tone: "blue" as const },
    { key: "skipped", label: t("sentence.skipped"), value: coverage.skipped, tone: "grey" as const },
    { key: "open", label: t("sentence.open"), value: coverage.open, tone: "yellow" as const },
  ];
  return (
    <div className="coverage">
      <StackedBar parts={parts} total={coverage.sentences} label={t("review.coverage")} />
      <ul className="coverage-words">
        {parts.map((part) => (
          <li key={part.key}>
            <span className={`sentence s-${part.key}`}>{part.label}</span> <b className="digits">{part.value}</b>
          </li>
        ))}
      </ul>
      {!readOnly && (
        <Button size="small" disabled={coverage.open === 0} onClick={review.nextOpen}>
          {coverage.open === 0 ? t("review.allSeen") : t("review.nextOpen")}
        </Button>
      )}
    </div>
  );
}
