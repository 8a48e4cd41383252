import { useQuery } from "@tanstack/react-query";
import { queries } from "../api/queries";
import type { Role } from "../api/types";

const KEEPERS: Role[] = ["administrator", "security_officer", "auditor"];

/** The signed-in person; pages inside the shell always have one. */
export function useSession() {
  const session = useQuery(queries.session()).data;
  const has = (role: Role) => session?.person.roles.includes(role) ?? false;
  return {
    session,
    mayEdit: has("liaison"),
    /** Reports progress and brings evidence for what is his own; the server knows what that is. */
    mayReport: has("liaison") || has("owner") || has("head"),
    mayAdminister: has("administrator"),
    /** 三员 without any business role see no rounds at all. */
    seesBusiness: !session?.person.roles.length || session.person.roles.some((role) => !KEEPERS.includes(role)),
    readsLog: session?.reads_log ?? false,
    roles: session?.person.roles ?? [],
  };
}
