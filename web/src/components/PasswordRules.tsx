import { useTranslation } from "react-i18next";
import { PASSWORD_CLASSES_MIN, PASSWORD_LENGTH_MIN, passwordClasses, passwordLongEnough } from "./passwordPolicy";

/** The two password rules, ticked off live. */
export function PasswordRules(props: { id: string; password: string }) {
  const { t } = useTranslation();
  const rules = [
    { key: "length", met: passwordLongEnough(props.password), text: t("password.length", { n: PASSWORD_LENGTH_MIN }) },
    {
      key: "classes",
      met: passwordClasses(props.password) >= PASSWORD_CLASSES_MIN,
      text: t("password.classes", { n: PASSWORD_CLASSES_MIN }),
    },
  ];
  return (
    <ul id={props.id} className="password-rules">
      {rules.map((rule) => (
        <li key={rule.key} className={rule.met ? "rule-met" : "rule-open"}>
          <span aria-hidden="true">{rule.met ? "✓" : "○"}</span> {rule.text}
          <span className="sr-only">{rule.met ? t("password.met") : t("password.notMet")}</span>
        </li>
      ))}
    </ul>
  );
}
