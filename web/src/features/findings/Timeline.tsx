import { useTranslation } from "react-i18next";
import { localTime } from "../../components/localTime";
import type { TimelineEvent } from "../../api/types";

export function Timeline({ events }: { events: TimelineEvent[] }) {
  const { t } = useTranslation();
  return (
    <section className="section" aria-label={t("finding.timeline")}>
      <h3>{t("finding.timeline")}</h3>
      <ol className="timeline">
        {events.map((event) => (
          <li key={event.id}>
            <p>
              <time dateTime={event.at} className="digits">
                {localTime(event.at)}
              </time>{" "}
              <b>{event.actor.name}</b> {event.summary}
            </p>
            {event.changes.length > 0 && (
              <ul className="difference-list">
                {event.changes.map((change) => (
                  <li key={change.field}>
                    {change.field}
                    {t("common.colon")}
                    <del>{change.before || t("common.empty")}</del> <span aria-hidden="true">→</span>{" "}
                    <ins>{change.after || t("common.empty")}</ins>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
