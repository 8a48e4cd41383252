import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queries } from "../../api/queries";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { paths } from "../../paths";
import { EmptyState } from "../../ui/EmptyState";
import { PageHeader } from "../../ui/PageHeader";
import { DutyCard } from "./DutyCard";
import { MeasureCard } from "./MeasureCard";
import { WorkGroup } from "./WorkGroup";

/** Shown before the measures: somebody waits. */
const URGENT = ["returned", "answer"];
/** Rows of each duty; who has more works from the ledger. */
const ROWS = 50;

/** 我的事项: what, by when, why returned. Progress and evidence are given here, without leaving the list. */
export function MinePage() {
  const { t } = useTranslation();
  const work = useQuery(queries.mine(ROWS));
  const [said, setSaid] = useState("");
  const mine = work.data;
  return (
    <div className="page mine-page">
      <PageHeader
        title={t("mine.title")}
        note={mine && <span className="digits">{t("mine.total", { n: mine.total, date: mine.as_of })}</span>}
      />
      <p role="status" className={said ? "mine-said" : "sr-only"}>
        {said}
      </p>
      <ErrorNotice error={work.error} what={t("mine.failed")} onRetry={() => void work.refetch()} />
      {work.isPending && <Loading rows={8} />}
      {mine?.total === 0 && <EmptyState title={t("mine.none")}>{<p>{t("mine.noneHint")}</p>}</EmptyState>}
      {mine && (mine.reviews ?? 0) > 0 && (
        <Link to={paths.reviews()} className="panel mine-reviews">
          <b>{t("mine.reviews")}</b> <span className="digits">{t("mine.count", { n: mine.reviews })}</span>
        </Link>
      )}
      {mine?.duties
        .filter((group) => URGENT.includes(group.duty))
        .map((group) => (
          <WorkGroup key={group.duty} name={group.duty} total={group.total} shown={group.items.length}>
            {group.items.map((item) => (
              <DutyCard key={item.key} item={item} onDone={setSaid} />
            ))}
          </WorkGroup>
        ))}
      {mine && (
        <WorkGroup name="measures" total={mine.measures.total} shown={mine.measures.items.length}>
          {mine.measures.items.map((measure) => (
            <MeasureCard key={measure.key} measure={measure} onDone={setSaid} />
          ))}
        </WorkGroup>
      )}
      {mine?.duties
        .filter((group) => !URGENT.includes(group.duty))
        .map((group) => (
          <WorkGroup key={group.duty} name={group.duty} total={group.total} shown={group.items.length}>
            {group.items.map((item) => (
              <DutyCard key={item.key} item={item} onDone={setSaid} />
            ))}
          </WorkGroup>
        ))}
    </div>
  );
}
