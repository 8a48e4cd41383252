import { useTranslation } from "react-i18next";
import type { Finding } from "../../../api/types";
import { taker } from "../../../components/people";
import { lastReturn } from "./stages";

/** What waits, what runs out, and why the finding came back. */
export function LoopNotices({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const { extension, filing_until: until, named_reviewer: reviewer, steps } = finding.closed_loop;
  const returned = lastReturn(steps);
  return (
    <div className="loop-notices">
      {returned && (
        <div className="notice">
          <b>
            {t("loop.returned", {
              action: t(`action.${returned.action}`),
              name: taker(t, returned),
              date: returned.date,
            })}
          </b>
          {returned.reason && <p>{returned.reason}</p>}
        </div>
      )}
      {extension && (
        <div className="notice">
          <b className="digits">{t("loop.extension", { from: finding.due ?? "", to: extension.until })}</b>
          <p>{extension.reason}</p>
        </div>
      )}
      {until && finding.stage === "filing" && <p className="loop-fact digits">{t("loop.filing", { date: until })}</p>}
      {reviewer && finding.stage !== "closed" && (
        <p className="loop-fact">{t("loop.namedReviewer", { name: reviewer.name })}</p>
      )}
    </div>
  );
}
