import type { SelectHTMLAttributes } from "react";

type Props = { names: Record<string, string>; defaultValue: string } & Omit<SelectHTMLAttributes<HTMLSelectElement>, "defaultValue">;

/**
 * A choice in a form over a Server Action. Such a form goes back to its defaults once it was answered, and a select knows only the
 * default it was made with: another default makes another select.
 */
export function Select({ names, defaultValue, className = "input", ...select }: Props) {
  return (
    <select key={defaultValue} className={className} defaultValue={defaultValue} {...select}>
      {Object.entries(names).map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  );
}
