// Files under way are remembered in the browser, so that they go on after the page was closed. Where the browser keeps
// nothing (private windows, full disks) the person chooses the same file again, and it is known by its digest.

import type { Terms } from "./send";

export type Remembered = {
  id: number;
  finding: string;
  measure: string | null;
  file: File;
  terms: Terms;
  /** Worked out before the first byte was sent. */
  sha256: string | null;
};

const NAME = "rectify-uploads";
const STORE = "files";

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "id", autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("indexedDB"));
  });
}

async function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
  try {
    const database = await open();
    try {
      return await new Promise<T>((resolve, reject) => {
        const transaction = database.transaction(STORE, mode);
        const request = work(transaction.objectStore(STORE));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error("indexedDB"));
      });
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}

/** The number it is remembered by; null where the browser keeps nothing. */
export async function remember(one: Omit<Remembered, "id">): Promise<number | null> {
  const key = await run("readwrite", (store) => store.add(one));
  return typeof key === "number" ? key : null;
}

export const update = (one: Remembered) => run("readwrite", (store) => store.put(one));
export const forget = (id: number) => run("readwrite", (store) => store.delete(id));
export const remembered = async (): Promise<Remembered[]> =>
  ((await run("readonly", (store) => store.getAll())) as Remembered[] | null) ?? [];
