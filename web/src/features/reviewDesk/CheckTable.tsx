import { Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import type { Finding } from "../../api/types";
import { submissions } from "./decisions";

type Props = { finding: Finding; checked: ReadonlySet<number>; onCheck: (index: number) => void };

/** 销号标准, what the submitter said of each, and a tick of the reviewer's own. */
export function CheckTable({ finding, checked, onCheck }: Props) {
  const { t } = useTranslation();
  const [now, before] = submissions(finding);
  const { criteria } = finding.closed_loop;
  if (!now || now.answers.length === 0) return null;
  const said = (answers: typeof now.answers, criterion: string) =>
    answers.find((one) => one.criterion === criterion)?.answer;
  return (
    <fieldset className="desk-checks">
      <legend>
        {t("loop.criteria")}{" "}
        <span className="page-note digits">{t("desk.checked", { n: checked.size, all: criteria.length })}</span>
      </legend>
      <ol>
        {criteria.map(({ criterion, need }, index) => {
          const answer = said(now.answers, criterion);
          const earlier = before && said(before.answers, criterion);
          return (
            <li key={criterion}>
              <Checkbox checked={checked.has(index)} onChange={() => onCheck(index)}>
                <span className="digits">{index + 1}</span> {t(`criterion.${criterion}`)}{" "}
                <span className={`need need-${need}`}>{t(`need.${need}`)}</span>
              </Checkbox>
              <span className={`answer answer-${answer ?? "none"}`}>
                {answer ? t(`criterionAnswer.${answer}`) : t("desk.unanswered")}
                {earlier && earlier !== answer && t("desk.before", { answer: t(`criterionAnswer.${earlier}`) })}
              </span>
            </li>
          );
        })}
      </ol>
    </fieldset>
  );
}
