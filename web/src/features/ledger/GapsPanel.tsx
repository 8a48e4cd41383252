import { CheckCircleOutlined, WarningOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { queries } from "../../api/queries";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import type { Filters } from "./filters";

type Props = { inspection: string; filters: Filters; onFilters: (filters: Filters) => void };

/** 责任空白: what nobody was named for, and leaders without any item; a click shows the items. */
export function GapsPanel({ inspection, filters, onFilters }: Props) {
  const { t } = useTranslation();
  const gaps = useQuery(queries.gaps(inspection));
  const found = gaps.data;
  const missing = found?.missing.filter((one) => one.total > 0) ?? [];
  const idle = found?.leaders_without_items ?? [];
  const full = found && missing.length === 0 && idle.length === 0;
  return (
    <section className="panel gaps-panel" aria-label={t("gaps.title")}>
      <h2>{t("gaps.title")}</h2>
      <p className="page-note">{t("gaps.note")}</p>
      <ErrorNotice error={gaps.error} what={t("gaps.failed")} onRetry={() => void gaps.refetch()} />
      {gaps.isPending && <Loading rows={2} />}
      {full && (
        <p>
          <CheckCircleOutlined aria-hidden="true" /> {t("gaps.none", { n: found.findings })}
        </p>
      )}
      {missing.length > 0 && (
        <ul className="gaps-list">
          {missing.map(({ gap, total }) => (
            <li key={gap}>
              <Button
                icon={<WarningOutlined />}
                aria-pressed={filters.gap === gap}
                onClick={() => onFilters({ ...filters, gap: filters.gap === gap ? undefined : gap })}
              >
                {t(`gaps.missing.${gap}`, { n: total })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {idle.length > 0 && (
        <div className="notice">
          <b>{t("gaps.idle", { n: idle.length })}</b>
          <p>{idle.map((one) => [one.name, one.duty].filter(Boolean).join(" ")).join(t("common.comma"))}</p>
        </div>
      )}
    </section>
  );
}
