import { PlusOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queries } from "../../../api/queries";
import { changeStanding, confirmStanding, createStanding, type StandingInput } from "../../../api/standing";
import type { Finding, Standing } from "../../../api/types";
import { ErrorNotice } from "../../../components/ErrorNotice";
import { StandingConfirmForm } from "./StandingConfirmForm";
import { StandingForm } from "./StandingForm";
import { StandingRow } from "./StandingRow";

type Act =
  | { act: "add"; input: StandingInput }
  | { act: "change"; standing: Standing; input: StandingInput }
  | { act: "confirm"; standing: Standing; note: string; evidence: string | null }
  | { act: "end"; standing: Standing; reason: string };
type Open = { form: "add" } | { form: "edit" | "confirm"; id: string };

/** 长效职责: rules and duties that keep the finding solved; shown where care is lasting or something was written. */
export function StandingSection({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [open, setOpen] = useState<Open | null>(null);
  const save = useMutation({
    mutationFn: (step: Act) => {
      switch (step.act) {
        case "add":
          return createStanding(finding.key, step.input);
        case "change":
          return changeStanding(step.standing.id, { ...step.input, version: step.standing.version });
        case "confirm":
          return confirmStanding(step.standing.id, {
            version: step.standing.version,
            note: step.note,
            evidence_key: step.evidence,
          });
        case "end":
          return changeStanding(step.standing.id, { version: step.standing.version, end: step.reason });
      }
    },
    onSuccess: async (after) => {
      client.setQueryData(queries.finding(finding.key).queryKey, after);
      setOpen(null);
      await client.invalidateQueries({ queryKey: ["work"] });
    },
    onError: () => client.invalidateQueries({ queryKey: ["findings", finding.key] }),
  });
  const lasting = finding.fix_type === "standing" || finding.completion === "standing";
  const { standing } = finding;
  const mayAdd = finding.closed_loop.may.plan || (finding.stage === "closed" && standing.some((one) => one.may_change));
  if (!lasting && standing.length === 0 && !finding.standing_rule) return null;
  const forms = { saving: save.isPending, error: save.error };
  const close = () => {
    save.reset();
    setOpen(null);
  };
  return (
    <section className="section" aria-label={t("standing.title")}>
      <div className="section-head">
        <h3>{t("standing.title")}</h3>
        {mayAdd && open?.form !== "add" && (
          <Button size="small" icon={<PlusOutlined />} onClick={() => setOpen({ form: "add" })}>
            {t("standing.add")}
          </Button>
        )}
      </div>
      {open === null && <ErrorNotice error={save.error} what={t("standing.failed")} onClose={save.reset} />}
      {standing.length === 0 && (
        <p className="page-note">
          {finding.standing_rule
            ? t("standing.typed", { rule: finding.standing_rule, date: finding.standing_review ?? "–" })
            : t("standing.none")}
        </p>
      )}
      <ul className="standing-list">
        {standing.map((one) => {
          const form = open && open.form !== "add" && open.id === one.id ? open.form : null;
          return (
            <li key={one.id} className={one.ended ? "standing standing-ended" : "standing"}>
              <StandingRow
                standing={one}
                quiet={open !== null}
                onConfirm={() => setOpen({ form: "confirm", id: one.id })}
                onEdit={() => setOpen({ form: "edit", id: one.id })}
                onEnd={(reason) => save.mutate({ act: "end", standing: one, reason })}
              />
              {form === "edit" && (
                <StandingForm
                  {...forms}
                  finding={finding}
                  standing={one}
                  onSave={(input) => save.mutate({ act: "change", standing: one, input })}
                  onClose={close}
                />
              )}
              {form === "confirm" && (
                <StandingConfirmForm
                  {...forms}
                  finding={finding}
                  standing={one}
                  onSave={(note, evidence) => save.mutate({ act: "confirm", standing: one, note, evidence })}
                  onClose={close}
                />
              )}
            </li>
          );
        })}
      </ul>
      {open?.form === "add" && (
        <StandingForm
          {...forms}
          finding={finding}
          standing={null}
          onSave={(input) => save.mutate({ act: "add", input })}
          onClose={close}
        />
      )}
    </section>
  );
}
