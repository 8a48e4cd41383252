import { Button, Switch } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Publication, PublicationRow } from "../../api/types";
import { EmptyState } from "../../ui/EmptyState";
import { DiffRow } from "./DiffRow";
import { RedactionDialog, type Subject } from "./RedactionDialog";
import { RedactionList } from "./RedactionList";
import { changesOf, chosenIn, isChanged, type Chosen } from "./selection";
import type { Acting } from "./usePublication";

type Props = { publication: Publication; acting: Acting | null };

/** The internal version on the left, the public one on the right; every place that differs says why. */
export function SideBySide({ publication, acting }: Props) {
  const { t } = useTranslation();
  const [only, setOnly] = useState(true);
  const [subject, setSubject] = useState<Subject | null>(null);
  const chosen = useSelected(acting !== null);
  const rows = publication.rows.filter((row) => row.kind !== "page_break" && (!only || isChanged(row)));
  const open = (next: Subject) => setSubject(next);
  return (
    <div className="side-by-side">
      <div className="diff-bar">
        <label className="diff-only">
          <Switch size="small" checked={only} onChange={setOnly} aria-label={t("publication.only")} />{" "}
          {t("publication.only")}
        </label>
        <span className="page-note">{t("publication.changes", { n: changesOf(publication) })}</span>
        {acting && (
          <>
            <Button
              size="small"
              type="primary"
              disabled={!chosen}
              // The selection must outlive the click.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => chosen && open({ kind: "redact", row: null, chosen })}
            >
              {chosen ? t("publication.redactChosen", { text: short(chosen.before) }) : t("publication.redact")}
            </Button>
            <span className="page-note">{t("publication.selectHint")}</span>
          </>
        )}
      </div>
      <RedactionList publication={publication} acting={acting} />
      {rows.length === 0 && <EmptyState title={t("publication.noChange")}>{t("publication.noChangeText")}</EmptyState>}
      {rows.length > 0 && (
        <div className="diff" role="table" aria-label={t("publication.compare")}>
          <div className="diff-row diff-head" role="row">
            <span role="columnheader">{t("publication.internal")}</span>
            <span role="columnheader">{t("publication.public")}</span>
          </div>
          {rows.map((row, at) => (
            <DiffRow key={keyOf(row, at)} row={row} onOpen={acting ? open : null} />
          ))}
        </div>
      )}
      {subject && acting && (
        <RedactionDialog
          subject={subject}
          saving={acting.isPending}
          error={acting.error}
          onSave={(redaction) => acting.mutate({ kind: "redact", redaction }, { onSuccess: () => setSubject(null) })}
          onClose={() => {
            acting.reset();
            setSubject(null);
          }}
        />
      )}
    </div>
  );
}

const keyOf = (row: PublicationRow, at: number): string => `${row.block ?? `+${at}`}`;

const SHORT = 12;
const short = (text: string): string => (text.length > SHORT ? `${text.slice(0, SHORT)}…` : text);

/** What is selected in the public version just now. */
function useSelected(enabled: boolean): Chosen | null {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  useEffect(() => {
    if (!enabled) return;
    const look = () => setChosen(chosenIn(window.getSelection()));
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, [enabled]);
  return chosen;
}
