"use client";

import { useEffect, useId, useRef, useState } from "react";
import { Icon } from "@/components/desk/icon";

type TextFieldProps = { /** The attribute of the block that it writes. */ name?: string; label: string; value: string | null; limit: number; set: (value: string) => void; placeholder?: string; multiline?: boolean; accepts?: (value: string) => boolean; wrong?: string; /** What the checks say while nothing stands here. */ missing?: string | undefined };

/** A line about the block, shared when the typing rests, or when the form closes: an attribute has one value, the last one written. */
export function TextField({ name, label, value, limit, set, placeholder, multiline = false, accepts = () => true, wrong, missing }: TextFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState(value ?? "");
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unsent = useRef<string | null>(null);
  const good = accepts(typed.trim());
  const problem = good ? typed.trim() === "" && missing : wrong;

  useEffect(() => {
    if (document.activeElement !== field.current) setTyped(value ?? "");
  }, [value]);

  const send = () => {
    clearTimeout(pending.current);
    const words = unsent.current?.trim();
    unsent.current = null;
    if (words !== undefined && accepts(words) && words !== (value ?? "")) set(words);
  };
  const sendNow = useRef(send);
  sendNow.current = send;
  useEffect(() => () => sendNow.current(), []);

  const shared = {
    id,
    ref: field,
    className: "input",
    value: typed,
    maxLength: limit,
    placeholder,
    dir: "auto",
    "aria-invalid": good ? undefined : true,
    "aria-describedby": problem ? `${id}-wrong` : undefined,
    onChange: (event: { target: { value: string } }) => {
      const next = event.target.value;
      setTyped(next);
      unsent.current = next;
      clearTimeout(pending.current);
      pending.current = setTimeout(() => sendNow.current(), 400);
    },
    onBlur: send,
  };
  return (
    <div className="field" data-words={name}>
      <label htmlFor={id}>{label}</label>
      {multiline ? <textarea {...shared} rows={3} /> : <input {...shared} />}
      {problem && (
        <span className="problem" id={`${id}-wrong`}>
          {good && <Icon name="stop" />}
          {problem}
        </span>
      )}
    </div>
  );
}

export function Flag({ label, value, set }: { label: string; value: boolean | null; set: (value: boolean) => void }) {
  return (
    <label className="flag">
      <input type="checkbox" checked={value === true} onChange={(event) => set(event.target.checked)} /> {label}
    </label>
  );
}

export function Choice<Word extends string>({ label, value, options, set }: { label: string; value: string | null; options: readonly (readonly [Word, string])[]; set: (value: Word) => void }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select className="input" id={id} value={value ?? options[0]?.[0]} onChange={(event) => set(event.target.value as Word)}>
        {options.map(([word, shown]) => (
          <option key={word} value={word}>
            {shown}
          </option>
        ))}
      </select>
    </div>
  );
}
