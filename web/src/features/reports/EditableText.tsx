import { DeleteOutlined, EditOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ReportBlock, ReportRun } from "../../api/types";
import type { Mark } from "../../components/diagnostics/diagnostics";
import { isTyping } from "../../ui/keys";
import { BoundText } from "./BoundText";
import { insertChange, removeChange, textChange, words, type Cell, type PaperActs } from "./paper";

type Props = {
  block: number;
  cell: Cell | null;
  content: ReportBlock;
  runs: ReportRun[];
  acts: PaperActs;
  marks: Mark[];
};

/** A paragraph or a cell; a double click, or E, opens its words. */
export function EditableText({ block, cell, content, runs, acts, marks }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<"words" | "more" | null>(null);
  const change = acts.onChange;
  if (!change) return <BoundText runs={runs} acts={acts} marks={marks} />;
  if (open === "words") {
    const save = (text: string) => change(textChange(block, cell, runs, text)).then(() => setOpen(null));
    return <WordsForm text={words(runs)} onSave={save} onClose={() => setOpen(null)} />;
  }
  const isBody = content.kind === "body";
  return (
    <>
      <div
        className="paper-words"
        tabIndex={cell ? undefined : 0}
        onDoubleClick={() => setOpen("words")}
        onKeyDown={(event) => {
          if (event.key === "e" && event.target === event.currentTarget && !isTyping(event)) {
            event.preventDefault();
            setOpen("words");
          }
        }}
      >
        <BoundText runs={runs} acts={acts} marks={marks} />
      </div>
      {!cell && (
        <span className="paper-acts">
          <Button
            size="small"
            icon={<EditOutlined />}
            title={t("report.edit")}
            aria-label={t("report.edit")}
            onClick={() => setOpen("words")}
          />
          <Button
            size="small"
            icon={<PlusOutlined />}
            title={t("report.insert")}
            aria-label={t("report.insert")}
            onClick={() => setOpen("more")}
          />
          {isBody && block > 0 && (
            <Button
              size="small"
              icon={<DeleteOutlined />}
              title={t("report.remove")}
              aria-label={t("report.remove")}
              onClick={() => void change(removeChange(block, content)).catch(() => undefined)}
            />
          )}
        </span>
      )}
      {open === "more" && (
        <WordsForm
          text=""
          onSave={(text) => change(insertChange(block, text)).then(() => setOpen(null))}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

type FormProps = { text: string; onSave: (text: string) => Promise<unknown>; onClose: () => void };

function WordsForm({ text, onSave, onClose }: FormProps) {
  const { t } = useTranslation();
  const [now, setNow] = useState(text);
  const [saving, setSaving] = useState(false);
  const save = () => {
    if (now.trim() === text) return onClose();
    setSaving(true);
    // What went wrong stands at the top of the page; the words stay here.
    onSave(now).catch(() => setSaving(false));
  };
  return (
    <div className="paper-form">
      <Input.TextArea
        autoFocus
        aria-label={t("report.words")}
        value={now}
        autoSize={{ minRows: 1, maxRows: 16 }}
        onChange={(event) => setNow(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Escape") onClose();
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
        }}
      />
      <div className="form-acts">
        <Button size="small" type="primary" loading={saving} disabled={!now.trim()} onClick={save}>
          {t("common.save")}
        </Button>
        <Button size="small" onClick={onClose}>
          {t("common.cancel")}
        </Button>
        <span className="page-note">{t("report.saveKeys")}</span>
      </div>
    </div>
  );
}
