import { Alert } from "antd";
import { useTranslation } from "react-i18next";

export const GATE_ID = "publication-gate";

/** Why the publication cannot be confirmed by who looks at it; the button refers to it. */
export function GateNotice({ gaps }: { gaps: string[] }) {
  const { t } = useTranslation();
  if (gaps.length === 0) {
    return <Alert className="gate-notice" type="success" showIcon title={t("publication.ready")} />;
  }
  return (
    <Alert
      id={GATE_ID}
      className="gate-notice"
      type="warning"
      showIcon
      title={t("publication.gaps")}
      description={
        <ul lang="zh-CN">
          {gaps.map((gap) => (
            <li key={gap}>{gap}</li>
          ))}
        </ul>
      }
    />
  );
}
