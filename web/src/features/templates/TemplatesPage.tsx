import { DownloadOutlined, PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queries } from "../../api/queries";
import type { Template } from "../../api/types";
import { DownloadButton } from "../../components/DownloadButton";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { useSession } from "../../components/useSession";
import { downloads } from "../../paths";
import { EmptyState } from "../../ui/EmptyState";
import { PageHeader } from "../../ui/PageHeader";
import { TemplateDrawer } from "./TemplateDrawer";
import { TemplateTable } from "./TemplateTable";
import { UploadDrawer } from "./UploadDrawer";

type Open = { kind: "add" } | { kind: "one" | "version"; key: string };

/** 模板: the organisation's own files that are filled in from the ledger. */
export function TemplatesPage() {
  const { t } = useTranslation();
  const { mayEdit } = useSession();
  const templates = useQuery(queries.templates());
  const [open, setOpen] = useState<Open | null>(null);
  const items = templates.data?.items ?? [];
  const chosen: Template | undefined = open && open.kind !== "add" ? items.find((i) => i.key === open.key) : undefined;
  const add = mayEdit && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen({ kind: "add" })}>
      {t("templates.add")}
    </Button>
  );
  return (
    <div className="page">
      <PageHeader title={t("menu.templates")} note={t("templates.note")} actions={add} />
      <ErrorNotice error={templates.error} what={t("templates.failed")} onRetry={() => void templates.refetch()} />
      {templates.isPending && <Loading />}
      {templates.data && items.length === 0 && (
        <EmptyState title={t("templates.empty")} action={add}>
          {t("templates.emptyText")}
        </EmptyState>
      )}
      {items.length > 0 && <TemplateTable items={items} onOpen={(key) => setOpen({ kind: "one", key })} />}
      <Starters />
      {open?.kind === "add" && <UploadDrawer template={null} onClose={() => setOpen(null)} />}
      {open?.kind === "version" && chosen && <UploadDrawer template={chosen} onClose={() => setOpen(null)} />}
      {open?.kind === "one" && chosen && (
        <TemplateDrawer
          template={chosen}
          onVersion={() => setOpen({ kind: "version", key: chosen.key })}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

/** The built-in documents as files with their placeholders. */
function Starters() {
  const { t } = useTranslation();
  const kinds = useQuery(queries.reportKinds());
  return (
    <section className="section report-kinds">
      <h2>{t("templates.starters")}</h2>
      <p className="page-note">{t("templates.startersText")}</p>
      <ErrorNotice error={kinds.error} what={t("reports.failed")} onRetry={() => void kinds.refetch()} />
      <ul>
        {kinds.data?.map((kind) => (
          <li key={kind.name}>
            <span>{kind.title}</span>
            <DownloadButton
              href={downloads.builtInTemplate(kind.name)}
              icon={<DownloadOutlined />}
              what={t("templates.starterFailed")}
              label={t("templates.startersNamed", { title: kind.title })}
            >
              {t("fileFormat.docx")}
            </DownloadButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
