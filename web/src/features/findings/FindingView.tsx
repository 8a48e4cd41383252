import { useTranslation } from "react-i18next";
import type { Finding } from "../../api/types";
import { LampTag } from "../../components/lamps";
import { paths } from "../../paths";
import { ActionBar } from "./closedLoop/ActionBar";
import { LoopNotices } from "./closedLoop/LoopNotices";
import { StageBar } from "./closedLoop/StageBar";
import { EvidenceList } from "./EvidenceList";
import { FamilySection } from "./family/FamilySection";
import { FieldsSection } from "./FieldsSection";
import { GuidanceSection } from "./guidance/GuidanceSection";
import { MeasureList } from "./MeasureList";
import { PaperWarnings } from "./PaperWarnings";
import { PublishingSection } from "./PublishingSection";
import { RestrictionBar } from "./RestrictionBar";
import { SourceList } from "./SourceList";
import { StandingSection } from "./standing/StandingSection";
import { StatedLines } from "./StatedLines";
import { Timeline } from "./Timeline";

export function FindingView({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const { may } = finding.closed_loop;
  return (
    <div className="finding-view">
      <div>
        <header className="finding-head">
          <p className="finding-facts">
            <span className="digits">{t("finding.ordinal", { n: finding.ordinal })}</span>
            <span className="key">{finding.key}</span>
            <LampTag lamp={finding.lamp} />
            <span>{finding.lamp_reason}</span>
            <span className="digits">{finding.due ? t("finding.due", { date: finding.due }) : t("ledger.noDue")}</span>
            <span>{t(`completion.${finding.completion}`)}</span>
          </p>
          <p className="finding-prints">
            <a href={paths.findingPrint(finding.key)} target="_blank" rel="noreferrer">
              {t("card.print")}
            </a>{" "}
            <a href={paths.reviewPrint(finding.key)} target="_blank" rel="noreferrer">
              {t("card.printReview")}
            </a>
          </p>
          <h2>{finding.title || finding.text}</h2>
          {finding.area && <p className="page-note">{finding.area}</p>}
          <RestrictionBar finding={finding} />
        </header>
        <StageBar finding={finding} />
        <LoopNotices finding={finding} />
        <PaperWarnings warnings={finding.warnings} />
        <ActionBar finding={finding} />
        <StatedLines stated={finding.stated} />
        {may.locked && <p className="locked-note">{t(`locked.${finding.stage}`)}</p>}
        <FamilySection finding={finding} />
        <GuidanceSection finding={finding} />
        <FieldsSection finding={finding} mayEdit={may.plan} />
        <MeasureList finding={finding} />
        <StandingSection finding={finding} />
        <EvidenceList finding={finding} mayEdit={may.report} />
      </div>
      <div className="finding-record">
        <SourceList finding={finding} />
        <PublishingSection finding={finding} />
        <Timeline events={finding.timeline} />
      </div>
    </div>
  );
}
