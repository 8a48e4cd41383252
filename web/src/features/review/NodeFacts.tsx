import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { queries } from "../../api/queries";
import type { DraftNode } from "../../api/types";
import { NodeFields } from "./NodeFields";

/** One node for those who only read: on a phone, without the role, or after the draft was confirmed. */
export function NodeFacts({ node }: { node: DraftNode }) {
  const { t } = useTranslation();
  const units = useQuery(queries.units()).data?.items ?? [];
  const people = useQuery(queries.people()).data?.items ?? [];
  const named = [...units, ...people];
  const facts = [
    { key: "kind", label: t("review.editor.kind"), words: [t(`nodeKind.${node.kind}`)] },
    { key: "text", label: t("review.editor.text"), words: [node.title, node.text] },
    { key: "due", label: t("review.editor.due"), words: node.deadlines.map((one) => one.text || one.date) },
    {
      key: "owners",
      label: t("review.editor.owners"),
      words: node.owners.map((owner) => {
        const known = named.find((one) => one.id === (owner.unit_id ?? owner.person_id))?.name;
        return t(`ownerRole.${owner.role}`) + t("common.colon") + (known ?? owner.text);
      }),
    },
  ];
  return (
    <div className="node-editor">
      {facts.map(({ key, label, words }) => {
        const said = [...new Set(words)].filter(Boolean);
        return (
          said.length > 0 && (
            <div key={key} className="editor-line editor-top">
              <span className="editor-label">{label}</span>
              <div>
                {said.map((line) => (
                  <p key={line}>{line}</p>
                ))}
              </div>
            </div>
          )
        );
      })}
      <NodeFields fields={node.fields} />
    </div>
  );
}
