"use client";

import { type KeyboardEvent, useState } from "react";
import { reasonCodes } from "@/db/vocabulary";

/** Why a moderator may reject: banned words are found by the paper itself. The first nine have a number key. */
const reasons = reasonCodes.filter((code) => code !== "banned_word");

type Props = { id: string; label: string; name: string; plain?: boolean };

/**
 * Reject, with the reason that its author is told: nothing is chosen beforehand, and without one nothing is sent. In the list a number
 * chooses and rejects, Enter rejects, Escape goes back to the card.
 */
export function Reject({ id, label, name, plain = false }: Props) {
  const [missing, setMissing] = useState(false);
  const press = (event: KeyboardEvent<HTMLSelectElement>) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const list = event.currentTarget;
    const chosen = /^[1-9]$/.test(event.key) ? reasons[Number(event.key) - 1] : undefined;
    if (event.key === "Escape") list.closest<HTMLElement>(".card")?.focus();
    else if (chosen || event.key === "Enter") {
      event.preventDefault();
      if (event.repeat) return;
      if (chosen) list.value = chosen;
      list.form?.requestSubmit(list.form.querySelector<HTMLElement>('[value="reject"]'));
    }
  };
  return (
    <>
      <button className={plain ? "btn plain" : "btn"} name="decision" value="reject" type="submit">
        {label}
      </button>
      <select
        className="input reason"
        name="reason"
        required
        data-key="reject"
        defaultValue=""
        aria-label={name}
        aria-invalid={missing || undefined}
        aria-describedby={missing ? `no-reason-${id}` : undefined}
        onKeyDown={press}
        onChange={() => setMissing(false)}
        onInvalid={(event) => {
          event.preventDefault();
          event.currentTarget.focus();
          setMissing(true);
        }}
      >
        <option value="">Choose a reason</option>
        {reasons.map((code, place) => (
          <option key={code} value={code}>
            {place < 9 && `${place + 1} `}
            {code.replaceAll("_", " ")}
          </option>
        ))}
      </select>
      {missing && (
        <p className="problem" id={`no-reason-${id}`} role="alert">
          Choose a reason to reject {plain ? "them" : "it"}.
        </p>
      )}
    </>
  );
}
