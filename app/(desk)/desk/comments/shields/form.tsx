"use client";

import { raiseShieldAction, shieldAction } from "@/app/(desk)/desk/comments/shields/actions";
import { ActionForm } from "@/components/forms/action-form";
import { Select } from "@/components/forms/select";

const lengths = { "1": "One hour", "3": "Three hours", "12": "Twelve hours", "24": "A day", "72": "Three days", "168": "A week" };
const whoNames = { newcomers: "Guests and newcomers", everybody: "Everybody" };

/** `places`: over what it may stand, by the value that says so. */
export function RaiseShield({ places, over }: { places: Record<string, string>; over: string }) {
  return (
    <ActionForm action={raiseShieldAction} className="stack" label="Raise a shield">
      {({ typed }) => (
        <>
          <div className="field">
            <label htmlFor="shield-over">Over</label>
            <Select id="shield-over" name="over" names={places} defaultValue={typed.over ?? over} />
          </div>
          <div className="field">
            <label htmlFor="shield-who">Whose comments are read first</label>
            <Select id="shield-who" name="who" names={whoNames} defaultValue={typed.who ?? "newcomers"} />
          </div>
          <div className="field">
            <label htmlFor="shield-hours">It ends by itself after</label>
            <Select id="shield-hours" name="hours" names={lengths} defaultValue={typed.hours ?? "3"} />
          </div>
          <label className="choice">
            <input type="checkbox" name="holdUnread" defaultChecked={typed.holdUnread === "on"} /> <b>Hold unread ones too</b>
            <span>What appeared there though nobody has read it goes back into the queue.</span>
          </label>
          <button className="btn first" type="submit">
            Raise the shield
          </button>
        </>
      )}
    </ActionForm>
  );
}

/** What can be done with a shield that stands. */
export function ShieldActs({ id, over, name }: { id: string; over: string; name: string }) {
  return (
    <ActionForm action={shieldAction} label={`Shield over ${name}`}>
      {() => (
        <p className="page-buttons">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="over" value={over} />
          <button className="btn" type="submit" name="then" value="lower">
            Take it down
          </button>
          <button className="btn" type="submit" name="then" value="hold">
            Hold unread ones too
          </button>
        </p>
      )}
    </ActionForm>
  );
}
