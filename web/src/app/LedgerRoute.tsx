import { lazy, Suspense } from "react";
import { LedgerPage } from "../features/ledger/LedgerPage";

// The drawer and the exchange come when they are opened; the table does not wait for them.
const FindingDrawer = lazy(async () => ({
  default: (await import("../features/findings/FindingDrawer")).FindingDrawer,
}));
const ExchangePanel = lazy(async () => ({
  default: (await import("../features/exchange/ExchangePanel")).ExchangePanel,
}));
const ReportDialog = lazy(async () => ({
  default: (await import("../features/reports/ReportDialog")).ReportDialog,
}));

/** The ledger, its drawer, its Excel exchange and its documents are four features; they meet only here. */
export function LedgerRoute() {
  return (
    <LedgerPage
      renderDetail={(detail) => (
        <Suspense>
          <FindingDrawer {...detail} />
        </Suspense>
      )}
      renderExchange={(exchange) => (
        <Suspense>
          <ExchangePanel {...exchange} />
        </Suspense>
      )}
      renderReports={(reports) => (
        <Suspense>
          <ReportDialog {...reports} />
        </Suspense>
      )}
    />
  );
}
