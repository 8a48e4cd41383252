import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Finding, Relative } from "../../../api/types";
import { useSession } from "../../../components/useSession";
import { paths } from "../../../paths";
import { MergeDialog } from "./MergeDialog";
import { SplitDialog } from "./SplitDialog";
import { UndoDialog } from "./UndoDialog";

type Open = "split" | "merge" | "undo" | null;

/** What the finding came from and what stands for it; splitting, putting together, taking it back. */
export function FamilySection({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const { mayEdit } = useSession();
  const id = useId();
  const [open, setOpen] = useState<Open>(null);
  const { aside, from, into, split_refusal: held, undo_refusal: kept } = finding.family;
  const related = from.length > 0 || into.length > 0;
  if (!mayEdit && !related) return null;
  const close = () => setOpen(null);
  const act = (name: "split" | "merge") => (
    <Button
      className={held ? "refused-action" : undefined}
      aria-disabled={held ? "true" : undefined}
      aria-describedby={held ? `${id}-held` : undefined}
      onClick={() => !held && setOpen(name)}
    >
      {t(`family.${name}`)}
    </Button>
  );
  return (
    <section className="section" aria-label={t("family.title")}>
      <h3>{t("family.title")}</h3>
      {aside && <p className="notice">{t(`family.aside.${aside}`)}</p>}
      <Relatives name={from[0]?.kind === "merge" ? "mergedFrom" : "splitFrom"} relatives={from} />
      <Relatives name={into[0]?.kind === "merge" ? "mergedInto" : "splitInto"} relatives={into} />
      {mayEdit && (
        <>
          <div className="action-buttons">
            {!aside && act("split")}
            {!aside && act("merge")}
            {related && aside !== "taken_back" && (
              <Button
                className={kept ? "refused-action" : undefined}
                aria-disabled={kept ? "true" : undefined}
                aria-describedby={kept ? `${id}-kept` : undefined}
                onClick={() => !kept && setOpen("undo")}
              >
                {t("family.undo")}
              </Button>
            )}
          </div>
          {held && !aside && (
            <p className="page-note" id={`${id}-held`} lang="zh-CN">
              {held.message}
            </p>
          )}
          {kept && related && aside !== "taken_back" && (
            <p className="page-note" id={`${id}-kept`} lang="zh-CN">
              {kept.message}
            </p>
          )}
        </>
      )}
      {open === "split" && <SplitDialog finding={finding} onClose={close} />}
      {open === "merge" && <MergeDialog finding={finding} onClose={close} />}
      {open === "undo" && <UndoDialog finding={finding} onClose={close} />}
    </section>
  );
}

function Relatives({ name, relatives }: { name: string; relatives: Relative[] }) {
  const { t } = useTranslation();
  if (relatives.length === 0) return null;
  return (
    <>
      <p className="page-note">{t(`family.${name}`)}</p>
      <ul className="relatives">
        {relatives.map((one) => (
          <li key={one.key}>
            <span className="digits">{one.ordinal}</span> <Link to={paths.finding(one.key)}>{one.title}</Link>{" "}
            <span className="key">{one.key}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
