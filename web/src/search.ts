// Search parameters are plain text on both sides: what the user reads in the address bar is what the page gets.

export type Search = Record<string, string | undefined>;

export function parseSearch(text: string): Search {
  const result: Search = {};
  for (const [name, value] of new URLSearchParams(text)) result[name] = value;
  return result;
}

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === "string" && value !== "") params.set(name, value);
  }
  const text = params.toString();
  return text ? `?${text}` : "";
}
