import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { sendCheckpointMail } from "../../api/auditLog";
import { queries } from "../../api/queries";
import { ErrorNotice } from "../../components/ErrorNotice";
import { localTime } from "../../components/localTime";

/** Where checkpoints are mailed, when the last one went, and the button for one more. */
export function MailLine() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const mail = useQuery(queries.checkpointMail());
  const send = useMutation({
    mutationFn: sendCheckpointMail,
    onSettled: () => client.invalidateQueries({ queryKey: ["audit-log"] }),
  });
  if (!mail.data) return null;
  const { to, last_at: last, failure } = mail.data;
  if (!to) return <p className="page-note log-mail">{t("auditLog.mailOff")}</p>;
  return (
    <div className="log-mail">
      <p role="status">
        {t("auditLog.mailTo", { to })}
        {last ? t("auditLog.mailLast", { time: localTime(last) }) : t("auditLog.mailNever")}{" "}
        <Button size="small" loading={send.isPending} onClick={() => send.mutate()}>
          {t("auditLog.mailNow")}
        </Button>
      </p>
      {failure && !send.error && <p className="notice">{t("auditLog.mailFailure", { why: failure })}</p>}
      <ErrorNotice error={send.error} what={t("auditLog.mailFailed")} onClose={send.reset} />
    </div>
  );
}
