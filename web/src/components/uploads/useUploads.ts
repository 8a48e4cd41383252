import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { getFinding } from "../../api/findings";
import { discardUpload, listUploads } from "../../api/uploads";
import { forget, remember, remembered, update, type Remembered } from "./remembered";
import { sendFile, type Sent, type Terms } from "./send";

type State =
  | { state: "waiting" }
  | { state: "hashing" | "sending" | "offline" | "paused"; percent: number }
  | { state: "done"; sent: Sent }
  | { state: "failed"; error: unknown };
export type Upload = { id: number; file: File; terms: Terms } & State;
/** An upload of an earlier visit whose file the browser does not have any more. */
export type Lost = { id: string; name: string; bytes: number; received: number };

/**
 * Files of evidence for a finding (or for `only` one measure, or none) go one after another, in parts; each keeps its own result, one that fails holds up
 * none of the others, and what an earlier visit left goes on.
 */
export function useUploads(finding: string, only?: string | null) {
  const client = useQueryClient();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const [lost, setLost] = useState<Lost[]>([]);
  const nextId = useRef(1);
  const chain = useRef(Promise.resolve());
  const stops = useRef(new Map<number, AbortController>());
  const kept = useRef(new Map<number, Remembered>());

  const put = useCallback((id: number, state: State) => {
    setUploads((all) => all.map((one) => (one.id === id ? { id, file: one.file, terms: one.terms, ...state } : one)));
  }, []);

  const send = useCallback(
    (id: number, file: File, terms: Terms) => {
      const stop = new AbortController();
      stops.current.set(id, stop);
      let percent = 0;
      const run = async () => {
        if (stop.signal.aborted) return;
        try {
          const onStep = (at: { step: "hashing" | "sending" | "offline"; percent: number }) => {
            percent = at.percent;
            put(id, { state: at.step, percent });
          };
          const onDigest = (sha256: string) => {
            const one = kept.current.get(id);
            if (one) void update({ ...one, sha256 });
          };
          const sent = await sendFile(finding, file, terms, stop.signal, onStep, onDigest);
          put(id, { state: "done", sent });
          const one = kept.current.get(id);
          if (one) await forget(one.id);
          setLost((all) => all.filter((other) => other.name !== file.name || other.bytes !== file.size));
          await client.invalidateQueries({ queryKey: ["findings", finding] });
        } catch (error) {
          put(id, stop.signal.aborted ? { state: "paused", percent } : { state: "failed", error });
        }
      };
      chain.current = chain.current.then(run);
    },
    [client, finding, put],
  );

  const enter = useCallback(
    (file: File, terms: Terms, one: Remembered | null) => {
      const id = nextId.current++;
      setUploads((all) => [...all, { id, file, terms, state: "waiting" }]);
      if (one) kept.current.set(id, one);
      send(id, file, terms);
      return id;
    },
    [send],
  );

  const add = (files: File[], terms: Terms) => {
    for (const file of files) {
      const id = enter(file, terms, null);
      const one = { finding, measure: terms.measure ?? null, file, terms, sha256: null };
      void remember(one).then((key) => key !== null && kept.current.set(id, { ...one, id: key }));
    }
  };

  useEffect(() => {
    let left = false;
    void earlier(finding, only).then(({ files, lost: others }) => {
      if (left) return;
      for (const one of files) enter(one.file, one.terms, one);
      setLost(others);
    });
    const open = stops.current;
    return () => {
      left = true;
      for (const stop of open.values()) stop.abort();
    };
  }, [enter, finding, only]);

  const pause = (id: number) => {
    stops.current.get(id)?.abort();
    setUploads((all) =>
      all.map((one) => (one.id === id && one.state === "waiting" ? { ...one, state: "paused", percent: 0 } : one)),
    );
  };
  const resume = ({ id, file, terms }: Upload) => {
    put(id, { state: "waiting" });
    send(id, file, terms);
  };
  const remove = (upload: Upload) => {
    stops.current.get(upload.id)?.abort();
    const one = kept.current.get(upload.id);
    if (one) void forget(one.id);
    setUploads((all) => all.filter((other) => other.id !== upload.id));
    void giveUp(finding, upload);
  };
  const discard = (one: Lost) => {
    setLost((all) => all.filter((other) => other.id !== one.id));
    void discardUpload(one.id).catch(() => undefined);
  };
  const busy = uploads.some((one) => ["waiting", "hashing", "sending", "offline"].includes(one.state));
  return { uploads, lost, add, pause, resume, remove, discard, busy, done: uploads.filter(isDone).length };
}

const isDone = (upload: Upload) => upload.state === "done";

/** What an earlier visit left for this place: files that the browser kept, and those it did not. */
async function earlier(finding: string, only: string | null | undefined) {
  const isHere = (measure: string | null) => only === undefined || only === measure;
  const here = (await remembered()).filter((one) => one.finding === finding && isHere(one.measure));
  const begun = await listUploads().then(
    (list) => list.items.filter((one) => one.finding_key === finding && isHere(one.measure_key ?? null)),
    () => [],
  );
  const files: Remembered[] = [];
  for (const one of here) {
    // The answer was lost, and the file is evidence already.
    if (one.sha256 && !begun.some((other) => other.sha256 === one.sha256) && (await isEvidence(one, one.sha256))) {
      await forget(one.id);
    } else {
      files.push(one);
    }
  }
  const lost = begun.filter(
    (one) => !files.some((kept) => kept.file.name === one.name && kept.file.size === one.bytes),
  );
  return { files, lost };
}

async function isEvidence(one: Remembered, sha256: string): Promise<boolean> {
  const found = await getFinding(one.finding).catch(() => null);
  const files = found?.evidence_files ?? [];
  return files.some((file) => file.digest === sha256 && !file.withdrawn && (file.measure_key ?? null) === one.measure);
}

/** Removes what the server has of a file that nobody wants any more. */
async function giveUp(finding: string, { file, terms }: Upload) {
  const list = await listUploads().catch(() => null);
  for (const one of list?.items ?? []) {
    const same = one.finding_key === finding && (one.measure_key ?? null) === (terms.measure ?? null);
    if (same && one.name === file.name && one.bytes === file.size) await discardUpload(one.id).catch(() => undefined);
  }
}
