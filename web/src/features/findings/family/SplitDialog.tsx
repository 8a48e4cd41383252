import { MinusCircleOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { type SplitInput, splitFinding } from "../../../api/findings";
import type { Finding } from "../../../api/types";
import { ErrorNotice } from "../../../components/ErrorNotice";
import { FormDialog } from "../../../components/FormDialog";
import { useFindingAct } from "../useFindingAct";
import { ReasonField } from "./ReasonField";

const FORM = "split-form";
const PARTS_MAX = 20;

type Part = { title: string; text: string; amount: string; measures: string[]; evidence: string[] };
type Values = { parts: Part[]; reason: string };

const blank = (text: string): Part => ({ title: "", text, amount: "", measures: [], evidence: [] });

/** One finding becomes several; every measure and every file is given to one or more of them. */
export function SplitDialog({ finding, onClose }: { finding: Finding; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const send = (values: Values) => splitFinding(finding.key, body(finding.version, values));
  const act = useFindingAct(finding, send, onClose);
  const measures = finding.measures.map((one) => ({ value: one.key, label: `${one.key} ${one.text}` }));
  const files = finding.evidence_files.filter((file) => !file.withdrawn);
  const evidence = files.map((file) => ({ value: file.key, label: `${file.key} ${file.name}` }));
  return (
    <FormDialog
      title={t("family.splitTitle", { key: finding.key })}
      width={760}
      form={FORM}
      submit={t("family.split")}
      saving={act.isPending}
      onClose={onClose}
    >
      <ErrorNotice error={act.error} what={t("family.failed")} kept={t("error.formKept")} />
      <p className="action-subject">{finding.title || finding.text}</p>
      <p className="page-note">{t("family.splitHint")}</p>
      <Form<Values>
        id={FORM}
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ parts: [blank(finding.source_text), blank(finding.source_text)], reason: "" }}
        onFinish={(values) => act.mutate(values)}
      >
        <Form.List name="parts">
          {(parts, { add, remove }) => (
            <>
              {parts.map(({ key, name }) => (
                <fieldset key={key} className="family-part">
                  <legend className="digits">{t("family.part", { n: name + 1 })}</legend>
                  <Form.Item
                    name={[name, "title"]}
                    label={t("family.partTitle", { n: name + 1 })}
                    rules={[{ required: true, whitespace: true, message: t("family.titleNeeded", { n: name + 1 }) }]}
                  >
                    <Input autoFocus={name === 0} maxLength={200} />
                  </Form.Item>
                  <Form.Item name={[name, "text"]} label={t("family.partText", { n: name + 1 })}>
                    <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
                  </Form.Item>
                  {measures.length > 0 && (
                    <Form.Item name={[name, "measures"]} label={t("family.partMeasures", { n: name + 1 })}>
                      <Select mode="multiple" options={measures} showSearch={{ optionFilterProp: "label" }} />
                    </Form.Item>
                  )}
                  {evidence.length > 0 && (
                    <Form.Item name={[name, "evidence"]} label={t("family.partEvidence", { n: name + 1 })}>
                      <Select mode="multiple" options={evidence} showSearch={{ optionFilterProp: "label" }} />
                    </Form.Item>
                  )}
                  {finding.amount && (
                    <Form.Item
                      name={[name, "amount"]}
                      label={t("family.partAmount", { n: name + 1 })}
                      extra={t("family.amountHint", { amount: finding.amount })}
                    >
                      <Input inputMode="decimal" />
                    </Form.Item>
                  )}
                  {parts.length > 2 && (
                    <Button icon={<MinusCircleOutlined />} onClick={() => remove(name)}>
                      {t("family.removePart", { n: name + 1 })}
                    </Button>
                  )}
                </fieldset>
              ))}
              {parts.length < PARTS_MAX && (
                <Button icon={<PlusOutlined />} onClick={() => add(blank(finding.source_text))}>
                  {t("family.addPart")}
                </Button>
              )}
            </>
          )}
        </Form.List>
        <ReasonField needed={finding.family.needs_reason} />
      </Form>
    </FormDialog>
  );
}

const body = (version: number, values: Values): SplitInput => ({
  version,
  parts: values.parts.map((part) => ({ ...part, amount: part.amount || null })),
  reason: values.reason || null,
});
