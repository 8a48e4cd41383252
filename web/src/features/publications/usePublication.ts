import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  confirmPublication,
  discardPublication,
  redact,
  saveNotice,
  unredact,
  type NoticeInput,
  type Redacting,
} from "../../api/publications";
import { queries } from "../../api/queries";
import type { Publication } from "../../api/types";

export type Act =
  | { kind: "redact"; redaction: Redacting }
  | { kind: "unredact"; number: number }
  | { kind: "notice"; notice: NoticeInput }
  | { kind: "confirm"; digest: string };

/** The publication and what may be done with it; each act answers with it as it is then. */
export function usePublication(key: string) {
  const client = useQueryClient();
  const options = queries.publication(key);
  const publication = useQuery(options);
  const version = publication.data?.version ?? 0;
  const run = (act: Act): Promise<Publication> => {
    switch (act.kind) {
      case "redact":
        return redact(key, version, act.redaction);
      case "unredact":
        return unredact(key, version, act.number);
      case "notice":
        return saveNotice(key, version, act.notice);
      case "confirm":
        return confirmPublication(key, version, act.digest);
    }
  };
  const acting = useMutation({
    mutationFn: run,
    onSuccess: (now) => {
      client.setQueryData(options.queryKey, now);
      void client.invalidateQueries({ queryKey: ["inspections"] });
    },
    onError: () => void client.invalidateQueries({ queryKey: options.queryKey, exact: true }),
  });
  const discarding = useMutation({
    mutationFn: () => discardPublication(key, version),
    onSuccess: () => client.invalidateQueries(),
  });
  return { publication, acting, discarding };
}

export type Acting = ReturnType<typeof usePublication>["acting"];
