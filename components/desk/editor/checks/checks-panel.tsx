"use client";

import { type ReactNode, useId } from "react";
import { groups } from "@/components/desk/editor/checks/groups";
import { Icon } from "@/components/desk/icon";
import type { Check, CheckPlace } from "@/lib/articles/checks";
import type { Repair } from "@/lib/articles/repair";

const icons = { stop: "stop", warn: "warn", fine: "fine" } as const;
const words = { stop: "Stops publishing", warn: "Worth a look", fine: "Fine" } as const;

type Props = {
  checks: readonly Check[];
  jump: (place: CheckPlace) => void;
  repair: (repair: Repair) => void;
  /** Which heading stands above them. */
  under: 1 | 3;
};

/** The checks that guard publishing, live: what must be done, what should be, and, folded away, what is in order. */
export function Checks({ checks, jump, repair, under }: Props) {
  const of = (level: Check["level"]) => checks.filter((check) => check.level === level);
  const [must, should, fine] = [of("stop"), of("warn"), of("fine")];
  const list = (some: readonly Check[]) => some.map((check) => <OneCheck key={check.id} check={check} jump={jump} repair={repair} />);
  return (
    <>
      {must.length === 0 && should.length === 0 && <p className="quiet">Everything is in order.</p>}
      {must.length > 0 && (
        <Group {...groups.must} count={must.length} under={under}>
          {list(must)}
        </Group>
      )}
      {should.length > 0 && (
        <Group {...groups.should} count={should.length} under={under}>
          {list(should)}
        </Group>
      )}
      {fine.length > 0 && (
        <details className="checks-fine">
          <summary>In order ({fine.length})</summary>
          {list(fine)}
        </details>
      )}
    </>
  );
}

function Group({ title, count, help, under, children }: { title: string; count: number; help: string; under: Props["under"]; children: ReactNode }) {
  const id = useId();
  const Heading = `h${under + 1}` as "h2" | "h4";
  return (
    <section className="checks-group" aria-labelledby={id}>
      <Heading id={id}>
        {title} ({count})
      </Heading>
      <p className="faint">{help}</p>
      {children}
    </section>
  );
}

function OneCheck({ check, jump, repair }: { check: Check; jump: Props["jump"]; repair: Props["repair"] }) {
  const { place, repairs = [] } = check;
  return (
    <div className={`check ${check.level === "warn" ? "warned" : check.level}`} data-check={check.id}>
      <Icon name={icons[check.level]} />
      <b>
        <span className="hidden">{words[check.level]}: </span>
        {check.message}
      </b>
      {place && (
        <button className="link" type="button" aria-label={`Show: ${check.message}`} onClick={() => jump(place)}>
          Show
        </button>
      )}
      {check.hint && <p>{check.hint}</p>}
      {repairs.length > 0 && (
        <p className="repairs">
          {repairs.map((one) => (
            <button key={one.label} className="btn" type="button" aria-label={`${one.label}: ${check.message}`} onClick={() => repair(one)}>
              {one.label}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}
