import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { queries } from "../../api/queries";
import { ErrorNotice } from "../../components/ErrorNotice";
import { localTime } from "../../components/localTime";
import { PublicationTag } from "../../components/PublicationTag";
import { paths } from "../../paths";
import { PlainTable } from "../../ui/PlainTable";

/** 公开稿 of the round, below the reports they were made from. */
export function PublicationTable({ inspection }: { inspection: string }) {
  const { t } = useTranslation();
  const publications = useQuery(queries.publications(inspection));
  const items = publications.data?.items ?? [];
  return (
    <>
      <ErrorNotice
        error={publications.error}
        what={t("publication.listFailed")}
        onRetry={() => void publications.refetch()}
      />
      {items.length > 0 && (
        <section aria-labelledby="publications-head">
          <h2 id="publications-head" className="publications-head">
            {t("publication.list")}
          </h2>
          <PlainTable
            label={t("publication.list")}
            columns={[t("report.title"), t("report.standing"), t("publication.from"), t("report.updated")]}
          >
            {items.map((item) => (
              <tr key={item.key}>
                <th scope="row">
                  <Link to={paths.publication(item.key)}>{item.title}</Link>
                  <div className="page-note digits">{item.key}</div>
                </th>
                <td data-label={t("report.standing")}>
                  <PublicationTag standing={item.standing} />
                </td>
                <td data-label={t("publication.from")} className="digits">
                  <Link to={paths.report(item.report)}>{item.report}</Link>
                </td>
                <td data-label={t("report.updated")} className="digits">
                  {localTime(item.updated_at)}
                </td>
              </tr>
            ))}
          </PlainTable>
        </section>
      )}
    </>
  );
}
