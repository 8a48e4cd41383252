import { Alert, Button, Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { changedFields, type FieldName, type Fields } from "./fields";
import { useFieldWords } from "./useFieldWords";

type Props = {
  before: Fields;
  mine: Fields;
  theirs: Fields;
  changed: FieldName[];
  saving: boolean;
  onKeepMine: (names: FieldName[]) => void;
  onTakeTheirs: () => void;
  onBack: () => void;
};

/** Somebody saved first: both versions side by side, nothing lost, the user chooses field by field. */
export function ConflictChoice(props: Props) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const [kept, setKept] = useState<FieldName[]>(props.changed);
  const others = changedFields(props.before, props.theirs);
  const shown = [...new Set([...props.changed, ...others])];
  const empty = t("common.empty");
  return (
    <div className="conflict" role="alert">
      <Alert type="warning" showIcon title={t("conflict.title")} description={t("conflict.text")} />
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t("conflict.field")}</th>
            <th scope="col">{t("conflict.theirs")}</th>
            <th scope="col">{t("conflict.mine")}</th>
            <th scope="col">{t("conflict.keep")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((name) => (
            <tr key={name}>
              <th scope="row">{t(`field.${name}`)}</th>
              <td>{words(name, props.theirs) || empty}</td>
              <td>{props.changed.includes(name) ? words(name, props.mine) || empty : t("conflict.notTouched")}</td>
              <td>
                {props.changed.includes(name) && (
                  <Checkbox
                    aria-label={t("conflict.keepField", { field: t(`field.${name}`) })}
                    checked={kept.includes(name)}
                    onChange={(event) =>
                      setKept(event.target.checked ? [...kept, name] : kept.filter((one) => one !== name))
                    }
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="form-acts">
        <Button
          type="primary"
          disabled={kept.length === 0}
          loading={props.saving}
          onClick={() => props.onKeepMine(kept)}
        >
          {t("conflict.saveMine", { n: kept.length })}
        </Button>
        <Button onClick={props.onTakeTheirs}>{t("conflict.takeTheirs")}</Button>
        <Button onClick={props.onBack}>{t("conflict.back")}</Button>
      </div>
    </div>
  );
}
