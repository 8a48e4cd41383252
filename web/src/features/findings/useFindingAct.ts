import { useMutation, useQueryClient } from "@tanstack/react-query";
import { isConflict } from "../../api/errors";
import { queries } from "../../api/queries";
import type { Finding } from "../../api/types";

/** Sends a change of the family, or a note, and shows the finding as the server has it afterwards. */
export function useFindingAct<Values>(finding: Finding, send: (values: Values) => Promise<Finding>, done: () => void) {
  const client = useQueryClient();
  const { queryKey } = queries.finding(finding.key);
  return useMutation({
    mutationFn: send,
    onSuccess: async (after) => {
      client.setQueryData(queryKey, after);
      done();
      await Promise.all([
        client.invalidateQueries({ queryKey: ["inspections"] }),
        client.invalidateQueries({ queryKey: ["findings"] }),
        client.invalidateQueries({ queryKey: ["work"] }),
      ]);
    },
    onError: async (error) => {
      if (isConflict(error) && error.details) client.setQueryData(queryKey, error.details as Finding);
      else await client.invalidateQueries({ queryKey });
    },
  });
}
