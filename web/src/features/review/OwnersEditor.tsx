import { DeleteOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { DraftNode, NodeOwner } from "../../api/types";
import { PersonSelect, UnitSelect } from "../../components/DirectorySelect";
import { ADDABLE_ROLES, isUnitRole, OWNER_ROLES } from "./ownerRoles";
import type { DraftEdits } from "./useDraftEdits";

/** Who answers for it: the document's words, and the unit or person of the directory they mean. */
export function OwnersEditor({ node, edits }: { node: DraftNode; edits: DraftEdits }) {
  const { t } = useTranslation();
  const save = (owners: NodeOwner[]) => void edits.edit({ op: "assign", node: node.id, owners }, "editor");
  const put = (index: number, change: Partial<NodeOwner>) =>
    save(node.owners.map((owner, at) => (at === index ? { ...owner, ...change } : owner)));

  return (
    <div className="editor-line editor-top">
      <span className="editor-label" id="owners-label">
        {t("review.editor.owners")}
      </span>
      <ul className="owner-list" aria-labelledby="owners-label">
        {node.owners.map((owner, index) => (
          <li key={index} className="owner-row">
            <Select
              aria-label={t("review.editor.ownerRole", { n: index + 1 })}
              value={owner.role}
              onChange={(role) => put(index, { role, unit_id: null, person_id: null })}
              options={OWNER_ROLES.map((role) => ({ value: role, label: t(`ownerRole.${role}`) }))}
            />
            {isUnitRole(owner.role) ? (
              <UnitSelect
                aria-label={t("review.editor.ownerUnit", { n: index + 1 })}
                placeholder={owner.text || undefined}
                value={owner.unit_id}
                onChange={(unit_id) => put(index, { unit_id })}
              />
            ) : (
              <PersonSelect
                aria-label={t("review.editor.ownerPerson", { n: index + 1 })}
                placeholder={owner.text || undefined}
                value={owner.person_id}
                onChange={(person_id) => put(index, { person_id })}
              />
            )}
            {owner.text && <span className="owner-words">{t("review.editor.inDocument", { text: owner.text })}</span>}
            <Button
              size="small"
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t("review.editor.ownerRemove", { n: index + 1 })}
              onClick={() => save(node.owners.filter((_, at) => at !== index))}
            />
          </li>
        ))}
        <li>
          {ADDABLE_ROLES.map((role) => (
            <Button
              key={role}
              size="small"
              type="dashed"
              className="owner-add"
              onClick={() => save([...node.owners, { role, text: "", unit_id: null, person_id: null }])}
            >
              + {t(`ownerRole.${role}`)}
            </Button>
          ))}
        </li>
      </ul>
    </div>
  );
}
