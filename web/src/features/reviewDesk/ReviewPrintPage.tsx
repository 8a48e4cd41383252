import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { queries } from "../../api/queries";
import type { Finding } from "../../api/types";
import { allNames, taker } from "../../components/people";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { PrintBar } from "../../components/PrintBar";
import { useDocumentTitle } from "../../ui/useDocumentTitle";
import { submissions } from "./decisions";

const OPINIONS = ["submit", "pass_first", "pass_second", "accept_filing"] as const;

/** 审核意见单, A4: what was asked, what was done, what each reviewer said, and room to sign. */
export function ReviewPrintPage() {
  const { t } = useTranslation();
  const { key } = useParams({ from: "/signed-in/reviews/$key/print" });
  const finding = useQuery(queries.finding(key));
  useDocumentTitle(`${t("desk.sheet")} ${key}`);
  if (finding.isPending) return <Loading />;
  return (
    <main className="print-page print-portrait">
      <PrintBar page={{ page: "review", finding: key }} />
      <ErrorNotice error={finding.error} what={t("finding.failed")} onRetry={() => void finding.refetch()} />
      {finding.data && <Sheet finding={finding.data} />}
    </main>
  );
}

function Sheet({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const { steps } = finding.closed_loop;
  const [asked] = submissions(finding);
  // Opinions on an earlier submission are none on this one.
  const round = asked ? steps.slice(steps.lastIndexOf(asked)) : [];
  const files = finding.evidence_files.filter((file) => !file.withdrawn);
  const row = (label: string, words: React.ReactNode) => (
    <tr>
      <th scope="row">{label}</th>
      <td>{words}</td>
    </tr>
  );
  return (
    <>
      <h1>{t("desk.sheet")}</h1>
      <p className="print-facts digits">
        {t("desk.sheetFacts", { key: finding.key, stage: t(`stage.${finding.stage}`) })}
      </p>
      <table className="print-table print-sheet">
        <tbody>
          {row(t("field.text"), finding.source_text)}
          {row(
            t("desk.duty"),
            [
              allNames(t, finding.unit, finding.co_units),
              allNames(t, finding.leader, finding.co_leaders),
              allNames(t, finding.owner, finding.co_owners),
              finding.due,
            ]
              .filter(Boolean)
              .join(" · "),
          )}
          {row(
            t("finding.measures"),
            <ol>
              {finding.measures.map((measure) => (
                <li key={measure.key}>
                  {[measure.text, t(`completion.${measure.completion}`), measure.progress_note]
                    .filter(Boolean)
                    .join(" · ")}
                </li>
              ))}
            </ol>,
          )}
          {row(
            t("finding.evidence"),
            <ol>
              {files.map((file) => (
                <li key={file.key}>
                  {file.name} <span className="digits">{file.key}</span>
                </li>
              ))}
            </ol>,
          )}
          {row(
            t("loop.criteria"),
            <ol>
              {finding.closed_loop.criteria.map(({ criterion }) => {
                const answer = asked?.answers.find((one) => one.criterion === criterion)?.answer;
                return (
                  <li key={criterion}>
                    {t(`criterion.${criterion}`)}
                    {t("common.colon")}
                    {answer ? t(`criterionAnswer.${answer}`) : t("desk.unanswered")}
                  </li>
                );
              })}
            </ol>,
          )}
          {OPINIONS.map((action) => {
            const step = round.filter((one) => one.action === action).at(-1);
            return (
              <tr key={action} className="print-opinion">
                <th scope="row">{t(`desk.opinion.${action}`)}</th>
                <td>
                  <p>{step?.reason}</p>
                  <p className="print-sign digits">
                    {step ? t("desk.signed", { name: taker(t, step), date: step.date }) : t("desk.sign")}
                  </p>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
