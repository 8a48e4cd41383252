import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { Modal, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queries } from "../../api/queries";
import { makeReport } from "../../api/reports";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { paths } from "../../paths";
import { issueBody, useIssue } from "./issue";
import { IssueFields } from "./IssueFields";

const SHAPES = ["text", "list", "sheet", "letter"] as const;

/** What kind of document the new report is. */
export function NewReportDialog(props: { inspection: string; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const router = useRouter();
  const kinds = useQuery(queries.reportKinds());
  const [kind, setKind] = useState("progress");
  const [issue, setIssue] = useIssue(props.inspection);
  const shape = kinds.data?.find((one) => one.name === kind)?.shape ?? "text";
  const making = useMutation({
    mutationFn: () => makeReport(props.inspection, kind, issueBody(issue, shape)),
    onSuccess: async (report) => {
      client.setQueryData(queries.report(report.key).queryKey, report);
      void client.invalidateQueries({ queryKey: ["inspections", props.inspection, "reports"] });
      await router.navigate({ href: paths.report(report.key) });
    },
  });
  return (
    <Modal
      open
      title={t("report.new")}
      okText={t("report.make")}
      confirmLoading={making.isPending}
      onOk={() => making.mutate()}
      onCancel={props.onClose}
      closable={{ "aria-label": t("common.close") }}
    >
      <p className="notice">
        {t("report.newHint")} {t("report.templatesHint")}
      </p>
      <ErrorNotice error={kinds.error} what={t("reports.failed")} onRetry={() => void kinds.refetch()} />
      <ErrorNotice error={making.error} what={t("report.notMade")} onClose={making.reset} />
      {kinds.isPending && <Loading />}
      <Radio.Group value={kind} onChange={(event) => setKind(event.target.value as string)}>
        {kinds.data &&
          SHAPES.map((shape) => (
            <fieldset key={shape} className="kind-choice">
              <legend>{t(`reports.shape.${shape}`)}</legend>
              {kinds.data
                .filter((one) => one.shape === shape)
                .map((one) => (
                  <Radio key={one.name} value={one.name}>
                    {one.title}
                  </Radio>
                ))}
            </fieldset>
          ))}
      </Radio.Group>
      {(shape === "text" || shape === "letter") && (
        <details className="issue-choice">
          <summary>{t("issue.title")}</summary>
          <IssueFields issue={issue} onChange={setIssue} />
        </details>
      )}
    </Modal>
  );
}
