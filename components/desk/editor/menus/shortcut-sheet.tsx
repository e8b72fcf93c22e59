"use client";

import { useEffect, useRef, useState } from "react";
import { everyShortcut } from "@/components/desk/editor/menus/every-shortcut";
import { type Shortcut, typedShortcuts } from "@/components/desk/editor/menus/shortcut-groups";
import { spokenKeys } from "@/components/desk/editor/menus/shortcuts";

/** Every key in one list that can be searched. */
export function ShortcutSheet({ close }: { close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState("");
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    search.current?.focus();
  }, []);
  const fits = (shortcut: Shortcut) => `${shortcut.does} ${spokenKeys(shortcut.keys)}`.toLowerCase().includes(typed.trim().toLowerCase());
  const groups = [...everyShortcut.map((group) => ({ ...group, print: spokenKeys })), { title: "Typed as text", shortcuts: typedShortcuts, print: (keys: string) => keys.trim() }]
    .map((group) => ({ ...group, shortcuts: group.shortcuts.filter(fits) }))
    .filter((group) => group.shortcuts.length > 0);
  return (
    <dialog className="sheet-of-keys" ref={dialog} aria-labelledby="keys-title" onClose={close}>
      <header>
        <h2 id="keys-title">Keys</h2>
        <button className="btn plain" type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </header>
      <label className="hidden" htmlFor="keys-search">
        Search the keys
      </label>
      <input
        className="input"
        id="keys-search"
        ref={search}
        type="search"
        placeholder="Search"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        // The browser would only empty the field.
        onKeyDown={(event) => event.key === "Escape" && dialog.current?.close()}
      />
      <div className="groups">
        {groups.map((group) => (
          <section key={group.title} aria-labelledby={`keys-${group.title}`}>
            <h3 id={`keys-${group.title}`}>{group.title}</h3>
            <dl>
              {group.shortcuts.map((shortcut) => (
                <div key={shortcut.keys}>
                  <dt>{shortcut.does}</dt>
                  <dd>
                    <kbd>{group.print(shortcut.keys)}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        {groups.length === 0 && <p className="quiet">No key does that.</p>}
      </div>
      <p className="quiet">
        What each block is for, and how readers see it:{" "}
        <a href="/desk/styleguide" target="_blank" rel="noopener">
          the style guide
        </a>
        .
      </p>
    </dialog>
  );
}
