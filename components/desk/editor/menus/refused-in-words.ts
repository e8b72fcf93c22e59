/** A refusal, as it is said where nothing shows what was asked for: "Strong: not in a heading". */
export const refusedInWords = (label: string, refusal: string): string => `${label}: ${refusal[0]?.toLowerCase()}${refusal.slice(1)}`;
