import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Radio } from "antd";
import { useTranslation } from "react-i18next";
import { queries } from "../../api/queries";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { PageHeader } from "../../ui/PageHeader";
import { CalendarPanel } from "./CalendarPanel";
import { ProfilePanel } from "./ProfilePanel";

/** What is chosen besides a profile. */
const CALENDAR = "calendar";

/** 规则与日历: periods, lamps, reviews and closing criteria of each kind of inspection, and the working days. */
export function RulesPage() {
  const { t } = useTranslation();
  const rules = useQuery(queries.rules());
  const profiles = rules.data?.profiles ?? [];
  const navigate = useNavigate();
  const { show } = useSearch({ from: "/signed-in/shell/admin/rules" });
  const chosen = show ?? profiles[0]?.id;
  const profile = profiles.find((one) => one.id === chosen);
  return (
    <div className="page">
      <PageHeader title={t("menu.rules")} note={t("rules.note")} />
      <ErrorNotice error={rules.error} what={t("rules.failed")} onRetry={() => void rules.refetch()} />
      {rules.isPending && <Loading />}
      {rules.data && (
        <>
          <Radio.Group
            className="rules-choice"
            aria-label={t("rules.choose")}
            optionType="button"
            value={chosen}
            onChange={(event) =>
              void navigate({ to: ".", search: { show: String(event.target.value) }, replace: true })
            }
            options={[
              ...profiles.map((one) => ({ value: one.id, label: one.name })),
              { value: CALENDAR, label: t("rules.calendar") },
            ]}
          />
          {profile ? (
            <ProfilePanel key={`${profile.id} ${rules.data.version}`} rules={rules.data} profile={profile} />
          ) : (
            <CalendarPanel rules={rules.data} />
          )}
        </>
      )}
    </div>
  );
}
