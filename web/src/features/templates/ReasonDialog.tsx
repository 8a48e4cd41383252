import { Input, Modal } from "antd";
import { useId, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ErrorNotice } from "../../components/ErrorNotice";

type Props = {
  title: string;
  ok: string;
  hint?: string;
  /** What is said when it did not work. */
  what: string;
  error: unknown;
  pending: boolean;
  children?: ReactNode;
  onOk: (reason: string) => void;
  onClose: () => void;
};

/** Asks why, as every change of a template is kept with its reason. */
export function ReasonDialog(props: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [reason, setReason] = useState("");
  return (
    <Modal
      open
      title={props.title}
      okText={props.ok}
      okButtonProps={{ disabled: !reason.trim() }}
      confirmLoading={props.pending}
      onOk={() => props.onOk(reason)}
      onCancel={props.onClose}
      closable={{ "aria-label": t("common.close") }}
    >
      {props.children}
      <ErrorNotice error={props.error} what={props.what} kept={t("error.formKept")} />
      <label htmlFor={id}>{t("templates.reason")}</label>
      <Input.TextArea
        id={id}
        autoFocus
        rows={2}
        maxLength={200}
        placeholder={props.hint}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  );
}
