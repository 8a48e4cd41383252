import { Radio } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { CriterionAnswer, CriterionNeed } from "../../../api/types";
import type { Answers } from "./actions";

const ANSWERS: CriterionAnswer[] = ["met", "not_involved", "unmet"];

type Props = { criteria: CriterionNeed[]; value?: Answers; onChange?: (answers: Answers) => void };

/** 销号标准: the submitter answers each. */
export function Checklist({ criteria, value = {}, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <fieldset className="checklist">
      <legend>{t("loop.criteria")}</legend>
      {criteria.map(({ criterion, need }) => (
        <div key={criterion} className="criterion">
          <span id={`${id}-${criterion}`}>
            {t(`criterion.${criterion}`)} <span className={`need need-${need}`}>{t(`need.${need}`)}</span>
          </span>
          <Radio.Group
            name={`${id}-${criterion}`}
            aria-labelledby={`${id}-${criterion}`}
            value={value[criterion]}
            onChange={(event) => onChange?.({ ...value, [criterion]: event.target.value as CriterionAnswer })}
            options={ANSWERS.map((answer) => ({ value: answer, label: t(`criterionAnswer.${answer}`) }))}
          />
        </div>
      ))}
    </fieldset>
  );
}
