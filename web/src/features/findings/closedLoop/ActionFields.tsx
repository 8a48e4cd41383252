import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { ActionName, Finding } from "../../../api/types";
import { DateField } from "../../../components/DateField";
import { PersonSelect } from "../../../components/DirectorySelect";
import { useFormRules } from "../../../components/useFormRules";
import { partsOf, type Values } from "./actions";
import { Checklist } from "./Checklist";

/** The fields of a step's dialog. */
export function ActionFields({ action, finding }: { action: ActionName; finding: Finding }) {
  const { t } = useTranslation();
  const { required, written } = useFormRules();
  const parts = partsOf(action);
  return (
    <>
      {parts.includes("checklist") && (
        <Form.Item<Values> name="answers" noStyle>
          <Checklist criteria={finding.closed_loop.criteria} />
        </Form.Item>
      )}
      {parts.includes("until") && (
        <Form.Item<Values>
          name="until"
          label={t("loop.until")}
          extra={finding.due && t("loop.untilHint", { date: finding.due })}
          rules={required(t("loop.until"))}
        >
          <DateField after={finding.due} />
        </Form.Item>
      )}
      {parts.includes("reviewer") && (
        <Form.Item<Values>
          name="reviewer_id"
          label={t("loop.reviewer")}
          extra={t("loop.reviewerHint")}
          rules={required(t("loop.reviewer"))}
        >
          <PersonSelect />
        </Form.Item>
      )}
      {parts.includes("reason") && (
        <Form.Item<Values> name="reason" label={t("loop.reason")} rules={written(t("loop.reason"))}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
        </Form.Item>
      )}
      {parts.includes("note") && (
        <Form.Item<Values> name="reason" label={t("loop.note")}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
        </Form.Item>
      )}
    </>
  );
}
