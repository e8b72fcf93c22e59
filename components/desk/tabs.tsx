"use client";

import { type KeyboardEvent, useRef } from "react";
import { walkTabs } from "@/components/desk/walk-tabs";

type Tab<Name extends string> = { name: Name; label: string; /** The id of the panel that it shows. */ panel: string };

type Props<Name extends string> = {
  /** Tells its tabs from those of others on the page. */
  id: string;
  label: string;
  tabs: readonly Tab<Name>[];
  /** The tab whose panel is shown; anything else where none is. */
  shown: string;
  show: (name: Name) => void;
};

const idOf = (tabs: string, name: string) => `${tabs}-tab-${name}`;

/** Tabs in a row: one tab stop, the arrows with Home and End walk and show at once. What they show carries `tabPanel`. */
export function Tabs<Name extends string>({ id, label, tabs, shown, show }: Props<Name>) {
  const list = useRef<HTMLDivElement>(null);
  const stop = Math.max(0, tabs.findIndex(({ name }) => name === shown));

  function walk(event: KeyboardEvent, at: number) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !list.current) return;
    const to = walkTabs(event.key, { at, count: tabs.length, isRightToLeft: getComputedStyle(list.current).direction === "rtl" });
    const tab = to === null ? undefined : tabs[to];
    if (to === null || !tab) return;
    event.preventDefault();
    list.current.querySelectorAll<HTMLElement>('[role="tab"]')[to]?.focus();
    show(tab.name);
  }

  return (
    <div className="tab-list" role="tablist" aria-label={label} ref={list}>
      {tabs.map(({ name, label: says, panel }, index) => (
        <button key={name} type="button" role="tab" id={idOf(id, name)} aria-selected={name === shown} aria-controls={panel} tabIndex={index === stop ? 0 : -1} onKeyDown={(event) => walk(event, index)} onClick={() => show(name)}>
          {says}
        </button>
      ))}
    </div>
  );
}

/** What makes an element the panel of a tab: `tabs` is the id of the row, `name` the tab. */
export const tabPanel = (tabs: string, name: string, panel: string) => ({ role: "tabpanel", id: panel, "aria-labelledby": idOf(tabs, name) }) as const;
