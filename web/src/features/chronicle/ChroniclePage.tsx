import { PlusOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addChronicleEntry, changeChronicleEntry, type ChronicleInput } from "../../api/chronicle";
import { queries } from "../../api/queries";
import type { ChronicleEntry, ChroniclePart } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { useSession } from "../../components/useSession";
import { EmptyState } from "../../ui/EmptyState";
import { PageHeader } from "../../ui/PageHeader";
import { ChronicleForm } from "./ChronicleForm";

const PARTS: ChroniclePart[] = ["organised", "next"];

/** 工作纪实: what was done for the round as a whole, and what comes next; the report says it. */
export function ChroniclePage() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { key } = useParams({ from: "/signed-in/shell/inspections/$key/chronicle" });
  const { mayEdit } = useSession();
  const client = useQueryClient();
  const entries = useQuery(queries.chronicle(key));
  const [open, setOpen] = useState<ChronicleEntry | "new" | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: queries.chronicle(key).queryKey });
  const save = useMutation({
    mutationFn: (input: ChronicleInput) =>
      open && open !== "new"
        ? changeChronicleEntry(open.key, { version: open.version, ...input })
        : addChronicleEntry(key, input),
    onSuccess: async () => {
      await refresh();
      setOpen(null);
    },
  });
  const remove = useMutation({
    mutationFn: (entry: ChronicleEntry) =>
      changeChronicleEntry(entry.key, { version: entry.version, removed: !entry.removed }),
    onSuccess: async (entry) => {
      await refresh();
      if (!entry.removed) return;
      const undo = (
        <>
          {t("chronicle.removed", { key: entry.key })}{" "}
          <Button size="small" type="link" onClick={() => remove.mutate(entry)}>
            {t("chronicle.restore")}
          </Button>
        </>
      );
      void message.open({ content: undo, duration: 8 });
    },
  });
  const kept = (entries.data?.items ?? []).filter((entry) => !entry.removed);
  const categories = [...new Set(kept.map((entry) => entry.category))];
  const add = mayEdit && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen("new")}>
      {t("chronicle.add")}
    </Button>
  );
  return (
    <div className="page">
      <PageHeader title={t("menu.chronicle")} note={t("chronicle.note")} actions={add} />
      <ErrorNotice error={entries.error} what={t("chronicle.failed")} onRetry={() => void entries.refetch()} />
      <ErrorNotice error={remove.error} what={t("chronicle.notSaved")} onClose={remove.reset} />
      {entries.isPending && <Loading />}
      {entries.data && kept.length === 0 && (
        <EmptyState title={t("chronicle.empty")} action={add}>
          {t("chronicle.emptyText")}
        </EmptyState>
      )}
      {PARTS.map((part) => (
        <Part
          key={part}
          part={part}
          entries={kept.filter((entry) => entry.part === part)}
          onEdit={mayEdit ? setOpen : null}
          onRemove={remove.mutate}
        />
      ))}
      {open && (
        <ChronicleForm
          key={open === "new" ? "new" : open.key}
          entry={open === "new" ? null : open}
          categories={categories}
          error={save.error}
          saving={save.isPending}
          onSave={save.mutate}
          onClose={() => {
            save.reset();
            setOpen(null);
          }}
        />
      )}
    </div>
  );
}

type PartProps = {
  part: ChroniclePart;
  entries: ChronicleEntry[];
  onEdit: ((entry: ChronicleEntry) => void) | null;
  onRemove: (entry: ChronicleEntry) => void;
};

function Part({ part, entries, onEdit, onRemove }: PartProps) {
  const { t } = useTranslation();
  if (entries.length === 0) return null;
  const categories = [...new Set(entries.map((entry) => entry.category))];
  return (
    <section className="panel chronicle-part">
      <h2>{t(`chroniclePart.${part}`)}</h2>
      {categories.map((category) => (
        <div key={category}>
          <h3>{category}</h3>
          <ul className="chronicle-list">
            {entries
              .filter((entry) => entry.category === category)
              .map((entry) => (
                <li key={entry.key}>
                  <p>{entry.text}</p>
                  <p className="page-note digits">{[entry.key, entry.date].filter(Boolean).join(" · ")}</p>
                  {onEdit && (
                    <span className="chronicle-acts">
                      <Button
                        size="small"
                        aria-label={t("chronicle.editNamed", { key: entry.key })}
                        onClick={() => onEdit(entry)}
                      >
                        {t("common.edit")}
                      </Button>
                      <Button
                        size="small"
                        aria-label={t("chronicle.removeNamed", { key: entry.key })}
                        onClick={() => onRemove(entry)}
                      >
                        {t("common.delete")}
                      </Button>
                    </span>
                  )}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
