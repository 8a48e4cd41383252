import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Checkbox, Form, Input } from "antd";
import dayjs from "dayjs";
import { useTranslation } from "react-i18next";
import { createDelegation, type DelegationInput } from "../../api/delegations";
import { queries } from "../../api/queries";
import { DateField } from "../../components/DateField";
import { PersonSelect } from "../../components/DirectorySelect";
import { ErrorNotice } from "../../components/ErrorNotice";
import { FormDialog } from "../../components/FormDialog";
import { useFieldErrors } from "../../components/useFieldErrors";
import { useFormRules } from "../../components/useFormRules";
import { useSession } from "../../components/useSession";
import { BUSINESS_ROLES } from "../../components/vocabulary";

const FORM = "delegation-form";
/** What is offered first. */
const DAYS = 7;

/** Who acts for whom, in what, until when and why. The administrator may set it for somebody else. */
export function DelegationForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { required, written, some } = useFormRules();
  const { session, mayAdminister, roles: own } = useSession();
  const client = useQueryClient();
  const [form] = Form.useForm<DelegationInput>();
  const me = session?.person.id;
  const principal = Form.useWatch("principal_id", form) ?? me;
  const people = useQuery(queries.people()).data?.items ?? [];
  const positions = useQuery({ ...queries.positions(principal ?? ""), enabled: Boolean(principal) });
  const other = people.find((person) => person.id === principal);
  const further = (positions.data?.items ?? []).filter((position) => position.kind === "further");
  const held = [...(principal === me ? own : (other?.roles ?? [])), ...further.flatMap((position) => position.roles)];
  const lendable = BUSINESS_ROLES.filter((role) => held.includes(role));
  const create = useMutation({
    mutationFn: createDelegation,
    onSuccess: async () => {
      await client.invalidateQueries();
      onClose();
    },
  });
  useFieldErrors(form, create.error);
  const today = session?.today;
  return (
    <FormDialog
      title={t("delegation.add")}
      form={FORM}
      submit={t("delegation.save")}
      saving={create.isPending}
      onClose={onClose}
    >
      <ErrorNotice error={create.error} what={t("delegation.saveFailed")} kept={t("error.formKept")} />
      <p className="page-note">{t("delegation.hint")}</p>
      <Form<DelegationInput>
        id={FORM}
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => create.mutate({ ...values, principal_id: principal === me ? null : principal })}
        onValuesChange={(changed) => {
          if ("principal_id" in changed) form.setFieldValue("roles", []);
        }}
        initialValues={{
          principal_id: me,
          roles: [],
          from: today,
          until: dayjs(today).add(DAYS, "day").format("YYYY-MM-DD"),
        }}
      >
        {mayAdminister && (
          <Form.Item
            name="principal_id"
            label={t("delegation.principal")}
            rules={required(t("delegation.principal"))}
            extra={t("delegation.principalHint")}
          >
            <PersonSelect required />
          </Form.Item>
        )}
        <Form.Item name="delegate_id" label={t("delegation.delegate")} rules={required(t("delegation.delegate"))}>
          <PersonSelect />
        </Form.Item>
        <Form.Item
          name="roles"
          label={t("delegation.roles")}
          rules={some(t("delegation.roles"))}
          extra={lendable.length === 0 ? t("delegation.nothing") : undefined}
        >
          <Checkbox.Group options={lendable.map((role) => ({ value: role, label: t(`role.${role}`) }))} />
        </Form.Item>
        <div className="form-pair">
          <Form.Item name="from" label={t("delegation.from")} rules={required(t("delegation.from"))}>
            <DateField />
          </Form.Item>
          <Form.Item name="until" label={t("delegation.until")} rules={required(t("delegation.until"))}>
            <DateField />
          </Form.Item>
        </div>
        <Form.Item name="reason" label={t("delegation.reason")} rules={written(t("delegation.reason"))}>
          <Input maxLength={200} placeholder={t("delegation.reasonHint")} />
        </Form.Item>
      </Form>
    </FormDialog>
  );
}
