import { Icon, type IconName } from "@/components/desk/icon";
import { type MailState, mailStates } from "@/db/vocabulary";

const looks = {
  waiting: { className: "st sched", icon: "history" },
  sent: { className: "st live", icon: "fine" },
  failed: { className: "st off", icon: "warn" },
  kept: { className: "st", icon: "stash" },
} satisfies Record<MailState, { className: string; icon: IconName }>;

/** How far a mail is: a shape, a word, and only then a colour. */
export function MailStatus({ state }: { state: MailState }) {
  return (
    <span className={looks[state].className}>
      <Icon name={looks[state].icon} />
      {mailStates[state]}
    </span>
  );
}
