import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { isBadQuery } from "../../api/errors";
import { queries } from "../../api/queries";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { PrintBar } from "../../components/PrintBar";
import { useSession } from "../../components/useSession";
import { paths } from "../../paths";
import { cellText } from "./columns";
import { readLedger, serverQuery } from "./filters";
import { readColumns } from "./useColumns";
import { useLedger } from "./useLedger";

const ROUTE = "/signed-in/inspections/$key/ledger/print";

/** The ledger on paper, A4 across: every row, no virtual scrolling, head repeated on each sheet. */
export function LedgerPrintPage() {
  const { t } = useTranslation();
  const { key } = useParams({ from: ROUTE });
  const search = useSearch({ from: ROUTE });
  const { session } = useSession();
  const inspection = useQuery(queries.inspection(key));
  const ledger = useLedger(key, serverQuery(readLedger(search)));
  const columns = readColumns(search.columns ?? null);
  const complete = ledger.rows.length >= ledger.total;
  const { more } = ledger;
  useEffect(() => {
    if (!complete) more();
  }, [complete, more, ledger.rows.length]);

  if (ledger.loading) return <Loading />;
  return (
    <main className="print-page print-landscape">
      <PrintBar page={{ page: "ledger", inspection: key }} />
      <ErrorNotice
        error={ledger.error}
        what={t("ledger.failed")}
        onRetry={isBadQuery(ledger.error) ? undefined : ledger.retry}
      >
        {isBadQuery(ledger.error) && <Link to={paths.ledgerPrint(key)}>{t("filter.clear")}</Link>}
      </ErrorNotice>
      <h1>{inspection.data ? t("print.ledgerOf", { title: inspection.data.title }) : t("ledger.title")}</h1>
      <p className="print-facts digits">
        {t("print.facts", {
          unit: session?.unit.name,
          date: ledger.asOf,
          n: ledger.total,
          person: session?.person.name,
        })}
      </p>
      {!complete && <p role="status">{t("print.loading", { done: ledger.rows.length, all: ledger.total })}</p>}
      <table className="print-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ledger.rows.map((row) => (
            <tr key={row.key}>
              {columns.map((column) => (
                <td key={column} className={column === "due" ? "digits no-wrap" : undefined}>
                  {cellText(row, column, t)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
