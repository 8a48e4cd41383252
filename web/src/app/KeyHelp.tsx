import { Modal, Switch } from "antd";
import { useTranslation } from "react-i18next";
import { useSingleKeys } from "../components/preferences";

const GROUPS: { name: string; keys: [keys: string, word: string][] }[] = [
  {
    name: "keys.everywhere",
    keys: [
      ["Ctrl K", "keys.command"],
      ["?", "keys.help"],
      ["Esc", "keys.escape"],
    ],
  },
  {
    name: "keys.ledger",
    keys: [
      ["/", "keys.search"],
      ["J K", "keys.rows"],
      ["Enter", "keys.open"],
    ],
  },
  {
    name: "keys.desk",
    keys: [
      ["J K", "keys.rows"],
      ["A", "keys.deskPass"],
      ["R", "keys.deskBack"],
      ["1–9", "keys.deskCheck"],
    ],
  },
  {
    name: "keys.review",
    keys: [
      ["↑ ↓", "keys.nodes"],
      ["Alt ← →", "keys.level"],
      ["Alt ↑ ↓", "keys.move"],
      ["Enter", "keys.confirmNext"],
      ["Space", "keys.mark"],
      ["M", "keys.merge"],
      ["S", "keys.split"],
      ["X", "keys.skip"],
      ["Del", "keys.remove"],
      ["Ctrl Z", "keys.undo"],
      ["Ctrl Shift Z", "keys.redo"],
    ],
  },
  {
    name: "keys.source",
    keys: [
      ["↑ ↓", "keys.sentences"],
      ["N", "review.nextOpen"],
      ["P", "review.pick.finding"],
      ["R", "review.pick.recommendation"],
      ["C", "review.pick.measure"],
      ["A", "review.pick.join"],
      ["X", "review.pick.skip"],
    ],
  },
];

export function KeyHelp(props: { onClose: () => void }) {
  const { t } = useTranslation();
  const [singleKeys, setSingleKeys] = useSingleKeys();
  return (
    <Modal
      open
      onCancel={props.onClose}
      footer={null}
      title={t("keys.title")}
      width={680}
      closable={{ "aria-label": t("common.close") }}
    >
      <div className="key-groups">
        {GROUPS.map((group) => (
          <section key={group.name}>
            <h2>{t(group.name)}</h2>
            <dl>
              {group.keys.map(([keys, word]) => (
                <div key={keys}>
                  <dt>
                    <kbd>{keys}</kbd>
                  </dt>
                  <dd>{t(word)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label className="switch-line">
        <Switch checked={singleKeys} onChange={setSingleKeys} /> {t("keys.single")}
      </label>
    </Modal>
  );
}
