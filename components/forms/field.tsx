import type { InputHTMLAttributes } from "react";

type Props = { label: string; help?: string; error?: string | undefined } & InputHTMLAttributes<HTMLInputElement> & { id: string; name: string };

/** A labelled line with its help and its mistake, tied together for everybody. */
export function Field({ label, help, error, id, className = "input big", ...input }: Props) {
  const described = [help ? `${id}-help` : null, error ? `${id}-error` : null].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} className={className} aria-describedby={described || undefined} aria-invalid={error ? true : undefined} {...input} />
      {help && (
        <span className="help" id={`${id}-help`}>
          {help}
        </span>
      )}
      {error && (
        <span className="problem" id={`${id}-error`}>
          {error}
        </span>
      )}
    </div>
  );
}
