export function sourceFiles(folder: string): string[];
export function usedKeys(folder: string): { literal: Set<string>; prefixes: Set<string> };
export function flatten(words: unknown, path?: string): string[];
