import { useTranslation } from "react-i18next";
import type { Finding } from "../../../api/types";
import { StepList } from "../../../ui/StepList";
import { useNarrow } from "../../../ui/useMedia";
import { STAGES, stageSteps } from "./stages";

/** Where the finding stands on its road; on a phone in one line. */
export function StageBar({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const steps = stageSteps(finding.stage, finding.closed_loop.steps);
  const notes = (returns: number, state: string) =>
    [
      state === "now" && t("stageState.now"),
      state === "skipped" && t("stageState.skipped"),
      returns > 0 && t("stageState.returned", { n: returns }),
    ].filter(Boolean);
  if (narrow) {
    const returns = steps.reduce((sum, step) => sum + step.returns, 0);
    const at = STAGES.indexOf(finding.stage) + 1;
    return (
      <section className="stage-line" aria-label={t("finding.steps")}>
        <p>
          <b>
            {t("stageState.line", { at, all: STAGES.length })} {t(`stage.${finding.stage}`)}
          </b>
          {returns > 0 && <span>{t("stageState.returned", { n: returns })}</span>}
        </p>
        <div className="stage-dots" aria-hidden="true">
          {steps.map((step) => (
            <span key={step.stage} className={`stage-dot stage-${step.state}`} />
          ))}
        </div>
      </section>
    );
  }
  return (
    <StepList
      className="stage-bar"
      label={t("finding.steps")}
      steps={steps.map(({ stage, state, returns }) => ({
        key: stage,
        title: t(`stage.${stage}`),
        text: notes(returns, state).join(t("common.comma")),
        state,
      }))}
    />
  );
}
