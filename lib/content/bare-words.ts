/** Words as they are compared where somebody quotes them: whatever their case, quotation marks and spaces. */
export const bareWords = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
