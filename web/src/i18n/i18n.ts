import i18n from "i18next";
import { initReactI18next } from "react-i18next";
import zh from "./zh.json";

export type Language = "zh" | "en";

const STORED = "rectify.language";

const storedLanguage = (): Language => (localStorage.getItem(STORED) === "en" ? "en" : "zh");

/** Chinese is always there; English words come when somebody wants them. */
async function showWords(language: Language): Promise<void> {
  if (language === "en" && !i18n.hasResourceBundle("en", "translation")) {
    const words = await import("./en.json");
    i18n.addResourceBundle("en", "translation", words.default);
  }
  document.documentElement.lang = language === "en" ? "en" : "zh-CN";
  await i18n.changeLanguage(language);
}

export async function setLanguage(language: Language): Promise<void> {
  localStorage.setItem(STORED, language);
  await showWords(language);
}

void i18n.use(initReactI18next).init({
  lng: "zh",
  fallbackLng: "zh",
  resources: { zh: { translation: zh } },
  interpolation: { escapeValue: false },
  returnNull: false,
});

/** Settled once the words of the reader's language are there. */
export const wordsReady: Promise<void> = showWords(storedLanguage());

export default i18n;
