import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Button, type InputRef } from "antd";
import { useCallback, useMemo, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isBadQuery } from "../../api/errors";
import { queries } from "../../api/queries";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { paths } from "../../paths";
import { EmptyState } from "../../ui/EmptyState";
import { useNarrow } from "../../ui/useMedia";
import { BatchBar } from "./BatchBar";
import { FilterBar } from "./FilterBar";
import { anyFilter, readLedger, serverQuery, writeLedger, type LedgerState } from "./filters";
import { GapsPanel } from "./GapsPanel";
import { LampFilters } from "./LampFilters";
import { LedgerCards } from "./LedgerCards";
import { LedgerHeader } from "./LedgerHeader";
import { LedgerTable } from "./LedgerTable";
import { StatisticsPicture } from "./StatisticsPicture";
import { useColumns } from "./useColumns";
import { useLedger } from "./useLedger";
import { useSelection } from "./useSelection";

const ROUTE = "/signed-in/shell/inspections/$key/ledger";

type Props = {
  renderDetail: (detail: { findingKey: string; onOpen: (key: string) => void; onClose: () => void }) => ReactNode;
  renderExchange: (exchange: { inspection: string; onClose: () => void }) => ReactNode;
  renderReports: (reports: { inspection: string; onClose: () => void }) => ReactNode;
};

/** 整改台账. All of its state is in the address bar, so that a view can be sent to a colleague. */
export function LedgerPage({ renderDetail, renderExchange, renderReports }: Props) {
  const { t } = useTranslation();
  const { key } = useParams({ from: ROUTE });
  const search = useSearch({ from: ROUTE });
  const navigate = useNavigate();
  const narrow = useNarrow();
  const state = useMemo(() => readLedger(search), [search]);
  const query = useMemo(() => serverQuery(state), [state]);
  const ledger = useLedger(key, query);
  const inspection = useQuery(queries.inspection(key));
  const columns = useColumns();
  const selection = useSelection();
  const searchRef = useRef<InputRef>(null);
  const [panel, setPanel] = useState<"exchange" | "picture" | "gaps" | "reports" | null>(null);

  const go = useCallback(
    (change: Partial<LedgerState>) =>
      void navigate({ href: paths.ledger(key, writeLedger({ ...state, ...change })), replace: !change.open }),
    [key, navigate, state],
  );
  const open = useCallback((finding: string | null) => go({ open: finding }), [go]);

  const empty = !ledger.loading && !ledger.error && ledger.rows.length === 0;
  return (
    <div className="page ledger-page">
      <LedgerHeader
        inspection={key}
        title={inspection.data?.title}
        total={ledger.total}
        asOf={ledger.asOf}
        query={query}
        columns={columns}
        picture={panel === "picture"}
        onPicture={() => setPanel(panel === "picture" ? null : "picture")}
        gaps={panel === "gaps"}
        onGaps={() => setPanel(panel === "gaps" ? null : "gaps")}
        batch={selection.on}
        onBatch={selection.on ? selection.stop : selection.start}
        onExchange={() => setPanel("exchange")}
        onReport={() => setPanel("reports")}
      />
      <LampFilters counts={ledger.counts} filters={state.filters} onChange={(filters) => go({ filters })} />
      {panel === "picture" && (
        <StatisticsPicture inspection={key} filters={state.filters} onFilters={(filters) => go({ filters })} />
      )}
      {panel === "gaps" && (
        <GapsPanel inspection={key} filters={state.filters} onFilters={(filters) => go({ filters })} />
      )}
      <FilterBar
        inspection={key}
        filters={state.filters}
        sort={state.sort}
        searchRef={searchRef}
        onFilters={(filters) => go({ filters })}
        onSort={(sort) => go({ sort })}
      />
      {selection.on && !narrow && <BatchBar selection={selection} />}
      {isBadQuery(ledger.error) ? (
        <ErrorNotice error={ledger.error} what={t("ledger.failed")}>
          <Button onClick={() => go({ filters: {}, sort: "serial" })}>{t("filter.clear")}</Button>
        </ErrorNotice>
      ) : (
        <ErrorNotice
          error={ledger.error}
          what={t("ledger.failed")}
          kept={t("ledger.failedKept")}
          onRetry={ledger.retry}
        />
      )}
      {ledger.loading && <Loading rows={10} />}
      {empty && anyFilter(state.filters) && (
        <EmptyState
          title={t("ledger.noMatch")}
          action={<Button onClick={() => go({ filters: {} })}>{t("filter.clear")}</Button>}
        />
      )}
      {empty && !anyFilter(state.filters) && (
        <EmptyState
          title={t("ledger.noItems")}
          action={
            <Link to={paths.importing(key)} className="primary-link">
              {t("home.importNow")}
            </Link>
          }
        />
      )}
      {ledger.rows.length > 0 &&
        (narrow ? (
          <LedgerCards ledger={ledger} onOpen={open} />
        ) : (
          <LedgerTable
            ledger={ledger}
            columns={columns.columns}
            openKey={state.open}
            onOpen={open}
            selection={selection}
            onSearch={() => searchRef.current?.focus()}
          />
        ))}
      {state.open && renderDetail({ findingKey: state.open, onOpen: open, onClose: () => go({ open: null }) })}
      {panel === "reports" && renderReports({ inspection: key, onClose: () => setPanel(null) })}
      {panel === "exchange" && renderExchange({ inspection: key, onClose: () => setPanel(null) })}
    </div>
  );
}
