import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { setOwnDays } from "../../api/rules";
import type { Rules } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { useSession } from "../../components/useSession";

/** Days of the organisation besides the national ones: 民族节日, local leave. */
export function OwnDaysForm({ rules }: { rules: Rules }) {
  const { t } = useTranslation();
  const { mayAdminister } = useSession();
  const client = useQueryClient();
  const [days, setDays] = useState(rules.own_days);
  const save = useMutation({
    mutationFn: () => setOwnDays({ version: rules.version, days }),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <section className="section">
      <h2 id="own-days">{t("rules.ownDays")}</h2>
      <p className="muted">{t("rules.ownDaysNote")}</p>
      <ErrorNotice error={save.error} what={t("rules.saveFailed")} kept={t("error.formKept")} />
      <Input.TextArea
        aria-labelledby="own-days"
        rows={4}
        readOnly={!mayAdminister}
        placeholder={t("rules.daysExample")}
        value={days}
        onChange={(event) => setDays(event.target.value)}
      />
      {mayAdminister && (
        <p>
          <Button disabled={days === rules.own_days} loading={save.isPending} onClick={() => save.mutate()}>
            {t("rules.saveOwnDays")}
          </Button>
        </p>
      )}
    </section>
  );
}
