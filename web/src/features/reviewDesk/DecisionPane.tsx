import { PrinterOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Finding, Offer } from "../../api/types";
import { allNames, taker } from "../../components/people";
import { refusalWords } from "../../components/errorWords";
import { LampTag } from "../../components/lamps";
import { paths } from "../../paths";
import { CheckTable } from "./CheckTable";
import { DecisionForm } from "./DecisionForm";
import { decisionsOf, type Choice } from "./decisions";

type Props = {
  finding: Finding;
  choice: Choice | null;
  checked: ReadonlySet<number>;
  onCheck: (index: number) => void;
  onChoice: (choice: Choice | null) => void;
  onDecided: (words: string) => void;
  onNext: () => void;
};

/** What was asked for, what the submitter answered, and the decision. */
export function DecisionPane(props: Props) {
  const { t } = useTranslation();
  const { finding, choice } = props;
  const { pass, back } = decisionsOf(finding.closed_loop.offers);
  const [conflicted, setConflicted] = useState(false);
  const may = (offer: Offer | null) => offer !== null && offer.refusal === null;
  const barred = [pass, back].filter((offer) => offer !== null && offer.refusal !== null);
  const decidable = may(pass) || may(back);
  // At 整改中 only a request for more time waits; without one there is nothing to decide.
  const idle = finding.stage === "rectifying" && !finding.closed_loop.extension;
  const handled = (!pass && !back) || idle || (conflicted && !decidable);
  const offer = choice === "pass" ? pass : back;
  return (
    <section className="panel desk-decision" aria-label={t("desk.decision")} tabIndex={0}>
      <p className="work-when">
        <span className="key">{finding.key}</span>
        <LampTag lamp={finding.lamp} />
        <span>{finding.lamp_reason}</span>
      </p>
      <h2>{finding.title || finding.text}</h2>
      <dl className="desk-requirement">
        <dt>{t("field.text")}</dt>
        <dd>{finding.source_text}</dd>
        {finding.target && (
          <>
            <dt>{t("field.target")}</dt>
            <dd>{finding.target}</dd>
          </>
        )}
        <dt>{t("desk.duty")}</dt>
        <dd className="digits">
          {[
            allNames(t, finding.unit, finding.co_units),
            allNames(t, finding.leader, finding.co_leaders),
            allNames(t, finding.owner, finding.co_owners),
            finding.due,
          ]
            .filter(Boolean)
            .join(" · ")}
        </dd>
      </dl>
      <CheckTable finding={finding} checked={props.checked} onCheck={props.onCheck} />
      {handled && <OtherDecided finding={finding} onNext={props.onNext} />}
      {!handled && <Barred offers={barred} />}
      {decidable && choice === null && (
        <div className="action-buttons">
          {pass && may(pass) && (
            <Button type="primary" onClick={() => props.onChoice("pass")}>
              {t(`action.${pass.action}`)}
            </Button>
          )}
          {back && may(back) && (
            <>
              <Button onClick={() => props.onChoice("back")}>{t(`action.${back.action}`)}</Button>
              {back.action === "return" && (
                <Button onClick={() => props.onChoice("supplement")}>{t("desk.supplement")}</Button>
              )}
            </>
          )}
        </div>
      )}
      {choice && offer && may(offer) && (
        <DecisionForm
          key={choice}
          finding={finding}
          action={offer.action}
          actingFor={offer.acting_for}
          choice={choice}
          onDecided={props.onDecided}
          onConflict={() => setConflicted(true)}
          onClose={() => props.onChoice(null)}
        />
      )}
      <p className="desk-links">
        <Link to={paths.finding(finding.key)}>{t("finding.fullPage")}</Link>
        <a href={paths.reviewPrint(finding.key)} target="_blank" rel="noreferrer">
          <PrinterOutlined aria-hidden="true" /> {t("desk.print")}
        </a>
      </p>
    </section>
  );
}

/** Who may not decide is told why, before he tries. */
function Barred({ offers }: { offers: (Offer | null)[] }) {
  const { t, i18n } = useTranslation();
  const messages = new Map<string, Offer>();
  for (const offer of offers) if (offer?.refusal) messages.set(offer.refusal.message, offer);
  return [...messages.values()].map((offer) => (
    <p key={offer.action} className="notice">
      {t("desk.barred")}
      {t("common.colon")}
      {offer.refusal && refusalWords(offer.refusal, i18n).join(" ")}
    </p>
  ));
}

/** 他人已处理, with the result. */
function OtherDecided({ finding, onNext }: { finding: Finding; onNext: () => void }) {
  const { t } = useTranslation();
  const last = finding.closed_loop.steps.at(-1);
  return (
    <div className="notice" role="alert">
      <p>{t("desk.handled", { stage: t(`stage.${finding.stage}`) })}</p>
      {last && (
        <p>
          {t("loop.returned", { name: taker(t, last), date: last.date, action: t(`action.${last.action}`) })}
          {last.reason && `${t("common.colon")}${last.reason}`}
        </p>
      )}
      <Button onClick={onNext}>{t("desk.next")}</Button>
    </div>
  );
}
