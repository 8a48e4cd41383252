import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { queries } from "../../api/queries";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { PrintBar } from "../../components/PrintBar";
import { useSession } from "../../components/useSession";
import { outline } from "./outline";

const ROUTE = "/signed-in/inspections/$key/import/print";

/** 核对清单, A4 upright: every node with its place in the source and a box to tick. */
export function ReviewPrintPage() {
  const { t } = useTranslation();
  const { session } = useSession();
  const { key } = useParams({ from: ROUTE });
  const { draft: id } = useSearch({ from: ROUTE });
  const draft = useQuery(queries.draft(id ?? ""));
  if (draft.isPending) return <Loading />;
  if (!draft.data)
    return <ErrorNotice error={draft.error} what={t("review.failed")} onRetry={() => void draft.refetch()} />;
  const { nodes, document: source, checked } = draft.data;
  return (
    <main className="print-page print-portrait">
      <PrintBar page={{ page: "import", inspection: key }} />
      <h1>{t("print.checklist")}</h1>
      <p className="print-facts">
        {source.title || source.name} · {session?.unit.name} · {session?.today} · {t("review.progress", checked)}
      </p>
      <table className="print-table">
        <thead>
          <tr>
            <th scope="col">{t("print.number")}</th>
            <th scope="col">{t("review.editor.kind")}</th>
            <th scope="col">{t("review.editor.text")}</th>
            <th scope="col">{t("print.place")}</th>
            <th scope="col">{t("print.tick")}</th>
          </tr>
        </thead>
        <tbody>
          {outline(nodes, new Set()).map((row, index) => (
            <tr key={row.node.id}>
              <td className="digits">{index + 1}</td>
              <td>{t(`nodeKind.${row.node.kind}`)}</td>
              <td style={{ paddingInlineStart: 6 + row.depth * 14 }}>
                {[row.node.label, row.node.title || row.node.text].filter(Boolean).join(" ")}
              </td>
              <td className="digits">{row.node.sources.map((span) => span.paragraph).join(", ")}</td>
              <td>{row.node.checked ? "✓" : "□"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
