import { useParams } from "@tanstack/react-router";
import { Tabs } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Publication } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { useSession } from "../../components/useSession";
import { inspectionOf } from "../../paths";
import { useDocumentTitle } from "../../ui/useDocumentTitle";
import { ChecksPanel } from "./ChecksPanel";
import { GateNotice } from "./GateNotice";
import { NoticeForm } from "./NoticeForm";
import { PublicationHeader } from "./PublicationHeader";
import { ScopePanel } from "./ScopePanel";
import { SideBySide } from "./SideBySide";
import { usePublication } from "./usePublication";

/** 公开稿: both versions side by side, what stands in the way, and who confirms. */
export function PublicationPage() {
  const { t } = useTranslation();
  const { key } = useParams({ from: "/signed-in/shell/publications/$key" });
  const state = usePublication(key);
  const { publication } = state;
  useDocumentTitle(publication.data ? `${key} ${publication.data.title}` : key);
  return (
    <div className="page publication-page">
      {publication.isPending && <Loading />}
      <ErrorNotice
        error={publication.error}
        what={t("publication.failed")}
        onRetry={() => void publication.refetch()}
      />
      {publication.data && <Press key={key} publication={publication.data} state={state} />}
    </div>
  );
}

type Props = { publication: Publication; state: ReturnType<typeof usePublication> };

function Press({ publication, state }: Props) {
  const { t } = useTranslation();
  const { mayEdit } = useSession();
  const [tab, setTab] = useState("compare");
  const { acting } = state;
  const draft = publication.standing === "draft";
  const editable = draft && mayEdit;
  return (
    <>
      <PublicationHeader publication={publication} state={state} editable={editable} />
      <ErrorNotice
        error={acting.error}
        what={t("publication.notSaved")}
        kept={t("error.nothingChanged")}
        onClose={acting.reset}
      />
      {draft && <GateNotice gaps={publication.gaps} />}
      <Tabs
        activeKey={tab}
        onChange={setTab}
        items={[
          {
            key: "compare",
            label: t("publication.compare"),
            children: <SideBySide publication={publication} acting={editable ? acting : null} />,
          },
          {
            key: "check",
            label: t("report.check"),
            children: <ChecksPanel publication={publication} onPlace={() => setTab("compare")} />,
          },
          {
            key: "scope",
            label: t("publication.scope"),
            children: <ScopePanel inspection={inspectionOf(publication.key) ?? ""} draft={draft} />,
          },
          {
            key: "notice",
            label: t("publication.notice"),
            children: <NoticeForm publication={publication} acting={editable ? acting : null} />,
          },
        ]}
      />
    </>
  );
}
