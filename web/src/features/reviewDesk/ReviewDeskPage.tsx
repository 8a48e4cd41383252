import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isBadQuery } from "../../api/errors";
import { queries } from "../../api/queries";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { paths } from "../../paths";
import { useNarrow } from "../../ui/useMedia";
import { PageHeader } from "../../ui/PageHeader";
import { BatchReturn } from "./BatchReturn";
import { DecisionPane } from "./DecisionPane";
import { nextOf, QUEUE_STAGES, type Choice } from "./decisions";
import { MaterialPane } from "./MaterialPane";
import { NothingWaits } from "./NothingWaits";
import { QueuePane } from "./QueuePane";
import { useReviews } from "./useReviews";

const ROUTE = "/signed-in/shell/reviews";

/** 审核工作台: the queue, what was submitted, and the decision beside what was asked for. */
export function ReviewDeskPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: ROUTE });
  const navigate = useNavigate();
  const narrow = useNarrow();
  const stage = QUEUE_STAGES.find((one) => one === search.stage);
  const queue = useReviews(stage);
  const list = useRef<HTMLDivElement>(null);
  const [choice, setChoice] = useState<Choice | null>(null);
  // Ticks stay while the reviewer looks at others.
  const [ticks, setTicks] = useState<Readonly<Record<string, number[]>>>({});
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState("");
  // Until the queue is read anew, what was decided just now still stands in it.
  const [decided, setDecided] = useState<string>();

  // On a phone the queue comes first; elsewhere the first item is open at once.
  const openKey = search.open ?? (narrow ? undefined : queue.items.find((item) => item.key !== decided)?.key);
  const finding = useQuery({ ...queries.finding(openKey ?? ""), enabled: openKey !== undefined });
  const shown = finding.data?.key === openKey ? finding.data : undefined;
  const open = (key: string | null) =>
    void navigate({ href: paths.reviews({ stage, open: key ?? undefined }), replace: !narrow });
  useEffect(() => setChoice(null), [openKey]);
  const checked = new Set(ticks[openKey ?? ""]);
  const toggle = (index: number) => {
    if (!openKey) return;
    const after = checked.has(index) ? [...checked].filter((one) => one !== index) : [...checked, index];
    setTicks({ ...ticks, [openKey]: after });
  };
  // Who began to decide stays with the item, also when somebody else takes it off the queue meanwhile.
  const choose = (wanted: Choice | null) => {
    if (wanted && openKey && !search.open) open(openKey);
    setChoice(wanted);
  };
  const onDecided = (words: string) => {
    setSaid(words);
    setChoice(null);
    setDecided(openKey);
    open(narrow || !openKey ? null : nextOf(queue.items, openKey));
    list.current?.focus();
  };
  const onNext = () => {
    open(narrow || !openKey ? null : nextOf(queue.items, openKey));
    queue.retry();
  };
  const empty = !queue.loading && !queue.error && queue.total === 0 && !search.open;
  return (
    <div className={openKey ? "page desk-page desk-open" : "page desk-page"}>
      <PageHeader
        title={t("desk.title")}
        note={queue.asOf && <span className="digits">{t("desk.total", { n: queue.total, date: queue.asOf })}</span>}
        actions={
          !narrow && (
            <BatchReturn items={queue.items} chosen={chosen} onDone={() => setChosen(new Set())} onSaid={setSaid} />
          )
        }
      />
      <p role="status" className={said ? "mine-said" : "sr-only"}>
        {said}
      </p>
      <ErrorNotice
        error={queue.error}
        what={t("desk.failed")}
        onRetry={isBadQuery(queue.error) ? undefined : queue.retry}
      />
      {queue.loading && <Loading rows={8} />}
      {empty && <NothingWaits recent={queue.recent} />}
      {!queue.loading && !queue.error && !empty && (
        <div className="desk-panes">
          {!(narrow && search.open) && (
            <QueuePane
              ref={list}
              queue={queue}
              stage={stage}
              openKey={openKey}
              chosen={chosen}
              onChosen={setChosen}
              onStage={(one) => void navigate({ href: paths.reviews({ stage: one }), replace: true })}
              onOpen={open}
              onChoice={choose}
              onCheck={toggle}
            />
          )}
          {openKey && (!narrow || search.open) && (
            <>
              {narrow && (
                <Button className="desk-back" onClick={() => open(null)}>
                  {t("desk.back")}
                </Button>
              )}
              {!shown && !finding.error && <Loading rows={6} />}
              <ErrorNotice error={finding.error} what={t("finding.failed")} onRetry={() => void finding.refetch()} />
              {shown && (
                <>
                  <MaterialPane finding={shown} />
                  <DecisionPane
                    key={shown.key}
                    finding={shown}
                    choice={choice}
                    checked={checked}
                    onCheck={toggle}
                    onChoice={choose}
                    onDecided={onDecided}
                    onNext={onNext}
                  />
                </>
              )}
            </>
          )}
        </div>
      )}
    </div>
  );
}
