import { Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DraftNode } from "../../api/types";
import { DateField } from "../../components/DateField";
import type { DraftEdits } from "./useDraftEdits";

/** The words of the document stay beside the date read from them. */
export function DeadlineEditor({ node, edits }: { node: DraftNode; edits: DraftEdits }) {
  const { t } = useTranslation();
  const deadline = node.deadlines[0];
  const [text, setText] = useState(deadline?.text ?? "");
  const save = (date: string | null, words: string) =>
    void edits.edit({ op: "set_deadline", node: node.id, date, text: words }, "editor");
  return (
    <div className="editor-line">
      <label htmlFor="node-due">{t("review.editor.due")}</label>
      <div className="editor-pair">
        <DateField id="node-due" value={deadline?.date ?? null} onChange={(date) => save(date, text || (date ?? ""))} />
        <Input
          aria-label={t("review.editor.dueText")}
          placeholder={t("review.editor.dueText")}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => text !== (deadline?.text ?? "") && save(deadline?.date ?? null, text)}
        />
      </div>
    </div>
  );
}
