// Files of a drop, those of folders too.

/** What systems leave in folders and nobody means to send. */
const UNWANTED = /^(\.|~\$|Thumbs\.db$|desktop\.ini$)/i;
/** Files of one drop: a whole disk is dropped by mistake. */
const FILES_MAX = 500;

export const wanted = (files: Iterable<File>): File[] =>
  [...files].filter((file) => !UNWANTED.test(file.name)).slice(0, FILES_MAX);

async function filesOf(entry: FileSystemEntry, found: File[]): Promise<void> {
  if (found.length >= FILES_MAX) return;
  if (entry.isFile) {
    found.push(await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)));
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return;
    for (const one of some) await filesOf(one, found);
  }
}

/** The entries must be taken before the event is over. */
export async function droppedFiles(data: DataTransfer): Promise<File[]> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  const plain = [...data.files];
  if (!entries.some((entry) => entry?.isDirectory)) return wanted(plain);
  const found: File[] = [];
  for (const entry of entries) if (entry) await filesOf(entry, found);
  return wanted(found);
}
