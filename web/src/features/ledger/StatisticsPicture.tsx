import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queries } from "../../api/queries";
import type { Statistics } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { LAMPS, lampParts, lampTone } from "../../components/lamps";
import { Loading } from "../../components/Loading";
import { StackedBar } from "../../ui/StackedBar";
import type { Filters } from "./filters";

type Props = { inspection: string; filters: Filters; onFilters: (filters: Filters) => void };

/** The state by area or unit, as bars and as the same numbers in a table. */
export function StatisticsPicture(props: Props) {
  const { t } = useTranslation();
  const [by, setBy] = useState<"area" | "unit">("area");
  const [as, setAs] = useState<"bars" | "table">("bars");
  const statistics = useQuery(queries.statistics(props.inspection));
  if (statistics.isPending) return <Loading rows={3} />;
  if (!statistics.data)
    return (
      <ErrorNotice error={statistics.error} what={t("picture.failed")} onRetry={() => void statistics.refetch()} />
    );
  return (
    <section className="panel picture" aria-label={t("ledger.picture")}>
      <Figures statistics={statistics.data} />
      {statistics.data.feedback && (
        <p className="page-note digits">
          {t("picture.feedback", {
            findings: statistics.data.feedback.findings,
            recommendations: statistics.data.feedback.recommendations,
            done: statistics.data.feedback.done,
            rate: statistics.data.feedback.rate,
            worked: statistics.data.findings + statistics.data.recommendations,
          })}
        </p>
      )}
      <div className="picture-switches">
        <Segmented
          value={by}
          onChange={setBy}
          aria-label={t("picture.by")}
          options={[
            { value: "area", label: t("picture.byArea") },
            { value: "unit", label: t("picture.byUnit") },
          ]}
        />
        <Segmented
          value={as}
          onChange={setAs}
          aria-label={t("picture.as")}
          options={[
            { value: "bars", label: t("picture.bars") },
            { value: "table", label: t("picture.table") },
          ]}
        />
      </div>
      <Groups {...props} groups={by === "area" ? statistics.data.by_area : statistics.data.by_unit} by={by} as={as} />
    </section>
  );
}

function Figures({ statistics }: { statistics: Statistics }) {
  const { t } = useTranslation();
  const figures = [
    "findings",
    "recommendations",
    "done",
    "mostly_done",
    "in_progress",
    "not_started",
    "standing",
    "measures",
    "overdue",
  ] as const;
  return (
    <dl className="figures">
      {figures.map((name) => (
        <div key={name}>
          <dt>{t(`figure.${name}`)}</dt>
          <dd className="digits">{statistics[name]}</dd>
        </div>
      ))}
      <div>
        <dt>{t("figure.rate")}</dt>
        <dd className="digits">{statistics.rate}%</dd>
      </div>
    </dl>
  );
}

function Groups(props: Props & { groups: Statistics["by_area"]; by: "area" | "unit"; as: "bars" | "table" }) {
  const { t } = useTranslation();
  const sum = (group: Statistics["by_area"][number]) => LAMPS.reduce((all, lamp) => all + group[lamp], 0);
  const longest = Math.max(1, ...props.groups.map(sum));
  if (props.as === "table") {
    return (
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t(props.by === "area" ? "column.area" : "column.unit")}</th>
            {LAMPS.map((lamp) => (
              <th key={lamp} scope="col">
                {t(`lamp.${lamp}`)}
              </th>
            ))}
            <th scope="col">{t("picture.sum")}</th>
          </tr>
        </thead>
        <tbody>
          {props.groups.map((group) => (
            <tr key={group.name}>
              <th scope="row">{group.name}</th>
              {LAMPS.map((lamp) => (
                <td key={lamp} className="digits">
                  {group[lamp]}
                </td>
              ))}
              <td className="digits">{sum(group)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    );
  }
  return (
    <>
      <p className="bar-words">
        {LAMPS.map((lamp) => (
          <span key={lamp} className="bar-word">
            <span className={`swatch fill-${lampTone[lamp]}`} aria-hidden="true" />
            {t(`lamp.${lamp}`)}
          </span>
        ))}
      </p>
      <ul className="picture-bars">
        {props.groups.map((group) => (
          <li key={group.name}>
            {props.by === "area" ? (
              <button
                type="button"
                className="row-link picture-name"
                title={t("picture.onlyArea", { name: group.name })}
                onClick={() => props.onFilters({ ...props.filters, area: group.name })}
              >
                {group.name}
              </button>
            ) : (
              <span className="picture-name" title={group.name}>
                {group.name}
              </span>
            )}
            <StackedBar parts={lampParts(group, t)} total={longest} label={group.name} />
            <span className="digits">{sum(group)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
