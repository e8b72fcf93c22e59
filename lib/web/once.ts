/**
 * The key under which a request is done once, from the key of its form. A form with several buttons has one key for all, so what the button
 * asks for belongs to it: pressing another one before the first has answered is another request. Nothing where the form came without one.
 */
export const onceFor = (key: string | undefined, asked: string): { key?: string } => (key ? { key: `${key} ${asked}` } : {});
