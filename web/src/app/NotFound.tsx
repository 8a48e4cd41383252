import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { paths } from "../paths";
import { EmptyState } from "../ui/EmptyState";

export function NotFound() {
  const { t } = useTranslation();
  return (
    <main className="lonely-page">
      <EmptyState title={t("shell.notFound")} action={<Link to={paths.home()}>{t("shell.backHome")}</Link>} />
    </main>
  );
}
