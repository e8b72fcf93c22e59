import type { TextareaHTMLAttributes } from "react";

type Props = { label: string; help?: string; error?: string | undefined } & TextareaHTMLAttributes<HTMLTextAreaElement> & { id: string; name: string };

/** Several lines under a label, with their help and their mistake, tied together for everybody. */
export function TextArea({ label, help, error, id, className = "input", ...area }: Props) {
  const described = [help ? `${id}-help` : null, error ? `${id}-error` : null].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {help && (
        <span className="help" id={`${id}-help`}>
          {help}
        </span>
      )}
      <textarea id={id} className={className} aria-describedby={described || undefined} aria-invalid={error ? true : undefined} {...area} />
      {error && (
        <span className="problem" id={`${id}-error`}>
          {error}
        </span>
      )}
    </div>
  );
}
