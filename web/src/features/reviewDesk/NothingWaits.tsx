import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { ReviewPage } from "../../api/types";
import { paths } from "../../paths";
import { EmptyState } from "../../ui/EmptyState";

/** 暂无待审, with the last decisions. */
export function NothingWaits({ recent }: { recent: ReviewPage["recent"] }) {
  const { t } = useTranslation();
  return (
    <EmptyState title={t("desk.none")}>
      {recent.length === 0 && t("desk.noneText")}
      {recent.length > 0 && (
        <section className="desk-recent" aria-label={t("desk.recent")}>
          <h2>{t("desk.recent")}</h2>
          <ul>
            {recent.map(({ key, title, step }) => (
              <li key={`${key}-${step.date}-${step.action}`}>
                <span className="digits">{step.date}</span> <b>{t(`action.${step.action}`)}</b>{" "}
                <Link to={paths.finding(key)}>
                  {key} {title}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </EmptyState>
  );
}
