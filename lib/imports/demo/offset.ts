const units: Record<string, number> = { d: 86_400_000, h: 3_600_000, m: 60_000 };

/** An offset like `-3h20m`, `+5h` or `-12d4h` in milliseconds. Throws where it is written otherwise. */
export function parseOffset(text: string): number {
  const match = /^([+-])((?:\d+[dhm])+)$/.exec(text.trim());
  if (!match) throw new Error(`“${text}” is not an offset like -3h20m.`);
  const sum = [...(match[2] ?? "").matchAll(/(\d+)([dhm])/g)].reduce((total, [, number, unit]) => total + Number(number) * (units[unit ?? "m"] ?? 0), 0);
  return match[1] === "-" ? -sum : sum;
}
