import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DutyItem } from "../../api/types";
import { refusalWords } from "../../components/errorWords";
import { LampTag } from "../../components/lamps";
import { taker } from "../../components/people";
import { ProxyTag } from "../../components/ProxyTag";
import { paths } from "../../paths";
import { EvidenceUpload } from "./EvidenceUpload";

/** A finding that the person has to do something about. */
export function DutyCard({ item, onDone }: { item: DutyItem; onDone: (words: string) => void }) {
  const { t, i18n } = useTranslation();
  const [uploading, setUploading] = useState(false);
  const { returned } = item;
  const facts = [item.key, item.unit?.name, item.owner?.name, t(`stage.${item.stage}`)].filter(Boolean);
  return (
    <li className="panel work-card">
      <p className="work-when">
        <LampTag lamp={item.lamp} />
        <span>{item.lamp_reason}</span>
        {item.due && <span className="digits">{t("finding.due", { date: item.due })}</span>}
        <ProxyTag of={item.acting_for} />
      </p>
      <h3>
        <Link to={paths.finding(item.key)}>{item.title}</Link>
      </h3>
      <p className="page-note digits">{facts.join(" · ")}</p>
      {item.standing.length === 0 && item.standing_review && (
        <p className="page-note digits">{t("mine.standingReview", { date: item.standing_review })}</p>
      )}
      {item.standing.length > 0 && (
        <ul className="standing-due">
          {item.standing.map((one) => (
            <li key={`${one.title}-${one.next}`}>
              <LampTag lamp={one.lamp} /> {one.title}{" "}
              <span className="page-note digits">
                {t("standing.next", { date: one.next })} {one.owner?.name}
              </span>
            </li>
          ))}
        </ul>
      )}
      {returned && (
        <div className="notice">
          <b>
            {t("loop.returned", {
              name: taker(t, returned),
              date: returned.date,
              action: t(`action.${returned.action}`),
            })}
          </b>
          {returned.reason && <p className="work-reason">{returned.reason}</p>}
        </div>
      )}
      {item.offers.map(
        ({ action, refusal }) =>
          refusal && (
            <p key={action} className="page-note">
              {t(`action.${action}`)}
              {t("common.colon")}
              {refusalWords(refusal, i18n)[0]}
            </p>
          ),
      )}
      <div className="work-acts">
        <Link to={paths.finding(item.key)} className="primary-link" aria-label={t("mine.goNamed", { key: item.key })}>
          {t("mine.go")}
        </Link>
        {returned && !uploading && (
          <Button onClick={() => setUploading(true)} aria-label={t("mine.uploadNamed", { key: item.key })}>
            {t("evidence.add")}
          </Button>
        )}
      </div>
      {uploading && (
        <EvidenceUpload finding={item.key} measure={null} onDone={onDone} onClose={() => setUploading(false)} />
      )}
    </li>
  );
}
