import { MutationCache, QueryClient } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ApiError } from "./api/errors";
import { whenUnauthorised } from "./api/client";
import { Providers } from "./app/Providers";
import { wordsReady } from "./i18n/i18n";
import { paths } from "./paths";
import { createAppRouter } from "./routes";
import "./styles.css";

const client: QueryClient = new QueryClient({
  // Whatever was changed, what there is to do may have changed with it.
  mutationCache: new MutationCache({ onSettled: () => client.invalidateQueries({ queryKey: ["work"] }) }),
  defaultOptions: {
    // Without a network a call fails at once and says so, instead of waiting unseen.
    mutations: { networkMode: "always" },
    queries: {
      networkMode: "always",
      refetchOnWindowFocus: false,
      retry: (failures, error) => error instanceof ApiError && error.status === 0 && failures < 2,
    },
  },
});
const router = createAppRouter(client);

whenUnauthorised(() => {
  const here = router.state.location;
  if (here.pathname === paths.login() || here.pathname === paths.setup()) return;
  client.removeQueries({ queryKey: ["session"] });
  void router.navigate({ href: paths.login(here.href), replace: true });
});

const root = document.getElementById("root");
void wordsReady.then(() => {
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <Providers client={client}>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  );
});
