import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";

export function Loading(props: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <div className="loading" role="status" aria-label={t("common.loading")}>
      <Skeleton active title paragraph={{ rows: props.rows ?? 8 }} />
    </div>
  );
}
