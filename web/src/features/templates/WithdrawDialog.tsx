import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { withdrawTemplate } from "../../api/templates";
import type { Template } from "../../api/types";
import { ReasonDialog } from "./ReasonDialog";

/** Takes a template out of use, with a reason. */
export function WithdrawDialog({ template, onClose }: { template: Template; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: (reason: string) => withdrawTemplate(template.key, template.version, reason),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["templates"] });
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={t("templates.withdrawAsk", { name: template.name })}
      ok={t("templates.withdraw")}
      what={t("templates.notWithdrawn")}
      error={withdraw.error}
      pending={withdraw.isPending}
      onOk={withdraw.mutate}
      onClose={onClose}
    >
      <p>{t("templates.withdrawText")}</p>
    </ReasonDialog>
  );
}
