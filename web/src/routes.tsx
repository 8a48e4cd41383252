import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { ApiError } from "./api/errors";
import { queries } from "./api/queries";
import { NotFound } from "./app/NotFound";
import { RouteError } from "./app/RouteError";
import { Shell } from "./app/Shell";
import { Loading } from "./components/Loading";
import { paths } from "./paths";
import { parseSearch, stringifySearch, type Search } from "./search";

type Context = { client: QueryClient };

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFound });
const search = (raw: Record<string, unknown>): Search => raw as Search;

const setup = createRoute({
  getParentRoute: () => root,
  path: "/setup",
  beforeLoad: async ({ context }) => {
    const state = await context.client.fetchQuery({ ...queries.setup(), staleTime: 0 });
    if (!state.needed) throw redirect({ href: paths.login() });
  },
  component: lazyRouteComponent(() => import("./features/setup/SetupPage"), "SetupPage"),
});

const login = createRoute({
  getParentRoute: () => root,
  path: "/login",
  validateSearch: search,
  component: lazyRouteComponent(() => import("./features/login/LoginPage"), "LoginPage"),
});

/** Everything below needs a session; without one: set-up on a new installation, else log in and come back. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: "signed-in",
  beforeLoad: async ({ context, location }) => {
    try {
      await context.client.ensureQueryData(queries.session());
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error;
      const state = await context.client.fetchQuery({ ...queries.setup(), staleTime: 0 });
      throw redirect({ href: state.needed ? paths.setup() : paths.login(location.href) });
    }
  },
});

const shell = createRoute({ getParentRoute: () => signedIn, id: "shell", component: Shell });

const home = createRoute({
  getParentRoute: () => shell,
  path: "/",
  component: lazyRouteComponent(() => import("./features/home/HomePage"), "HomePage"),
});
const importing = createRoute({
  getParentRoute: () => shell,
  path: "/inspections/$key/import",
  validateSearch: search,
  component: lazyRouteComponent(() => import("./app/ImportRoute"), "ImportRoute"),
});
const ledger = createRoute({
  getParentRoute: () => shell,
  path: "/inspections/$key/ledger",
  validateSearch: search,
  component: lazyRouteComponent(() => import("./app/LedgerRoute"), "LedgerRoute"),
});
const finding = createRoute({
  getParentRoute: () => shell,
  path: "/findings/$key",
  component: lazyRouteComponent(() => import("./features/findings/FindingPage"), "FindingPage"),
});
const reports = createRoute({
  getParentRoute: () => shell,
  path: "/inspections/$key/reports",
  component: lazyRouteComponent(() => import("./features/reports/ReportsPage"), "ReportsPage"),
});
const report = createRoute({
  getParentRoute: () => shell,
  path: "/reports/$key",
  component: lazyRouteComponent(() => import("./features/reports/ReportPage"), "ReportPage"),
});
const publication = createRoute({
  getParentRoute: () => shell,
  path: "/publications/$key",
  component: lazyRouteComponent(() => import("./features/publications/PublicationPage"), "PublicationPage"),
});
const chronicle = createRoute({
  getParentRoute: () => shell,
  path: "/inspections/$key/chronicle",
  component: lazyRouteComponent(() => import("./features/chronicle/ChroniclePage"), "ChroniclePage"),
});
const templates = createRoute({
  getParentRoute: () => shell,
  path: "/templates",
  validateSearch: search,
  component: lazyRouteComponent(() => import("./features/templates/TemplatesPage"), "TemplatesPage"),
});
const mine = createRoute({
  getParentRoute: () => shell,
  path: "/work",
  component: lazyRouteComponent(() => import("./features/mine/MinePage"), "MinePage"),
});
const reviews = createRoute({
  getParentRoute: () => shell,
  path: "/reviews",
  validateSearch: search,
  component: lazyRouteComponent(() => import("./features/reviewDesk/ReviewDeskPage"), "ReviewDeskPage"),
});
const units = createRoute({
  getParentRoute: () => shell,
  path: "/admin/units",
  component: lazyRouteComponent(() => import("./features/units/UnitsPage"), "UnitsPage"),
});
const people = createRoute({
  getParentRoute: () => shell,
  path: "/admin/people",
  component: lazyRouteComponent(() => import("./features/people/PeoplePage"), "PeoplePage"),
});
const auditLog = createRoute({
  getParentRoute: () => shell,
  path: "/admin/audit-log",
  validateSearch: search,
  component: lazyRouteComponent(() => import("./features/auditLog/AuditLogPage"), "AuditLogPage"),
});

const rules = createRoute({
  getParentRoute: () => shell,
  path: "/admin/rules",
  validateSearch: search,
  component: lazyRouteComponent(() => import("./features/rules/RulesPage"), "RulesPage"),
});
const tokens = createRoute({
  getParentRoute: () => shell,
  path: "/account/tokens",
  component: lazyRouteComponent(() => import("./features/tokens/TokensPage"), "TokensPage"),
});
const delegations = createRoute({
  getParentRoute: () => shell,
  path: "/account/delegations",
  component: lazyRouteComponent(() => import("./features/delegations/DelegationsPage"), "DelegationsPage"),
});

// Pages made for paper: no menu, no virtual rows.
const importPrint = createRoute({
  getParentRoute: () => signedIn,
  path: "/inspections/$key/import/print",
  validateSearch: search,
  component: lazyRouteComponent(() => import("./features/review/ReviewPrintPage"), "ReviewPrintPage"),
});
const ledgerPrint = createRoute({
  getParentRoute: () => signedIn,
  path: "/inspections/$key/ledger/print",
  validateSearch: search,
  component: lazyRouteComponent(() => import("./features/ledger/LedgerPrintPage"), "LedgerPrintPage"),
});
const auditLogPrint = createRoute({
  getParentRoute: () => signedIn,
  path: "/admin/audit-log/print",
  validateSearch: search,
  component: lazyRouteComponent(() => import("./features/auditLog/ExcerptPrintPage"), "ExcerptPrintPage"),
});

const reviewPrint = createRoute({
  getParentRoute: () => signedIn,
  path: "/reviews/$key/print",
  component: lazyRouteComponent(() => import("./features/reviewDesk/ReviewPrintPage"), "ReviewPrintPage"),
});

const findingPrint = createRoute({
  getParentRoute: () => signedIn,
  path: "/findings/$key/print",
  component: lazyRouteComponent(() => import("./features/findings/FindingPrintPage"), "FindingPrintPage"),
});

const tree = root.addChildren([
  setup,
  login,
  signedIn.addChildren([
    shell.addChildren([
      home,
      mine,
      reviews,
      importing,
      ledger,
      finding,
      reports,
      report,
      publication,
      chronicle,
      units,
      people,
      rules,
      tokens,
      delegations,
      templates,
      auditLog,
    ]),
    importPrint,
    ledgerPrint,
    auditLogPrint,
    reviewPrint,
    findingPrint,
  ]),
]);

export const createAppRouter = (client: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { client },
    parseSearch,
    stringifySearch,
    defaultPendingComponent: Loading,
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: NotFound,
    defaultPendingMs: 150,
  });

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
