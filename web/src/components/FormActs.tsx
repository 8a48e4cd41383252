import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** The end of a form that stands in the page: send it, or put it away. */
export function FormActs(props: { saving: boolean; disabled?: boolean; onClose: () => void; children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="form-acts">
      <Button type="primary" htmlType="submit" loading={props.saving} disabled={props.disabled}>
        {props.children ?? t("common.save")}
      </Button>
      <Button onClick={props.onClose}>{t("common.cancel")}</Button>
    </div>
  );
}
