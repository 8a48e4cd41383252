import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { editDraft, redoDraft, undoDraft } from "../../api/drafts";
import { ApiError, isConflict, isEditRefused } from "../../api/errors";
import { queries } from "../../api/queries";
import type { Draft, DraftEdit } from "../../api/types";

type Call = (version: number) => Promise<{ draft: Draft }>;
/** Where on the page an edit is made, and so where its failure is shown. */
export type Spot = "page" | "source" | "tree" | "editor" | "mapping";
export type EditFailure = { error: unknown; spot: Spot; conflict: boolean; retry?: () => void };

/** Sends edits one after another, each with the version the last answer brought. */
export function useDraftEdits(id: string) {
  const client = useQueryClient();
  const chain = useRef<Promise<Draft | null>>(Promise.resolve(null));
  const [failure, setFailure] = useState<EditFailure | null>(null);
  const [pending, setPending] = useState(0);

  const run = useCallback(
    (call: Call, spot: Spot = "page"): Promise<Draft | null> => {
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
          // Changed or confirmed by somebody else: show it as it is now.
          if (error instanceof ApiError && error.status === 409) await client.invalidateQueries({ queryKey });
          const retry = isEditRefused(error) ? undefined : () => void run(call, spot);
          setFailure({ error, spot, conflict: isConflict(error), retry });
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

  const edit = useCallback(
    (change: DraftEdit, spot: Spot) => run((version) => editDraft(id, version, change), spot),
    [id, run],
  );
  const undo = useCallback(() => run((version) => undoDraft(id, version)), [id, run]);
  const redo = useCallback(() => run((version) => redoDraft(id, version)), [id, run]);
  const clearFailure = useCallback(() => setFailure(null), []);
  /** A refusal belongs to the node it was about; moving on puts it away. */
  const forgetRefusal = useCallback(() => setFailure((now) => (now && isEditRefused(now.error) ? null : now)), []);
  return { edit, undo, redo, run, failure, clearFailure, forgetRefusal, saving: pending > 0 };
}

export type DraftEdits = ReturnType<typeof useDraftEdits>;
