import { Button, Tooltip } from "antd";
import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ActionName, Finding } from "../../../api/types";
import { refusalWords } from "../../../components/errorWords";
import { ActionDialog } from "./ActionDialog";
import { arrange } from "./actions";

/** What can be done now. What cannot keeps its place and says why, also to those who do not use a mouse. */
export function ActionBar({ finding }: { finding: Finding }) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const bar = useRef<HTMLElement>(null);
  const [open, setOpen] = useState<ActionName | null>(null);
  const [taken, setTaken] = useState<ActionName | null>(null);
  const { primary, others, obstacles } = arrange(finding.closed_loop.offers);
  const start = (action: ActionName) => () => {
    setTaken(null);
    setOpen(action);
  };
  const label = (action: ActionName) => {
    const other = finding.closed_loop.offers.find((offer) => offer.action === action)?.acting_for;
    const word = t(`action.${action}`);
    return other ? t("delegation.action", { action: word, name: other.name }) : word;
  };
  const nothing = !primary && others.length === 0;
  return (
    <section className="action-bar" aria-label={t("loop.actions")} ref={bar} tabIndex={-1}>
      <div className="action-buttons">
        {primary && (
          <Button type="primary" onClick={start(primary)}>
            {label(primary)}
          </Button>
        )}
        {others.map((action) => (
          <Button key={action} onClick={start(action)}>
            {label(action)}
          </Button>
        ))}
        {obstacles.map((one, index) =>
          one.actions.map((action) => (
            <Tooltip key={action} title={refusalWords(one, i18n).join(" ")} trigger={["hover", "focus"]}>
              <span>
                <Button className="refused-action" aria-disabled="true" aria-describedby={`${id}-${index}`}>
                  {t(`action.${action}`)}
                </Button>
              </span>
            </Tooltip>
          )),
        )}
      </div>
      <p role="status" className={taken ? "action-taken" : "sr-only"}>
        {taken && t("loop.taken", { action: t(`action.${taken}`), stage: t(`stage.${finding.stage}`) })}
      </p>
      {nothing && obstacles.length > 0 && <p className="page-note">{t("loop.notYourTurn")}</p>}
      <ul className="action-obstacles">
        {obstacles.map((one, index) => {
          const [words, original] = refusalWords(one, i18n);
          return (
            <li key={one.message} id={`${id}-${index}`} className={one.shown ? undefined : "sr-only"}>
              {one.actions.map((action) => t(`action.${action}`)).join(t("common.comma"))}
              {t("common.colon")}
              {words} {original && <span lang="zh-CN">{original}</span>}
            </li>
          );
        })}
      </ul>
      {open && (
        <ActionDialog
          key={open}
          action={open}
          finding={finding}
          onClose={() => setOpen(null)}
          onDone={() => {
            setTaken(open);
            setOpen(null);
            bar.current?.focus();
          }}
        />
      )}
    </section>
  );
}
