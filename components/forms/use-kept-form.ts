import { type FormEvent, type RefObject, startTransition, useEffect, useRef } from "react";

/** What a form held when it was sent. */
type Sent = ReadonlyMap<Element, string>;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isControl = (element: Element): element is Control => element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
const isMarked = (control: Control): control is HTMLInputElement => control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio");
const held = (control: Control): string => {
  if (isMarked(control)) return String(control.checked);
  return control instanceof HTMLSelectElement ? [...control.selectedOptions].map((option) => option.value).join("\n") : control.value;
};
const controlsOf = (form: HTMLFormElement): Control[] => [...form.elements].filter(isControl);

const sentBy = (form: HTMLFormElement): Sent => new Map(controlsOf(form).map((control) => [control, held(control)]));

/** What was typed while the answer was on its way, as what puts it back. A file that was chosen cannot be put back, and is none of it. */
function typedSince(form: HTMLFormElement, sent: Sent): (() => void)[] {
  return controlsOf(form).flatMap((control) => {
    if (!sent.has(control) || sent.get(control) === held(control) || (control instanceof HTMLInputElement && control.type === "file")) return [];
    const { value } = control;
    const checked = isMarked(control) && control.checked;
    const chosen = control instanceof HTMLSelectElement ? [...control.selectedOptions] : [];
    return () => {
      if (isMarked(control)) control.checked = checked;
      else if (control instanceof HTMLSelectElement) for (const option of control.options) option.selected = chosen.includes(option);
      else control.value = value;
    };
  });
}

/** The form was answered and what was asked is done: it goes back to its defaults, but for what was typed since it was sent. */
function settleDone(form: HTMLFormElement, sent: Sent): void {
  const again = typedSince(form, sent);
  form.reset();
  for (const put of again) put();
}

/** The form was refused: everything stays as it is. A password that was sent is typed anew. */
function settleRefused(form: HTMLFormElement, sent: Sent): void {
  for (const control of controlsOf(form)) if (control instanceof HTMLInputElement && control.type === "password" && sent.get(control) === control.value) control.value = "";
}

/**
 * For a form over a Server Action that must lose nothing of what is typed into it: React puts such a form back to its defaults some moments after the
 * answer, and with it what was typed since it was sent. `answer` is the state of the action, another one with each answer; `send` sends. Before and
 * without JavaScript the form’s own `action` is what is used.
 */
export function useKeptForm(answer: { failure: unknown }, send: (data: FormData) => void): { ref: RefObject<HTMLFormElement | null>; onSubmit(event: FormEvent<HTMLFormElement>): void } {
  const ref = useRef<HTMLFormElement>(null);
  const sent = useRef<Sent | null>(null);
  useEffect(() => {
    if (ref.current && sent.current) (answer.failure ? settleRefused : settleDone)(ref.current, sent.current);
  }, [answer]);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
    sent.current = sentBy(event.currentTarget);
    startTransition(() => send(data));
  };
  return { ref, onSubmit };
}
