import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queries } from "../../api/queries";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { useSession } from "../../components/useSession";
import { paths } from "../../paths";
import { EmptyState } from "../../ui/EmptyState";
import { PageHeader } from "../../ui/PageHeader";
import { FirstSteps } from "./FirstSteps";
import { InspectionForm } from "./InspectionForm";
import { InspectionList } from "./InspectionList";

export function HomePage() {
  const { t } = useTranslation();
  const { mayEdit, seesBusiness, readsLog } = useSession();
  const [creating, setCreating] = useState(false);
  const inspections = useQuery(queries.inspections());
  const items = inspections.data?.items ?? [];
  const create = mayEdit && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
      {t("home.create")}
    </Button>
  );

  return (
    <div className="page">
      <PageHeader
        title={t("menu.home")}
        note={items.length > 0 ? t("home.total", { n: inspections.data?.total }) : undefined}
        actions={items.length > 0 && create}
      />
      {inspections.isPending && <Loading />}
      <ErrorNotice error={inspections.error} what={t("home.failed")} onRetry={() => void inspections.refetch()} />
      {inspections.data && items.length === 0 && seesBusiness && <FirstSteps action={create} />}
      {inspections.data && items.length === 0 && !seesBusiness && (
        <EmptyState
          title={t("home.noBusiness")}
          action={
            readsLog && (
              <Link to={paths.auditLog()} className="primary-link">
                {t("menu.auditLog")}
              </Link>
            )
          }
        />
      )}
      {items.length > 0 && <InspectionList items={items} />}
      {creating && <InspectionForm onClose={() => setCreating(false)} />}
    </div>
  );
}
