import { Button, Checkbox, Select } from "antd";
import { forwardRef, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { ReviewItem, Stage } from "../../api/types";
import { LampTag } from "../../components/lamps";
import { ProxyTag } from "../../components/ProxyTag";
import { useSingleKeys } from "../../components/preferences";
import { isTyping } from "../../ui/keys";
import { useNarrow } from "../../ui/useMedia";
import { decisionsOf, QUEUE_STAGES, type Choice } from "./decisions";
import type { useReviews } from "./useReviews";

type Props = {
  queue: ReturnType<typeof useReviews>;
  stage: Stage | undefined;
  openKey: string | undefined;
  chosen: ReadonlySet<string>;
  onChosen: (chosen: ReadonlySet<string>) => void;
  onStage: (stage: Stage | undefined) => void;
  onOpen: (key: string) => void;
  onChoice: (choice: Choice) => void;
  onCheck: (index: number) => void;
};

/** What waits. The keys work while the focus is in here, and never while somebody writes or composes. */
export const QueuePane = forwardRef<HTMLDivElement, Props>(function QueuePane(props, ref) {
  const { t } = useTranslation();
  const [singleKeys] = useSingleKeys();
  const narrow = useNarrow();
  const { queue, openKey, chosen } = props;
  const at = queue.items.findIndex((item) => item.key === openKey);
  const go = (index: number) => {
    const item = queue.items[Math.max(0, Math.min(queue.items.length - 1, index))];
    if (item) props.onOpen(item.key);
    if (index >= queue.items.length - 3 && queue.hasMore && !queue.loadingMore) queue.more();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || (isTyping(event) && !isBox(event))) return;
    const key = event.key.toLowerCase();
    const arrow = !isBox(event) || !event.key.startsWith("Arrow");
    if ((event.key === "ArrowDown" && arrow) || (singleKeys && key === "j")) go(at + 1);
    else if ((event.key === "ArrowUp" && arrow) || (singleKeys && key === "k")) go(at - 1);
    else if (singleKeys && key === "a") props.onChoice("pass");
    else if (singleKeys && key === "r") props.onChoice("back");
    else if (singleKeys && /^[1-9]$/.test(key)) props.onCheck(Number(key) - 1);
    else return;
    event.preventDefault();
  };
  const toggle = (key: string) => {
    const after = new Set(chosen);
    if (!after.delete(key)) after.add(key);
    props.onChosen(after);
  };
  const all = queue.counts.reduce((sum, count) => sum + count.total, 0);
  const stages = QUEUE_STAGES.flatMap((stage) => queue.counts.filter((count) => count.stage === stage));
  return (
    <section className="panel desk-queue" aria-label={t("desk.queue")}>
      <Select<Stage | "">
        aria-label={t("desk.stage")}
        className="desk-stage"
        value={props.stage ?? ""}
        onChange={(value) => props.onStage(value === "" ? undefined : value)}
        options={[
          { value: "", label: t("desk.all", { n: all }) },
          ...stages.map(({ stage, total }) => ({
            value: stage,
            label: t("desk.of", { what: t(`desk.kind.${stage}`), n: total }),
          })),
        ]}
      />
      <div ref={ref} className="desk-list" role="region" aria-label={t("desk.list")} tabIndex={0} onKeyDown={onKey}>
        <ol>
          {queue.items.map((item) => (
            <li key={item.key} className={item.key === openKey ? "queue-item queue-on" : "queue-item"}>
              {!narrow && (
                <Checkbox
                  checked={chosen.has(item.key)}
                  aria-label={t("desk.choose", { key: item.key })}
                  onChange={() => toggle(item.key)}
                />
              )}
              <QueueLine item={item} current={item.key === openKey} onOpen={() => props.onOpen(item.key)} />
            </li>
          ))}
        </ol>
        {queue.hasMore && (
          <Button block loading={queue.loadingMore} onClick={queue.more}>
            {t("ledger.more")}
          </Button>
        )}
      </div>
      {!narrow && singleKeys && <p className="page-note desk-keys">{t("desk.keys")}</p>}
    </section>
  );
});

/** A tick box is no text: letters typed on it are keys. */
const isBox = (event: KeyboardEvent): boolean =>
  !event.nativeEvent.isComposing && (event.target as HTMLInputElement).type === "checkbox";

function QueueLine(props: { item: ReviewItem; current: boolean; onOpen: () => void }) {
  const { t } = useTranslation();
  const { item } = props;
  const { pass, back } = decisionsOf(item.offers);
  const barred = pass?.refusal && back?.refusal;
  return (
    <button
      type="button"
      className="queue-line"
      aria-current={props.current ? "true" : undefined}
      onClick={props.onOpen}
    >
      <span className="queue-head">
        <b>{t(`desk.kind.${item.stage}`)}</b>
        <LampTag lamp={item.lamp} reason={item.lamp_reason} />
        <ProxyTag of={pass?.acting_for ?? back?.acting_for} />
      </span>
      <span className="queue-title">{item.title}</span>
      <span className="page-note digits">
        {[item.key, item.unit?.name, item.asked && t("desk.since", { date: item.asked.date })]
          .filter(Boolean)
          .join(" · ")}
      </span>
      {barred && <span className="queue-barred">{t("desk.barred")}</span>}
    </button>
  );
}
