"use client";

import { useEffect, useId, useState } from "react";
import { type Answer, ask } from "@/components/desk/editor/api";
import { barInWords, barOn, dayIn, type UsableDays } from "@/lib/media/rights";
import { machineNow } from "@/lib/kernel/clock";

type Known = UsableDays & { can: { describe: boolean } };

type Props = { assetId: string; timeZone: string; /** The checks may say something else now. */ changed: () => void };

/** On which days a picture may be used: said of the picture itself, wherever it stands. Asked for when it is opened. */
export function UsableDaysField(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="lead-crops" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>When it may be used</summary>
      {isOpen && <Days {...props} />}
    </details>
  );
}

function Days({ assetId, timeZone, changed }: Props) {
  const id = useId();
  const [known, setKnown] = useState<Known | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isHere = true;
    setKnown(null);
    setProblem(null);
    void ask<Known>(`/api/v1/media/${assetId}`).then((answer) => {
      if (isHere && "value" in answer) setKnown(answer.value);
    });
    return () => {
      isHere = false;
    };
  }, [assetId]);

  if (!known) return null;
  const bar = barOn(dayIn(timeZone, machineNow()), known);
  const save = async (days: Partial<UsableDays>) => {
    const before = known;
    // Told when the field is left: while a year is typed it goes through many.
    setKnown({ ...known, ...days });
    const answer: Answer<UsableDays> = await ask(`/api/v1/media/${assetId}`, days);
    if ("failure" in answer) {
      setProblem(answer.failure.message);
      setKnown(before);
      return;
    }
    setProblem(null);
    changed();
  };
  const field = (name: keyof UsableDays, label: string) => (
    <div className="field">
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <input id={`${id}-${name}`} className="input" type="date" key={known[name]} defaultValue={known[name] ?? ""} readOnly={!known.can.describe} aria-describedby={`${id}-said`} onBlur={({ target: { value } }) => value !== (known[name] ?? "") && void save({ [name]: value || null })} />
    </div>
  );
  return (
    <>
      <div className="two-days">
        {field("usableFrom", "May be used from")}
        {field("usableUntil", "May be used until")}
      </div>
      <p id={`${id}-said`} className={problem || bar ? "problem" : "faint"} role={problem ? "alert" : undefined}>
        {problem ?? (bar ? `${barInWords(bar)}: publishing stops.` : known.can.describe ? "Of the picture itself, in every story." : "Whoever added the picture, or an editor, can change this.")}
      </p>
    </>
  );
}
