import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { editDraft, redoDraft, undoDraft } from "../../api/drafts";
import { isConflict } from "../../api/errors";
import { queries } from "../../api/queries";
import type { Draft, DraftEdit } from "../../api/types";

type Call = (version: number) => Promise<{ draft: Draft }>;
export type Failure = { error: unknown; conflict: boolean; retry: () => void };

/** Sends edits one after another, each with the version the last answer brought. */
export function useDraftEdits(id: string) {
  const client = useQueryClient();
  const chain = useRef<Promise<Draft | null>>(Promise.resolve(null));
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(0);

  const run = useCallback(
    (call: Call): Promise<Draft | null> => {
      const { queryKey } = queries.draft(id);
      const attempt = async (): Promise<Draft | null> => {
        const draft = client.getQueryData(queryKey);
        if (!draft) return null;
        setPending((n) => n + 1);
        try {
          const answer = await call(draft.version);
          client.setQueryData(queryKey, answer.draft);
          setFailure(null);
          return answer.draft;
        } catch (error) {
          const conflict = isConflict(error);
          if (conflict) await client.invalidateQueries({ queryKey });
          setFailure({ error, conflict, retry: () => void run(call) });
          return null;
        } finally {
          setPending((n) => n - 1);
        }
      };
      chain.current = chain.current.then(attempt);
      return chain.current;
    },
    [client, id],
  );

  const edit = useCallback((change: DraftEdit) => run((version) => editDraft(id, version, change)), [id, run]);
  const undo = useCallback(() => run((version) => undoDraft(id, version)), [id, run]);
  const redo = useCallback(() => run((version) => redoDraft(id, version)), [id, run]);
  return { edit, undo, redo, run, failure, clearFailure: () => setFailure(null), saving: pending > 0 };
}

export type DraftEdits = ReturnType<typeof useDraftEdits>;
