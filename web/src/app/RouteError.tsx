import { useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ErrorNotice } from "../components/ErrorNotice";

export function RouteError(props: { error: unknown }) {
  const { t } = useTranslation();
  const router = useRouter();
  return (
    <div className="page">
      <ErrorNotice error={props.error} what={t("shell.pageFailed")} onRetry={() => void router.invalidate()} />
    </div>
  );
}
