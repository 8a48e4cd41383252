import { paths } from "../../paths";

/** Only an address inside this product may be returned to after login. */
export function safeReturn(to: string | undefined): string {
  if (!to || !to.startsWith("/") || to.startsWith("//") || to.includes("\\")) return paths.home();
  return to.startsWith(paths.login()) || to.startsWith(paths.setup()) ? paths.home() : to;
}
