/**
 * What a browser may say on the socket, by Hocuspocus's numbers. Closed: what is not here ends the connection. `sync` brings and asks
 * for changes, `awareness` says where one's caret is and `query-awareness` asks for everybody's, `auth` is the handshake, `close`
 * leaves one story.
 */
export const socketMessages = { sync: 0, awareness: 1, auth: 2, "query-awareness": 3, close: 7 } as const;
export type SocketMessage = keyof typeof socketMessages;

/** The kind of a frame (name of the story, then a number, then its matter), or null where it is none that we take. */
export function socketMessageOf(frame: Uint8Array): SocketMessage | null {
  const name = readNumber(frame, 0);
  const kind = name && readNumber(frame, name.end + name.value);
  if (!kind) return null;
  const known = Object.entries(socketMessages).find(([, number]) => number === kind.value);
  return known ? (known[0] as SocketMessage) : null;
}

/** A number as lib0 writes it: seven bits a byte, the lowest first, the eighth bit says that more follow. Null where the frame ends before. */
function readNumber(frame: Uint8Array, from: number): { value: number; end: number } | null {
  let value = 0;
  for (let at = from, weight = 1; at < frame.length && at < from + 5; at++, weight *= 128) {
    const byte = frame[at] ?? 0;
    value += (byte & 127) * weight;
    if (byte < 128) return { value, end: at + 1 };
  }
  return null;
}
