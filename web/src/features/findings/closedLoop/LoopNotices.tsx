import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import type { Finding } from "../../../api/types";
import { lastReturn } from "./stages";

/** What waits, what runs out, and why the finding came back. */
export function LoopNotices({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const { extension, filing_until: until, named_reviewer: reviewer, steps } = finding.closed_loop;
  const returned = lastReturn(steps);
  return (
    <div className="loop-notices">
      {returned && (
        <Alert
          type="warning"
          showIcon
          title={t("loop.returned", {
            action: t(`action.${returned.action}`),
            name: returned.actor.name,
            date: returned.date,
          })}
          description={returned.reason}
        />
      )}
      {extension && (
        <Alert
          type="info"
          showIcon
          title={t("loop.extension", { from: finding.due ?? "", to: extension.until })}
          description={extension.reason}
        />
      )}
      {until && finding.stage === "filing" && <Alert type="info" showIcon title={t("loop.filing", { date: until })} />}
      {reviewer && finding.stage !== "closed" && (
        <Alert type="info" showIcon title={t("loop.namedReviewer", { name: reviewer.name })} />
      )}
    </div>
  );
}
