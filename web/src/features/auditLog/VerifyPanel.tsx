import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Input, Typography } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { verifyLog } from "../../api/auditLog";
import { queries } from "../../api/queries";
import { ErrorNotice } from "../../components/ErrorNotice";
import { MailLine } from "./MailLine";
import { VerifyResult } from "./VerifyResult";

/** Checks log and record now, and shows the checkpoint that is to be kept elsewhere. */
export function VerifyPanel({ onFind }: { onFind: (seq: number) => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [kept, setKept] = useState("");
  const end = useQuery(queries.logCheckpoint());
  const check = useMutation({
    mutationFn: () => verifyLog({ checkpoint: kept.trim() || null }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["audit-log"] }),
  });
  return (
    <section className="panel log-verify" aria-label={t("auditLog.verify")}>
      <div className="log-verify-row">
        <Input
          aria-label={t("auditLog.kept")}
          placeholder={t("auditLog.kept")}
          value={kept}
          maxLength={200}
          onChange={(event) => setKept(event.target.value)}
        />
        <Button type="primary" loading={check.isPending} onClick={() => check.mutate()}>
          {t("auditLog.verifyNow")}
        </Button>
      </div>
      <ErrorNotice error={check.error} what={t("auditLog.verifyFailed")} onRetry={() => check.mutate()} />
      {check.data && <VerifyResult found={check.data} onFind={onFind} />}
      {end.data && (
        <p className="log-end">
          {t("auditLog.end", { n: end.data.seq })}
          <Typography.Text code copyable={{ tooltips: [t("auditLog.copy"), t("auditLog.copied")] }}>
            {end.data.checkpoint}
          </Typography.Text>
          <span className="page-note">{t("auditLog.endHint")}</span>
        </p>
      )}
      <MailLine />
    </section>
  );
}
