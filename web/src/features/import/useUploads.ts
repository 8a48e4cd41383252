import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { uploadDraft } from "../../api/drafts";
import { queries } from "../../api/queries";
import type { Draft } from "../../api/types";

export type Upload = { id: number; file: File } & (
  | { state: "waiting" }
  | { state: "sending"; percent: number }
  | { state: "done"; draft: Draft }
  | { state: "failed"; error: unknown }
);

/** Files are sent one after another; each keeps its own result on the page. */
export function useUploads(inspection: string) {
  const client = useQueryClient();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const nextId = useRef(1);
  const chain = useRef(Promise.resolve());

  const put = useCallback((upload: Upload) => {
    setUploads((all) => all.map((one) => (one.id === upload.id ? upload : one)));
  }, []);

  const send = useCallback(
    (id: number, file: File) => {
      const run = async () => {
        put({ id, file, state: "sending", percent: 0 });
        try {
          const draft = await uploadDraft(inspection, file, (percent) => put({ id, file, state: "sending", percent }));
          client.setQueryData(queries.draft(draft.id).queryKey, draft);
          put({ id, file, state: "done", draft });
          await client.invalidateQueries({ queryKey: queries.drafts(inspection).queryKey });
        } catch (error) {
          put({ id, file, state: "failed", error });
        }
      };
      chain.current = chain.current.then(run);
    },
    [client, inspection, put],
  );

  const add = (files: File[]) => {
    for (const file of files) {
      const id = nextId.current++;
      setUploads((all) => [...all, { id, file, state: "waiting" }]);
      send(id, file);
    }
  };
  const dismiss = (id: number) => setUploads((all) => all.filter((one) => one.id !== id));
  return { uploads, add, retry: (upload: Upload) => send(upload.id, upload.file), dismiss };
}
