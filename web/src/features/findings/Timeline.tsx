import { Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TimelineEvent } from "../../api/types";
import { localTime } from "../../components/localTime";
import { TIMELINE_PARTS, type TimelinePart, ofPart } from "./timelineParts";

/** Everything that happened, newest first; a switch shows what persons did, the notes of superiors, or the rest. */
export function Timeline({ events }: { events: TimelineEvent[] }) {
  const { t } = useTranslation();
  const [part, setPart] = useState<TimelinePart>("all");
  const shown = events.filter((event) => ofPart(event, part));
  return (
    <section className="section" aria-label={t("finding.timeline")}>
      <div className="section-head">
        <h3>{t("finding.timeline")}</h3>
        <Segmented
          value={part}
          onChange={setPart}
          aria-label={t("timeline.filter")}
          options={TIMELINE_PARTS.map((value) => ({ value, label: t(`timeline.${value}`) }))}
        />
      </div>
      {shown.length === 0 && <p className="page-note">{t("timeline.none")}</p>}
      <ol className="timeline">
        {shown.map((event) => (
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
