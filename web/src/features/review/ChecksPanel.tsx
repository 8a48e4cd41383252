import { CheckCircleOutlined, CloseCircleOutlined, QuestionCircleOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { DraftTotal, NodeKind } from "../../api/types";
import { EmptyState } from "../../ui/EmptyState";
import { StatusTag } from "../../ui/StatusTag";
import type { Review } from "./useReview";

/** The document's own figures against each other, and the tree against them. */
export function ChecksPanel({ review }: { review: Review }) {
  const { t } = useTranslation();
  const { totals, problems, nodes } = review.draft;
  const count = (kind: NodeKind) => nodes.filter((node) => node.kind === kind && !node.skipped).length;
  const go = (paragraph: number) => review.pickPlace({ paragraph, sentence: 0 });
  return (
    <div className="checks-panel">
      <p className="checks-tree">
        {t("review.treeHas", {
          areas: count("area"),
          findings: count("finding"),
          measures: count("measure"),
          recommendations: count("recommendation"),
        })}
      </p>
      {totals.length > 0 && (
        <ul className="check-list">
          {totals.map((total, index) => (
            <li key={index}>
              <TotalMark consistent={total.consistent} />
              <span>{totalWords(total, t)}</span>
              <span className="page-note">{t(`review.total.inTree.${treeMatch(total, count)}`)}</span>
              <Button size="small" type="link" onClick={() => go(total.paragraph)}>
                {t("review.goto", { n: total.paragraph })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {problems.length > 0 && (
        <>
          <h3>{t("review.problems", { n: problems.length })}</h3>
          <ul className="check-list">
            {problems.map((problem, index) => (
              <li key={index}>
                <span>{problem.message}</span>
                {problem.paragraph !== null && (
                  <Button size="small" type="link" onClick={() => go(problem.paragraph ?? 1)}>
                    {t("review.goto", { n: problem.paragraph })}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {totals.length === 0 && problems.length === 0 && <EmptyState title={t("review.noChecks")} />}
    </div>
  );
}

/** Which count of the outline is the document's number; the words around a number vary too much to rely on. */
export function treeMatch(total: Pick<DraftTotal, "total">, count: (kind: NodeKind) => number) {
  const number = Number(total.total);
  if (number === count("finding")) return "finding";
  if (number === count("finding") + count("recommendation")) return "findingAndAdvice";
  if (number === count("measure")) return "measure";
  return number === count("area") ? "area" : "none";
}

function TotalMark({ consistent }: { consistent: boolean | null }) {
  const { t } = useTranslation();
  if (consistent === null) {
    return (
      <StatusTag tone="grey" icon={<QuestionCircleOutlined />}>
        {t("review.total.unknown")}
      </StatusTag>
    );
  }
  return consistent ? (
    <StatusTag tone="green" icon={<CheckCircleOutlined />}>
      {t("review.total.right")}
    </StatusTag>
  ) : (
    <StatusTag tone="red" icon={<CloseCircleOutlined />}>
      {t("review.total.wrong")}
    </StatusTag>
  );
}

function totalWords(total: DraftTotal, t: (key: string, values: Record<string, unknown>) => string): string {
  const whole = t("review.total.says", { subject: total.subject, total: total.total, unit: total.unit });
  if (total.parts.length === 0) return whole;
  return `${whole} = ${total.parts.map((part) => `${part.label} ${part.count}`).join(" + ")}`;
}
