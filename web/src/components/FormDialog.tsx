import { Modal } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

type Props = {
  title: string;
  /** Id of the form inside: the button below belongs to it, so that Enter in a field sends it. */
  form: string;
  submit: string;
  saving: boolean;
  disabled?: boolean;
  width?: number;
  onClose: () => void;
  children: ReactNode;
};

/** A dialog around one form. */
export function FormDialog(props: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      open
      title={props.title}
      width={props.width}
      okText={props.submit}
      cancelText={t("common.cancel")}
      okButtonProps={{ htmlType: "submit", form: props.form, loading: props.saving, disabled: props.disabled }}
      onCancel={props.onClose}
      closable={{ "aria-label": t("common.close") }}
    >
      {props.children}
    </Modal>
  );
}
