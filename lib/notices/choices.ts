import { type NoticeKind, type NoticePace, noticeKinds } from "@/db/vocabulary";

/** On the account's page, and by mail. */
export type NoticeChoices = Record<NoticeKind, { here: boolean; mail: boolean }>;

/** As it is for whoever chose nothing: mails tell of what somebody waits for, and of threads that she follows. */
export const firstChoices: NoticeChoices = { answer: { here: true, mail: true }, decision: { here: true, mail: true }, picked: { here: true, mail: false }, thread: { here: true, mail: true }, question: { here: true, mail: true } };

/** Of what whoever writes for the paper is told, and nobody else. */
export const authorsKinds: readonly NoticeKind[] = ["question"];

/** Of what a guest is told who wants mail. */
export const guestKinds: readonly NoticeKind[] = ["answer", "decision"];

/** How long what is to be mailed is gathered, in minutes. */
export const paceMinutes = { soon: 10, hourly: 60, daily: 24 * 60 } satisfies Record<NoticePace, number>;

/** What is stored, with what it does not say as it is at first. */
export function choicesFrom(stored: Partial<NoticeChoices> | null | undefined): NoticeChoices {
  return Object.fromEntries(noticeKinds.map((kind) => [kind, { ...firstChoices[kind], ...stored?.[kind] }])) as NoticeChoices;
}

/** Nothing more by mail; the account's page goes on telling. */
export function withoutMail(choices: NoticeChoices): NoticeChoices {
  return Object.fromEntries(noticeKinds.map((kind) => [kind, { ...choices[kind], mail: false }])) as NoticeChoices;
}
