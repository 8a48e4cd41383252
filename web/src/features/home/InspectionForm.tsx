import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { Drawer, Form, Input, Radio, Button } from "antd";
import { useTranslation } from "react-i18next";
import { createInspection, type InspectionInput } from "../../api/inspections";
import { queries } from "../../api/queries";
import { DateField } from "../../components/DateField";
import { UnitSelect } from "../../components/DirectorySelect";
import { ErrorNotice } from "../../components/ErrorNotice";
import { useFieldErrors } from "../../components/useFieldErrors";
import { useFormRules } from "../../components/useFormRules";
import { SOURCES } from "../../components/vocabulary";
import { useSession } from "../../components/useSession";
import { paths } from "../../paths";
import { ProfileField } from "./ProfileField";

/** The button below the form belongs to it, so that Enter in a field saves. */
const FORM = "inspection-form";

export function InspectionForm(props: { onClose: () => void }) {
  const { t } = useTranslation();
  const { required, written } = useFormRules();
  const client = useQueryClient();
  const router = useRouter();
  const { session } = useSession();
  const units = useQuery(queries.units());
  const [form] = Form.useForm<InspectionInput>();
  const create = useMutation({
    mutationFn: createInspection,
    onSuccess: async (inspection) => {
      await client.invalidateQueries({ queryKey: ["inspections"] });
      props.onClose();
      await router.navigate({ href: paths.importing(inspection.key) });
    },
  });
  useFieldErrors(form, create.error);
  const submit = (values: InspectionInput) =>
    create.mutate({
      ...values,
      document_number: values.document_number || null,
      feedback_date: values.feedback_date ?? null,
      receipt_date: values.receipt_date ?? null,
    });

  return (
    <Drawer
      open
      onClose={props.onClose}
      size={560}
      title={t("home.create")}
      closable={{ "aria-label": t("common.close") }}
      footer={
        <div className="drawer-footer">
          <Button onClick={props.onClose}>{t("common.cancel")}</Button>
          <Button type="primary" htmlType="submit" form={FORM} loading={create.isPending}>
            {t("home.submit")}
          </Button>
        </div>
      }
    >
      <ErrorNotice error={create.error} what={t("home.createFailed")} kept={t("error.formKept")} />
      {units.data && (
        <Form
          id={FORM}
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={submit}
          initialValues={{ source: "patrol", unit_id: session?.unit.id }}
        >
          <Form.Item name="source" label={t("inspection.source")}>
            <Radio.Group
              optionType="button"
              options={SOURCES.map((source) => ({ value: source, label: t(`source.${source}`) }))}
            />
          </Form.Item>
          <ProfileField form={form} />
          <Form.Item
            name="title"
            label={t("inspection.title")}
            rules={written(t("inspection.title"))}
            extra={t("inspection.titleHint")}
          >
            <Input autoFocus />
          </Form.Item>
          <Form.Item
            name="issuing_body"
            label={t("inspection.issuingBody")}
            rules={written(t("inspection.issuingBody"))}
            extra={t("inspection.issuingBodyHint")}
          >
            <Input />
          </Form.Item>
          <Form.Item name="document_number" label={t("inspection.number")} extra={t("inspection.numberHint")}>
            <Input />
          </Form.Item>
          <Form.Item name="unit_id" label={t("inspection.unit")} rules={required(t("inspection.unit"))}>
            <UnitSelect required />
          </Form.Item>
          <div className="form-pair">
            <Form.Item name="feedback_date" label={t("inspection.feedbackDate")} extra={t("inspection.feedbackHint")}>
              <DateField />
            </Form.Item>
            <Form.Item name="receipt_date" label={t("inspection.receiptDate")}>
              <DateField />
            </Form.Item>
          </div>
        </Form>
      )}
    </Drawer>
  );
}
