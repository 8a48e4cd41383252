import { Form, Input, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { Issue } from "./issue";

const FORMS = ["", "plain", "red_head", "letter"] as const;
const URGENCIES = ["", "quick", "extra"] as const;
const SEALS = ["none", "room", "frame"] as const;

type Props = { issue: Issue; onChange: (issue: Issue) => void };

/** 公文格式: form, number, signers, further bodies, copies, urgency, margins, room for the seal. */
export function IssueFields({ issue, onChange }: Props) {
  const { t } = useTranslation();
  const headed = issue.form !== "plain";
  const text = (name: "number" | "signers" | "copies" | "joint") => ({
    id: `issue-${name}`,
    value: issue[name],
    onChange: (event: { target: { value: string } }) => onChange({ ...issue, [name]: event.target.value }),
  });
  return (
    <Form layout="vertical" component="div" className="issue-fields">
      <Form.Item label={t("issue.form")}>
        <Radio.Group
          aria-label={t("issue.form")}
          value={issue.form}
          onChange={(event) => onChange({ ...issue, form: event.target.value as Issue["form"] })}
          options={FORMS.map((form) => ({ value: form, label: t(`issue.forms.${form || "template"}`) }))}
        />
      </Form.Item>
      {headed && (
        <Form.Item label={t("issue.number")} htmlFor="issue-number" extra={t("issue.numberHint")}>
          <Input {...text("number")} maxLength={60} placeholder={t("issue.numberExample")} />
        </Form.Item>
      )}
      {issue.form === "red_head" && (
        <Form.Item label={t("issue.signers")} htmlFor="issue-signers" extra={t("issue.signersHint")}>
          <Input {...text("signers")} maxLength={200} />
        </Form.Item>
      )}
      {issue.form === "red_head" && (
        <Form.Item label={t("issue.joint")} htmlFor="issue-joint" extra={t("issue.jointHint")}>
          <Input {...text("joint")} maxLength={500} />
        </Form.Item>
      )}
      {headed && issue.form !== "" && (
        <Form.Item label={t("issue.urgency")}>
          <Radio.Group
            aria-label={t("issue.urgency")}
            value={issue.urgency}
            onChange={(event) => onChange({ ...issue, urgency: event.target.value as Issue["urgency"] })}
            options={URGENCIES.map((one) => ({ value: one, label: t(`issue.urgencies.${one || "none"}`) }))}
          />
        </Form.Item>
      )}
      {headed && (
        <Form.Item label={t("issue.copies")} htmlFor="issue-copies">
          <Input {...text("copies")} maxLength={500} />
        </Form.Item>
      )}
      <Form.Item label={t("issue.layout")}>
        <Radio.Group
          aria-label={t("issue.layout")}
          value={issue.layout}
          onChange={(event) => onChange({ ...issue, layout: event.target.value as Issue["layout"] })}
          options={(["a", "b"] as const).map((layout) => ({ value: layout, label: t(`issue.layouts.${layout}`) }))}
        />
      </Form.Item>
      <Form.Item label={t("issue.seal")} htmlFor="issue-seal">
        <Select
          id="issue-seal"
          value={issue.seal}
          onChange={(seal: Issue["seal"]) => onChange({ ...issue, seal })}
          options={SEALS.map((seal) => ({ value: seal, label: t(`issue.seals.${seal}`) }))}
        />
      </Form.Item>
    </Form>
  );
}
