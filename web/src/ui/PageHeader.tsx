import type { ReactNode } from "react";
import { useDocumentTitle } from "./useDocumentTitle";

export function PageHeader(props: { title: string; note?: ReactNode; actions?: ReactNode }) {
  useDocumentTitle(props.title);
  return (
    <header className="page-header">
      <div className="page-title">
        <h1>{props.title}</h1>
        {props.note && <div className="page-note">{props.note}</div>}
      </div>
      {props.actions && <div className="page-actions">{props.actions}</div>}
    </header>
  );
}
