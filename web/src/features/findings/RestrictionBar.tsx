import { LockOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Input } from "antd";
import { useTranslation } from "react-i18next";
import { liftRestriction, restrictFinding } from "../../api/findings";
import type { Finding } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { StatusTag } from "../../ui/StatusTag";

/** 工作秘密: who opens the finding is noted, and everybody who does is told so. */
export function RestrictionBar({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const client = useQueryClient();
  const mark = finding.restriction;
  const change = useMutation({
    mutationFn: (reason: string) =>
      mark ? liftRestriction(finding.key, reason) : restrictFinding(finding.key, { reason }),
    onSettled: () => client.invalidateQueries({ queryKey: ["findings", finding.key] }),
  });
  const ask = () => {
    let reason = "";
    modal.confirm({
      title: mark ? t("restriction.liftAsk", { key: finding.key }) : t("restriction.ask", { key: finding.key }),
      content: (
        <Input
          autoFocus
          aria-label={t("restriction.reason")}
          placeholder={t("restriction.reason")}
          onChange={(event) => (reason = event.target.value)}
        />
      ),
      okText: mark ? t("restriction.lift") : t("restriction.set"),
      onOk: () => change.mutate(reason),
    });
  };
  const may = finding.closed_loop.may.restrict;
  if (!mark && !may) return null;
  return (
    <div className="restriction">
      {mark && (
        <>
          <StatusTag tone="red" icon={<LockOutlined />}>
            {t("restriction.tag")}
          </StatusTag>
          <span>{t("restriction.told", { reason: mark.reason, name: mark.by.name, date: mark.at.slice(0, 10) })}</span>
        </>
      )}
      {may && (
        <Button size="small" type={mark ? "default" : "text"} onClick={ask}>
          {mark ? t("restriction.lift") : t("restriction.set")}
        </Button>
      )}
      <ErrorNotice error={change.error} what={t("restriction.failed")} onClose={change.reset} />
    </div>
  );
}
