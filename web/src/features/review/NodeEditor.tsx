import { Button, Input, Select } from "antd";
import { useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { DraftNode } from "../../api/types";
import { NODE_KINDS } from "../../components/vocabulary";
import { DeadlineEditor } from "./DeadlineEditor";
import { EditFailure } from "./EditFailure";
import { NodeFields } from "./NodeFields";
import { OwnersEditor } from "./OwnersEditor";
import type { DraftEdits } from "./useDraftEdits";
import { TEXT_FIELD } from "./useTreeKeys";

/** Edits one node; give it the node's id as `key` so that another node starts fresh. */
export function NodeEditor({ node, edits }: { node: DraftNode; edits: DraftEdits }) {
  const { t } = useTranslation();
  const [title, setTitle] = useState(node.title);
  const [text, setText] = useState(node.text);
  const caret = useRef(0);
  // What the server holds: when an edit, an undo or another person changes it, the fields follow and keep the focus.
  const [held, setHeld] = useState({ title: node.title, text: node.text });
  if (held.title !== node.title || held.text !== node.text) {
    setHeld({ title: node.title, text: node.text });
    setTitle(node.title);
    setText(node.text);
  }

  const save = () => {
    if (title.trim() !== node.title || text.trim() !== node.text)
      void edits.edit({ op: "set_text", node: node.id, title, text }, "editor");
  };
  const followCaret = (event: { target: EventTarget }) => {
    caret.current = (event.target as HTMLTextAreaElement).selectionStart;
  };
  const split = async () => {
    if (caret.current <= 0 || caret.current >= text.length) return;
    if (text !== node.text) await edits.edit({ op: "set_text", node: node.id, text }, "editor");
    await edits.edit({ op: "split", node: node.id, at: caret.current }, "editor");
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== "Enter") return;
    if (event.altKey) void split();
    else if (event.ctrlKey) save();
    else return;
    event.preventDefault();
  };

  return (
    <div className="node-editor">
      <EditFailure edits={edits} spot="editor" />
      <div className="editor-line">
        <label htmlFor="node-title">{t("review.editor.title")}</label>
        <div className="editor-kind">
          <Select
            aria-label={t("review.editor.kind")}
            value={node.kind}
            onChange={(kind) => void edits.edit({ op: "set_kind", node: node.id, kind }, "editor")}
            options={NODE_KINDS.map((kind) => ({ value: kind, label: t(`nodeKind.${kind}`) }))}
          />
          <Input
            id="node-title"
            value={title}
            onChange={(event) => setTitle(event.target.value)}
            onBlur={save}
            onPressEnter={save}
          />
        </div>
      </div>
      <div className="editor-line editor-top">
        <label htmlFor={TEXT_FIELD}>{t("review.editor.text")}</label>
        <div className="editor-text">
          <Input.TextArea
            id={TEXT_FIELD}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              followCaret(event);
            }}
            onSelect={followCaret}
            onKeyDown={onKey}
            onBlur={save}
          />
          <Button
            size="small"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => void split()}
            title="Alt+Enter"
          >
            {t("review.editor.split")}
          </Button>
        </div>
      </div>
      <DeadlineEditor node={node} edits={edits} />
      <OwnersEditor node={node} edits={edits} />
      <NodeFields fields={node.fields} />
    </div>
  );
}
