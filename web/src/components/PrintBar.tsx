import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { recordPrint } from "../api/auditLog";
import type { Body } from "../api/types";
import { ErrorNotice } from "./ErrorNotice";

/** Shown on the screen only: prints, or goes back. However printing is begun, the log is told. */
export function PrintBar({ page }: { page: Body["PrintBody"] }) {
  const { t } = useTranslation();
  const { mutate, error } = useMutation({ mutationFn: recordPrint });
  const told = JSON.stringify(page);
  useEffect(() => {
    const tell = () => mutate(JSON.parse(told) as Body["PrintBody"]);
    window.addEventListener("beforeprint", tell);
    return () => window.removeEventListener("beforeprint", tell);
  }, [mutate, told]);
  return (
    <div className="print-bar">
      <Button type="primary" onClick={() => window.print()}>
        {t("print.now")}
      </Button>
      <Button onClick={() => (window.history.length > 1 ? window.history.back() : window.close())}>
        {t("print.back")}
      </Button>
      <span className="page-note">{t("print.hint")}</span>
      <ErrorNotice error={error} what={t("print.notNoted")} />
    </div>
  );
}
