import { sha256 } from "@noble/hashes/sha2";

/** Bytes read at a time: memory stays small, and the page stays awake. */
const PIECE = 4 * 1024 * 1024;

/** Old browsers have no `throwIfAborted`. */
export function stopIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw new DOMException("", "AbortError");
}

function bytesOf(piece: Blob): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    // The file is gone, or was changed since it was chosen.
    reader.onerror = () => reject(reader.error ?? new Error("file"));
    reader.readAsArrayBuffer(piece);
  });
}

/** SHA-256 of a file. The browser's own works on secure pages only, and an office's network is often none. */
export async function digestOf(file: Blob, signal: AbortSignal, onPercent: (percent: number) => void): Promise<string> {
  const hash = sha256.create();
  for (let at = 0; at < file.size; at += PIECE) {
    stopIfAborted(signal);
    hash.update(await bytesOf(file.slice(at, at + PIECE)));
    onPercent(Math.min(100, Math.round(((at + PIECE) / file.size) * 100)));
  }
  return Array.from(hash.digest(), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
