export const SCHEMA: string;
export const OPENAPI: string;
export function generate(): Promise<string>;
