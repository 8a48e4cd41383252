import { App, Button, Input } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Standing } from "../../../api/types";
import { LampTag } from "../../../components/lamps";
import { taker } from "../../../components/people";

type Props = {
  standing: Standing;
  /** A form is open: no other is offered. */
  quiet: boolean;
  onConfirm: () => void;
  onEdit: () => void;
  onEnd: (reason: string) => void;
};

/** One rule or duty with its lamp, and when it was confirmed. */
export function StandingRow({ standing, quiet, onConfirm, onEdit, onEnd }: Props) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const reason = useRef("");
  const ask = () => {
    reason.current = "";
    modal.confirm({
      title: t("standing.endAsk", { title: standing.title }),
      content: (
        <Input
          aria-label={t("standing.endReason")}
          placeholder={t("standing.endReason")}
          onChange={(event) => (reason.current = event.target.value)}
        />
      ),
      okText: t("standing.end"),
      okButtonProps: { danger: true },
      onOk: () => onEnd(reason.current),
    });
  };
  const facts = [
    t(`standingKind.${standing.kind}`),
    t(`recurrence.${standing.recurrence}`),
    standing.issued && t("standing.issued", { date: standing.issued }),
    standing.owner && t("standing.owner", { name: standing.owner.name }),
  ].filter(Boolean);
  return (
    <>
      <div className="standing-head">
        <p>
          <b>{standing.title}</b>
        </p>
        {standing.ended ? (
          <p className="page-note digits">{t("standing.endedOn", { date: standing.ended })}</p>
        ) : (
          <p className="work-when">
            <LampTag lamp={standing.lamp} />
            <span>{standing.lamp_reason}</span>
            <span className="digits">{t("standing.next", { date: standing.next })}</span>
          </p>
        )}
        <p className="page-note">{facts.join(" · ")}</p>
      </div>
      {!quiet && (standing.may_confirm || standing.may_change) && (
        <div className="measure-acts">
          {standing.may_confirm && (
            <Button
              size="small"
              type="primary"
              onClick={onConfirm}
              aria-label={t("standing.confirmNamed", { title: standing.title })}
            >
              {t("standing.confirm")}
            </Button>
          )}
          {standing.may_change && (
            <>
              <Button size="small" onClick={onEdit} aria-label={t("standing.editNamed", { title: standing.title })}>
                {t("common.edit")}
              </Button>
              <Button size="small" onClick={ask} aria-label={t("standing.endNamed", { title: standing.title })}>
                {t("standing.end")}
              </Button>
            </>
          )}
        </div>
      )}
      {standing.confirmations.length > 0 && (
        <details className="standing-history">
          <summary>{t("standing.history", { n: standing.confirmations.length })}</summary>
          <ol>
            {standing.confirmations.map((one) => (
              <li key={`${one.due}-${one.date}`}>
                <span className="digits">{t("standing.confirmed", { due: one.due, date: one.date })}</span>{" "}
                {taker(t, { actor: one.person, acting_for: one.acting_for })}
                {t("common.colon")}
                {one.note} {one.evidence_key && <span className="digits page-note">{one.evidence_key}</span>}
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}
