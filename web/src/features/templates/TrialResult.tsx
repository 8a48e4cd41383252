import { CheckCircleOutlined, CloseCircleOutlined } from "@ant-design/icons";
import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import type { TemplatePlace, TemplateTrial } from "../../api/types";
import { StatusTag } from "../../ui/StatusTag";

/** What each placeholder gives, those with a fault first. */
export function TrialResult({ trial }: { trial: TemplateTrial }) {
  const { t } = useTranslation();
  const faults = trial.places.filter((place) => place.fault !== null);
  const places = [...faults, ...trial.places.filter((place) => place.fault === null)];
  const words = trial.failure
    ? t("templates.notFilled", { why: trial.failure })
    : faults.length > 0
      ? t("templates.bad", { n: faults.length })
      : t("templates.good", { n: trial.places.length });
  return (
    <>
      {trial.good ? (
        <p role="status" className="notice template-value">
          <CheckCircleOutlined aria-hidden="true" className="template-tick" />
          <span>{words}</span>
        </p>
      ) : (
        <Alert role="status" showIcon type="error" title={words} />
      )}
      {places.length > 0 && (
        <div className="scroll-x template-places" tabIndex={0} role="region" aria-label={t("templates.places")}>
          <table className="plain-table phone-cards">
            <thead>
              <tr>
                <th scope="col">{t("templates.place")}</th>
                <th scope="col">{t("templates.source")}</th>
                <th scope="col">{t("templates.result")}</th>
              </tr>
            </thead>
            <tbody>
              {places.map((place, index) => (
                <tr key={index}>
                  <td data-label={t("templates.place")}>{place.place}</td>
                  <td data-label={t("templates.source")}>
                    <code className="template-source">{place.source}</code>
                  </td>
                  <td data-label={t("templates.result")}>
                    <PlaceResult place={place} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function PlaceResult({ place }: { place: TemplatePlace }) {
  const { t } = useTranslation();
  if (place.fault !== null) {
    return (
      <StatusTag tone="red" icon={<CloseCircleOutlined />}>
        {place.fault}
      </StatusTag>
    );
  }
  if (place.value === null) {
    const loops = /^\{%-?\s*(?:tr |tc |p )?\s*for\b/.test(place.source);
    return (
      <span className="page-note">
        {loops ? t("templates.loop", { n: place.times }) : t("templates.branch", { n: place.times })}
      </span>
    );
  }
  return (
    <span className="template-value">
      <CheckCircleOutlined aria-hidden="true" className="template-tick" />
      <span>{place.value.trim() || t("templates.nothing")}</span>
      {place.times > 1 && <span className="page-note">{t("templates.times", { n: place.times })}</span>}
    </span>
  );
}
