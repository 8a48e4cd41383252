import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useQueryClient } from "@tanstack/react-query";
import { remarkOnPublication, withdrawPublicationRemark } from "../../api/publications";
import { queries } from "../../api/queries";
import type { Publication, RemarkAct, ReportDiagnostic } from "../../api/types";
import { DiagnosticBar } from "../../components/diagnostics/DiagnosticBar";
import { DiagnosticNote } from "../../components/diagnostics/DiagnosticNote";
import { useDiagnostics } from "../../components/diagnostics/useDiagnostics";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { useSession } from "../../components/useSession";

type Props = { publication: Publication; onPlace: () => void };

/** What the checker says of the public version; what stands in the way is resolved, or overruled by a second person. */
export function ChecksPanel({ publication, onPlace }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { session, roles } = useSession();
  const options = queries.publicationChecks(publication.key, publication.digest);
  const checks = useQuery(options);
  const items = useMemo(() => checks.data?.items ?? [], [checks.data]);
  const state = useDiagnostics(items, options.queryKey, {
    add: (print, act, reason) => remarkOnPublication(publication.key, print, act, reason),
    withdraw: (id) => withdrawPublicationRemark(publication.key, id),
  });
  const said = items.reduce((sum, item) => sum + item.remarks.length, 0);
  useEffect(() => {
    // What stands in the way of confirming depends on what was said.
    void client.invalidateQueries({ queryKey: queries.publication(publication.key).queryKey, exact: true });
  }, [client, publication.key, said]);
  if (checks.isPending) return <Loading />;
  return (
    <div className="publication-checks">
      <ErrorNotice error={checks.error} what={t("report.checkFailed")} onRetry={() => void checks.refetch()} />
      {checks.data && items.length === 0 && <p>{t("report.checkClean")}</p>}
      {items.length > 0 && <DiagnosticBar items={items} state={state} />}
      {state.visible.map((item) => (
        <DiagnosticNote
          key={item.print}
          item={item}
          state={state}
          onAccept={null}
          acts={actsFor(publication, item, session?.person.id, roles)}
          onPlace={item.block === null ? null : () => toRow(item, onPlace)}
        />
      ))}
    </div>
  );
}

const ANSWERING = ["liaison", "leader", "secretary"];

/** Who made it ignores; somebody else decides. The server has the last word. */
function actsFor(
  publication: Publication,
  item: ReportDiagnostic,
  own: string | undefined,
  roles: string[],
): RemarkAct[] {
  if (publication.standing !== "draft") return [];
  const acts: RemarkAct[] = roles.includes("liaison") ? ["ignored"] : [];
  const second = own !== publication.maker.id && ANSWERING.some((role) => roles.includes(role));
  if (second && item.blocks_publication) acts.push("overruled");
  return acts;
}

function toRow(item: ReportDiagnostic, onPlace: () => void) {
  onPlace();
  requestAnimationFrame(() =>
    document.getElementById(`public-${item.block}`)?.scrollIntoView({ block: "center", behavior: "smooth" }),
  );
}
