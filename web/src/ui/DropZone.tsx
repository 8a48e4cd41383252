import { useRef, useState, type ChangeEvent, type DragEvent, type ReactNode } from "react";
import { Button } from "antd";
import { droppedFiles, wanted } from "./droppedFiles";

type Props = {
  accept: string;
  multiple?: boolean;
  disabled?: boolean;
  title: string;
  hint: string;
  button: string;
  /** Words of a second button that opens the camera. */
  camera?: string;
  /** Words of a button that chooses a whole folder; a folder may then be dropped, too. */
  folder?: string;
  icon?: ReactNode;
  onFiles: (files: File[]) => void;
};

/** Drop files here, or press the button: both ways lead to the same place. */
export function DropZone(props: Props) {
  const input = useRef<HTMLInputElement>(null);
  const photo = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    props.onFiles(wanted([...(event.target.files ?? [])]));
    event.target.value = "";
  };
  const [over, setOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (props.disabled) return;
    if (props.folder) void droppedFiles(event.dataTransfer).then(props.onFiles);
    else props.onFiles([...event.dataTransfer.files]);
  };
  return (
    <div
      className={over ? "drop-zone drop-over" : "drop-zone"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {props.icon && (
        <span className="drop-icon" aria-hidden="true">
          {props.icon}
        </span>
      )}
      <p className="drop-title">{props.title}</p>
      <p className="page-note">{props.hint}</p>
      <Button type="primary" disabled={props.disabled} onClick={() => input.current?.click()}>
        {props.button}
      </Button>
      <input
        ref={input}
        type="file"
        className="sr-only"
        tabIndex={-1}
        aria-label={props.button}
        accept={props.accept}
        multiple={props.multiple}
        onChange={chosen}
      />
      {props.folder && (
        <>
          <Button disabled={props.disabled} onClick={() => folder.current?.click()}>
            {props.folder}
          </Button>
          <input
            ref={folder}
            type="file"
            className="sr-only"
            tabIndex={-1}
            aria-label={props.folder}
            {...{ webkitdirectory: "" }}
            multiple
            onChange={chosen}
          />
        </>
      )}
      {props.camera && (
        <>
          <Button disabled={props.disabled} onClick={() => photo.current?.click()}>
            {props.camera}
          </Button>
          <input
            ref={photo}
            type="file"
            className="sr-only"
            tabIndex={-1}
            aria-label={props.camera}
            accept="image/*"
            capture="environment"
            onChange={chosen}
          />
        </>
      )}
    </div>
  );
}
