import { useTranslation } from "react-i18next";
import type { SourceSpan } from "../../api/types";
import { byDocument, markedPieces } from "./sources";

/** The paragraphs of each document that something was made from, its words marked. */
export function SourceGroups({ sources }: { sources: SourceSpan[] }) {
  const { t } = useTranslation();
  return (
    <ul className="source-list">
      {byDocument(sources).map((document) => (
        <li key={document.digest}>
          <p className="source-document">{t("finding.document", { name: document.name })}</p>
          {document.paragraphs.map((paragraph) => (
            <blockquote key={paragraph.n}>
              <span className="source-number digits">{t("finding.paragraph", { n: paragraph.n })}</span>{" "}
              {markedPieces(paragraph).map((piece, index) =>
                piece.marked ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
              )}
            </blockquote>
          ))}
        </li>
      ))}
    </ul>
  );
}
