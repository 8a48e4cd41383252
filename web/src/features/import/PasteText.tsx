import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { createDraftFromText } from "../../api/drafts";
import { queries } from "../../api/queries";
import { ErrorNotice } from "../../components/ErrorNotice";
import { paths } from "../../paths";

export function PasteText(props: { inspection: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const router = useRouter();
  const [text, setText] = useState("");
  const send = useMutation({
    mutationFn: () => createDraftFromText(props.inspection, t("import.pastedName"), text),
    onSuccess: async (draft) => {
      client.setQueryData(queries.draft(draft.id).queryKey, draft);
      await router.navigate({ href: paths.importing(props.inspection, draft.id) });
    },
  });
  return (
    <div className="paste-text">
      <label htmlFor="pasted-text">{t("import.paste")}</label>
      <Input.TextArea
        id="pasted-text"
        rows={6}
        value={text}
        placeholder={t("import.pasteHint")}
        onChange={(event) => setText(event.target.value)}
      />
      <ErrorNotice
        error={send.error}
        what={t("import.refused")}
        kept={t("import.pasteKept")}
        onRetry={() => send.mutate()}
      />
      <Button disabled={!text.trim()} loading={send.isPending} onClick={() => send.mutate()}>
        {t("import.pasteSubmit")}
      </Button>
    </div>
  );
}
