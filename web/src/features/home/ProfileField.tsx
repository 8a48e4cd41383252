import { useQuery } from "@tanstack/react-query";
import { Form, Radio, type FormInstance } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { InspectionInput } from "../../api/inspections";
import { queries } from "../../api/queries";

/** The rules of the round; asked only where several suit the source, as 市 and 县 巡察. */
export function ProfileField({ form }: { form: FormInstance<InspectionInput> }) {
  const { t } = useTranslation();
  const source = Form.useWatch("source", form);
  const profiles = useQuery(queries.rules()).data?.profiles ?? [];
  const suiting = profiles.filter((profile) => source && profile.sources.includes(source));
  const first = suiting[0]?.id;
  useEffect(() => {
    if (first) form.setFieldValue("profile", first);
  }, [form, first]);
  return (
    <Form.Item name="profile" label={t("inspection.profile")} hidden={suiting.length < 2}>
      <Radio.Group
        optionType="button"
        options={suiting.map((profile) => ({ value: profile.id, label: profile.name }))}
      />
    </Form.Item>
  );
}
