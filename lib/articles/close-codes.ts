/** Why the server closed a socket; the editor says each in words. Codes from 4000 on are a program's own (RFC 6455, 7.4.2). */
export const CloseCode = {
  /** The session is over or the person disabled. */
  signedOut: 4401,
  /** The person may no longer edit this story. */
  withdrawn: 4403,
  /** The page is older than the document: reload. */
  reload: 4409,
  /** The last change was refused because it would have broken the document. */
  refused: 4422,
  /** Too many messages, or not ours. */
  tooMuch: 4429,
  /** It could not be committed just now; connect again and send again. */
  tryAgain: 4503,
  /** The server restarts. */
  restart: 4512,
} as const;
