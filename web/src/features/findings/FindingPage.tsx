import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { queries } from "../../api/queries";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { inspectionOf, paths } from "../../paths";
import { useDocumentTitle } from "../../ui/useDocumentTitle";
import { FindingView } from "./FindingView";

export function FindingPage() {
  const { t } = useTranslation();
  const { key } = useParams({ from: "/signed-in/shell/findings/$key" });
  const finding = useQuery(queries.finding(key));
  const { previous_key: previous, next_key: next } = finding.data ?? {};
  const inspection = inspectionOf(key);
  useDocumentTitle(finding.data ? `${key} ${finding.data.title}` : key);
  return (
    <div className="page finding-page">
      <nav className="finding-nav" aria-label={t("finding.nav")}>
        {inspection && <Link to={paths.ledger(inspection)}>{t("finding.toLedger")}</Link>}
        <span className="top-space" />
        {previous && <Link to={paths.finding(previous)}>{t("finding.previous")}</Link>}
        {next && <Link to={paths.finding(next)}>{t("finding.next")}</Link>}
      </nav>
      {finding.isPending && <Loading />}
      <ErrorNotice error={finding.error} what={t("finding.failed")} onRetry={() => void finding.refetch()} />
      {finding.data && (
        <article className="panel finding-article">
          <FindingView key={finding.data.key} finding={finding.data} />
        </article>
      )}
    </div>
  );
}
