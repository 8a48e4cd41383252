import { answer, api, asForm } from "./client";
import { downloadForm } from "./download";
import type { Body } from "./types";

export type FormInput = Body["TemplateFormBody"];

/** A file to be tried on a ledger, and how its header is to be read. */
export type TrialInput = { file: File; inspection: string; form: FormInput | null };

const of = (key: string) => ({ params: { path: { key } } });
const form = { bodySerializer: asForm };
const written = (input: FormInput | null) => (input ? JSON.stringify(input) : null);
const trialBody = (input: TrialInput) => ({
  file: input.file,
  inspection: input.inspection,
  form: written(input.form),
});

export const listTemplates = () => answer(api.GET("/api/v1/templates"));
export const tryTemplate = (input: TrialInput) =>
  answer(api.POST("/api/v1/template-trials", { ...form, body: trialBody(input) }));
export const downloadTrial = (input: TrialInput) =>
  downloadForm("/api/v1/template-trials/file", asForm(trialBody(input)));
export const tryStoredTemplate = (key: string, inspection: string) =>
  answer(api.GET("/api/v1/templates/{key}/trial", { params: { path: { key }, query: { inspection } } }));
export const addTemplate = (input: TrialInput, name: string, unit: string | null) =>
  answer(api.POST("/api/v1/templates", { ...form, body: { ...trialBody(input), name, unit_id: unit } }));

/** A newer version; without a file the columns of the form are corrected. */
export type VersionInput = {
  key: string;
  version: number;
  reason: string;
  file: File | null;
  inspection: string;
  form: FormInput | null;
};

export const addTemplateVersion = ({ key, file, form: columns, version, ...rest }: VersionInput) =>
  answer(
    api.POST("/api/v1/templates/{key}/versions", {
      ...of(key),
      bodySerializer: (body: object) => asForm({ ...body, version: String(version) }),
      body: { ...rest, version, file, form: written(columns) },
    }),
  );
export const withdrawTemplate = (key: string, version: number, reason: string) =>
  answer(api.POST("/api/v1/templates/{key}/withdrawal", { ...of(key), body: { version, reason } }));
