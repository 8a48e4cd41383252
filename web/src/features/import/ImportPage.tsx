import { InboxOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { queries } from "../../api/queries";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { useSession } from "../../components/useSession";
import { paths } from "../../paths";
import { DropZone } from "../../ui/DropZone";
import { PageHeader } from "../../ui/PageHeader";
import { DraftList } from "./DraftList";
import { PasteText } from "./PasteText";
import { UploadList } from "./UploadList";
import { useUploads } from "./useUploads";

const ACCEPT = ".docx,.doc,.wps,.xlsx,.xls,.et,.pdf,.txt,.md";

export function ImportPage(props: { inspection: string }) {
  const { t } = useTranslation();
  const { mayEdit } = useSession();
  const inspection = useQuery(queries.inspection(props.inspection));
  const drafts = useQuery(queries.drafts(props.inspection));
  const { uploads, add, retry, dismiss } = useUploads(props.inspection);

  return (
    <div className="page">
      <PageHeader
        title={t("import.title")}
        note={inspection.data ? `${props.inspection} ${inspection.data.title}` : props.inspection}
        actions={<Link to={paths.ledger(props.inspection)}>{t("import.toLedger")}</Link>}
      />
      <ErrorNotice error={inspection.error} what={t("import.failed")} onRetry={() => void inspection.refetch()} />
      {mayEdit ? (
        <div className="import-ways">
          <DropZone
            multiple
            accept={ACCEPT}
            icon={<InboxOutlined />}
            title={t("import.drop")}
            hint={t("import.dropHint")}
            button={t("import.choose")}
            onFiles={add}
          />
          <PasteText inspection={props.inspection} />
        </div>
      ) : (
        <p className="notice">{t("import.readOnly")}</p>
      )}
      <p className="secret-warning">{t("import.secret")}</p>
      <UploadList inspection={props.inspection} uploads={uploads} onRetry={retry} onDismiss={dismiss} />
      <section className="section">
        <h2>{t("import.drafts")}</h2>
        {drafts.isPending && <Loading rows={3} />}
        <ErrorNotice error={drafts.error} what={t("import.draftsFailed")} onRetry={() => void drafts.refetch()} />
        {drafts.data && <DraftList inspection={props.inspection} drafts={drafts.data.items} />}
      </section>
    </div>
  );
}
