import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { isConflict } from "../../../api/errors";
import { takeAction } from "../../../api/findings";
import { queries } from "../../../api/queries";
import type { ActionName, Finding } from "../../../api/types";
import { ErrorNotice } from "../../../components/ErrorNotice";
import { refusalWords } from "../../../components/errorWords";
import { FormDialog } from "../../../components/FormDialog";
import { actionBody, knownAnswers, partsOf, type Values } from "./actions";
import { ActionFields } from "./ActionFields";
import { Material } from "./Material";

const FORM = "action-form";

type Props = { action: ActionName; finding: Finding; onClose: () => void; onDone: () => void };

/** Names the item, shows what the decision is about, asks for what the step needs. A failure keeps what was typed. */
export function ActionDialog({ action, finding, onClose, onDone }: Props) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const parts = partsOf(action);
  const { queryKey } = queries.finding(finding.key);
  // Somebody else may have acted while the dialog was open.
  const offer = finding.closed_loop.offers.find((one) => one.action === action);
  const gone = !offer || offer.refusal !== null;
  const act = useMutation({
    mutationFn: (values: Values) =>
      takeAction(finding.key, actionBody(action, finding.version, values, offer?.acting_for?.id)),
    onSuccess: async (after) => {
      client.setQueryData(queryKey, after);
      onDone();
      await client.invalidateQueries({ queryKey: ["inspections"] });
    },
    onError: async (error) => {
      if (isConflict(error) && error.details) client.setQueryData(queryKey, error.details as Finding);
      else await client.invalidateQueries({ queryKey });
    },
  });
  return (
    <FormDialog
      title={t("loop.title", { action: t(`action.${action}`), key: finding.key })}
      width={640}
      form={FORM}
      submit={t(`action.${action}`)}
      saving={act.isPending}
      disabled={gone}
      onClose={onClose}
    >
      <ErrorNotice error={act.error} what={t("loop.failed")} kept={t("error.formKept")} />
      {gone && (
        <p className="notice" role="alert">
          {t("loop.gone", { stage: t(`stage.${finding.stage}`) })}{" "}
          {offer?.refusal && refusalWords(offer.refusal, i18n).join(" ")}
        </p>
      )}
      <p className="action-subject">{finding.title || finding.text}</p>
      {offer?.acting_for && <p className="notice">{t("delegation.actingFor", { name: offer.acting_for.name })}</p>}
      <p className="page-note">{t(`actionHint.${action}`)}</p>
      <Material finding={finding} parts={parts} />
      <Form<Values>
        id={FORM}
        form={form}
        layout="vertical"
        className="action-form"
        initialValues={{ reason: "", until: null, reviewer_id: null, answers: knownAnswers(finding) }}
        onFinish={(values) => act.mutate(values)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.submit();
        }}
      >
        <ActionFields action={action} finding={finding} />
      </Form>
    </FormDialog>
  );
}
