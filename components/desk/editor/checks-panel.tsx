"use client";

import { Icon } from "@/components/desk/icon";
import type { Check, CheckPlace } from "@/lib/articles/checks";

const icons = { stop: "stop", warn: "warn", fine: "fine" } as const;
const words = { stop: "Stops publishing", warn: "Worth a look", fine: "Fine" } as const;

/** The checks that guard publishing, live. */
export function Checks({ checks, jump }: { checks: readonly Check[]; jump: (place: CheckPlace) => void }) {
  const order = { stop: 0, warn: 1, fine: 2 };
  return [...checks]
    .sort((left, right) => order[left.level] - order[right.level])
    .map((check) => (
      <div className={`check ${check.level === "warn" ? "warned" : check.level}`} key={check.id}>
        <Icon name={icons[check.level]} />
        <b>
          <span className="hidden">{words[check.level]}: </span>
          {check.message}
        </b>
        {check.place && (
          <button className="link" type="button" aria-label={`Show: ${check.message}`} onClick={() => check.place && jump(check.place)}>
            Show
          </button>
        )}
        {check.hint && <p>{check.hint}</p>}
      </div>
    ));
}
