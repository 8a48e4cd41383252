import type { SettingInput } from "../../api/rules";
import type { RuleProfile, RuleSetting } from "../../api/types";

/** What a person has typed, by the setting's key. */
export type Edits = Record<string, { value: string; basis: string }>;

/** The setting as it stands with what was typed. */
export const shown = (setting: RuleSetting, edits: Edits) =>
  edits[setting.key] ?? { value: setting.value, basis: setting.basis };

/** Settings that shall differ from what is built in: the server takes the whole list. */
export function wanted(profile: RuleProfile, edits: Edits): SettingInput[] {
  return profile.settings
    .map((setting) => ({ setting, now: shown(setting, edits) }))
    .filter(({ setting, now }) => now.value !== setting.built_in_value || now.basis !== setting.built_in_basis)
    .map(({ setting, now }) => ({ key: setting.key, ...now }));
}

/** Keys of the settings that were typed over. */
export const touched = (profile: RuleProfile, edits: Edits): string[] =>
  profile.settings
    .filter((setting) => {
      const now = shown(setting, edits);
      return now.value !== setting.value || now.basis !== setting.basis;
    })
    .map((setting) => setting.key);
