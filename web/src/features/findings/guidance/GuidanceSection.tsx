import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Finding, GuidanceNote } from "../../../api/types";
import { useSession } from "../../../components/useSession";
import { NoteDialog, type NoteTask } from "./NoteDialog";

/** Notes of superiors with their answers; what is withdrawn stays to be read. */
export function GuidanceSection({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const [task, setTask] = useState<NoteTask | null>(null);
  const { notes, write_refusal: refused, answer_refusal: mute } = finding.guidance;
  const open = finding.family.aside === null;
  const mayWrite = open && !refused;
  if (notes.length === 0 && !mayWrite) return null;
  return (
    <section className="section" aria-label={t("guidance.title")}>
      <div className="section-head">
        <h3>{t("guidance.title")}</h3>
        {mayWrite && <Button onClick={() => setTask({ act: "write" })}>{t("guidance.write")}</Button>}
      </div>
      {notes.length === 0 && <p className="page-note">{t("guidance.none")}</p>}
      <ol className="guidance-list">
        {notes.map((note) => (
          <NoteItem key={note.id} note={note} mayAnswer={open && !mute} onTask={setTask} />
        ))}
      </ol>
      {task && <NoteDialog finding={finding} task={task} onClose={() => setTask(null)} />}
    </section>
  );
}

type ItemProps = { note: GuidanceNote; mayAnswer: boolean; onTask: (task: NoteTask) => void };

function NoteItem({ note, mayAnswer, onTask }: ItemProps) {
  const { t } = useTranslation();
  const { session } = useSession();
  const own = session?.person.id === note.actor.id;
  const withdrawn = note.withdrawal !== null;
  return (
    <li className={`guidance-note guidance-${note.state}`}>
      <p className="guidance-head">
        <b>{t(`noteKind.${note.kind}`)}</b> {note.actor.name}{" "}
        <time className="digits" dateTime={note.date}>
          {note.date}
        </time>{" "}
        <span className={`note-state note-state-${note.state}`}>
          {t(`guidance.state.${note.state}`, { date: note.answer_by })}
        </span>
      </p>
      <p className="guidance-text">{withdrawn ? <del>{note.text}</del> : note.text}</p>
      {note.withdrawal && <p className="page-note">{t("guidance.withdrawn", { why: note.withdrawal.text })}</p>}
      {note.answers.map((answer) => (
        <p key={answer.id} className="guidance-answer">
          <b>{t("noteKind.answer")}</b> {answer.actor.name}{" "}
          <time className="digits" dateTime={answer.date}>
            {answer.date}
          </time>
          {t("common.colon")}
          {answer.text}
        </p>
      ))}
      {!withdrawn && (
        <div className="action-buttons">
          {mayAnswer && (
            <Button
              onClick={() => onTask({ act: "answer", note })}
              aria-label={t("guidance.answerTo", { name: note.actor.name })}
            >
              {t("noteKind.answer")}
            </Button>
          )}
          {own && note.answers.length === 0 && (
            <Button onClick={() => onTask({ act: "withdraw", note })}>{t("noteKind.withdrawal")}</Button>
          )}
        </div>
      )}
    </li>
  );
}
