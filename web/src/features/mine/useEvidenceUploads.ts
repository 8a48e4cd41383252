import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { addEvidence } from "../../api/findings";

export type EvidenceUpload = { id: number; file: File } & (
  { state: "waiting" | "sending" | "done" } | { state: "failed"; error: unknown }
);

/** Files go one after another; each keeps its own result, and one that fails holds up none of the others. */
export function useEvidenceUploads(finding: string, measure: string | null) {
  const client = useQueryClient();
  const [uploads, setUploads] = useState<EvidenceUpload[]>([]);
  const nextId = useRef(1);
  const chain = useRef(Promise.resolve());

  const put = (upload: EvidenceUpload) => setUploads((all) => all.map((one) => (one.id === upload.id ? upload : one)));
  const send = (id: number, file: File) => {
    const run = async () => {
      put({ id, file, state: "sending" });
      try {
        await addEvidence(finding, { file, measure, fact_date: null, note: "" });
        put({ id, file, state: "done" });
        // The page's own list is brought up to date when the person closes the box.
        await client.invalidateQueries({ queryKey: ["findings", finding] });
      } catch (error) {
        put({ id, file, state: "failed", error });
      }
    };
    chain.current = chain.current.then(run);
  };
  const add = (files: File[]) => {
    for (const file of files) {
      const id = nextId.current++;
      setUploads((all) => [...all, { id, file, state: "waiting" }]);
      send(id, file);
    }
  };
  return {
    uploads,
    add,
    retry: ({ id, file }: EvidenceUpload) => send(id, file),
    busy: uploads.some((one) => one.state === "waiting" || one.state === "sending"),
    done: uploads.filter((one) => one.state === "done").length,
  };
}
