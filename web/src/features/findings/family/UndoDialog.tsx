import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { undoFamily } from "../../../api/findings";
import type { Finding } from "../../../api/types";
import { ErrorNotice } from "../../../components/ErrorNotice";
import { FormDialog } from "../../../components/FormDialog";
import { useFindingAct } from "../useFindingAct";
import { ReasonField } from "./ReasonField";

const FORM = "undo-family-form";

/** Counts the findings as before; names what will be set aside. */
export function UndoDialog({ finding, onClose }: { finding: Finding; onClose: () => void }) {
  const { t } = useTranslation();
  const send = ({ reason }: { reason: string }) =>
    undoFamily(finding.key, { version: finding.version, reason: reason || null });
  const act = useFindingAct(finding, send, onClose);
  return (
    <FormDialog
      title={t("family.undoTitle", { key: finding.key })}
      form={FORM}
      submit={t("family.undo")}
      saving={act.isPending}
      onClose={onClose}
    >
      <ErrorNotice error={act.error} what={t("family.failed")} kept={t("error.formKept")} />
      <p className="page-note">{t("family.undoHint")}</p>
      <Form<{ reason: string }>
        id={FORM}
        layout="vertical"
        requiredMark={false}
        initialValues={{ reason: "" }}
        onFinish={(values) => act.mutate(values)}
      >
        <ReasonField needed={false} />
      </Form>
    </FormDialog>
  );
}
