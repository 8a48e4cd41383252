import { App, Button, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { Evidence } from "../../api/types";
import { downloads } from "../../paths";
import { Digests } from "./Digests";

type Props = {
  file: Evidence;
  mayEdit: boolean;
  onShow: () => void;
  onReplace: () => void;
  onWithdraw: (reason: string) => void;
};

export function EvidenceRow({ file, mayEdit, onShow, onReplace, onWithdraw }: Props) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const ask = () => {
    let reason = "";
    modal.confirm({
      title: t("evidence.withdrawAsk", { key: file.key }),
      content: (
        <Input
          autoFocus
          aria-label={t("evidence.reason")}
          placeholder={t("evidence.reason")}
          onChange={(event) => (reason = event.target.value)}
        />
      ),
      okText: t("evidence.withdraw"),
      okButtonProps: { danger: true },
      onOk: () => onWithdraw(reason),
    });
  };
  const facts = [
    file.key,
    file.measure_key,
    file.fact_date ? t("evidence.fact", { date: file.fact_date }) : t("evidence.noFact"),
    t("evidence.by", { name: file.uploader.name, date: file.uploaded_at.slice(0, 10) }),
    file.replaces && t("evidence.replaces", { key: file.replaces, reason: file.replace_reason }),
    file.replaced_by && t("evidence.replacedBy", { key: file.replaced_by }),
    file.withdrawn && !file.replaced_by && t("evidence.withdrawn"),
  ].filter(Boolean);
  return (
    <li className={file.withdrawn ? "evidence withdrawn" : "evidence"}>
      <div className="measure-words">
        <p>
          <a href={downloads.evidence(file.key)} download aria-label={t("evidence.download", { name: file.name })}>
            {file.name}
          </a>
        </p>
        <p className="page-note digits">{facts.join(" · ")}</p>
        <Digests file={file} />
        {file.note && <p className="measure-note">{file.note}</p>}
        {file.before_feedback && <p className="notice">{t("evidence.beforeFeedback")}</p>}
        {file.reused_in.length > 0 && (
          <p className="notice">{t("evidence.reused", { keys: file.reused_in.join(t("common.comma")) })}</p>
        )}
      </div>
      <Button size="small" onClick={onShow} aria-label={t("evidence.showNamed", { name: file.name })}>
        {t("evidence.show")}
      </Button>
      {mayEdit && !file.withdrawn && (
        <Button size="small" onClick={onReplace} aria-label={t("evidence.replaceNamed", { key: file.key })}>
          {t("evidence.replace")}
        </Button>
      )}
      {mayEdit && !file.withdrawn && (
        <Button size="small" onClick={ask} aria-label={t("evidence.withdrawNamed", { key: file.key })}>
          {t("evidence.withdraw")}
        </Button>
      )}
    </li>
  );
}
