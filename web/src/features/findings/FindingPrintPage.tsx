import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { queries } from "../../api/queries";
import type { Finding } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { PrintBar } from "../../components/PrintBar";
import { useDocumentTitle } from "../../ui/useDocumentTitle";

const SIGNERS = ["owner", "head", "leader", "secretary"] as const;

/** 事项卡, A4: the finding with who answers for it, measures, notes, evidence, steps, and boxes to sign. */
export function FindingPrintPage() {
  const { t } = useTranslation();
  const { key } = useParams({ from: "/signed-in/findings/$key/print" });
  const finding = useQuery(queries.finding(key));
  useDocumentTitle(`${t("card.title")} ${key}`);
  if (finding.isPending) return <Loading />;
  return (
    <main className="print-page print-portrait">
      <PrintBar page={{ page: "card", finding: key }} />
      <ErrorNotice error={finding.error} what={t("finding.failed")} onRetry={() => void finding.refetch()} />
      {finding.data && <Card finding={finding.data} />}
    </main>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{children}</td>
    </tr>
  );
}

function Card({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const files = finding.evidence_files.filter((file) => !file.withdrawn);
  const notes = finding.guidance.notes.filter((note) => !note.withdrawal);
  const list = (items: { key: string; words: (string | null | undefined)[] }[]) =>
    items.length === 0 ? (
      t("card.none")
    ) : (
      <ol>
        {items.map(({ key, words }) => (
          <li key={key}>{words.filter(Boolean).join(" · ")}</li>
        ))}
      </ol>
    );
  return (
    <>
      <h1>{t("card.title")}</h1>
      <p className="print-facts digits">
        {t("card.facts", { ordinal: finding.ordinal, key: finding.key, stage: t(`stage.${finding.stage}`) })}
      </p>
      <table className="print-table print-sheet">
        <tbody>
          <Row label={t("field.title")}>{finding.title}</Row>
          <Row label={t("field.text")}>{finding.source_text}</Row>
          <Row label={t("field.target")}>{finding.target || t("card.none")}</Row>
          <Row label={t("desk.duty")}>
            {[finding.unit?.name, finding.leader?.name, finding.owner?.name, finding.due].filter(Boolean).join(" · ")}
          </Row>
          <Row label={t("finding.measures")}>
            {list(
              finding.measures.map((measure) => ({
                key: measure.key,
                words: [measure.text, t(`completion.${measure.completion}`), measure.due, measure.progress_note],
              })),
            )}
          </Row>
          <Row label={t("guidance.title")}>
            {list(
              notes.map((note) => ({
                key: note.id,
                words: [
                  `${t(`noteKind.${note.kind}`)} ${note.actor.name} ${note.date}`,
                  note.text,
                  ...note.answers.map((answer) => `${t("noteKind.answer")} ${answer.actor.name}: ${answer.text}`),
                ],
              })),
            )}
          </Row>
          <Row label={t("finding.evidence")}>
            {list(files.map((file) => ({ key: file.key, words: [file.name, file.key] })))}
          </Row>
          <Row label={t("card.steps")}>
            {list(
              finding.closed_loop.steps.map((step, at) => ({
                key: String(at),
                words: [step.date, t(`action.${step.action}`), step.actor.name, step.reason],
              })),
            )}
          </Row>
          {SIGNERS.map((signer) => (
            <tr key={signer} className="print-opinion">
              <th scope="row">{t(`card.signer.${signer}`)}</th>
              <td>
                <p className="print-sign digits">{t("desk.sign")}</p>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
