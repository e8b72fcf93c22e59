import type { Metadata } from "next";
import { Frame } from "@/app/_desk/desk-frame";
import { TryAgainForm } from "@/app/(desk)/desk/mail/form";
import { DeniedHere } from "@/app/_desk/denied";
import { deskTime } from "@/components/desk/editor/times";
import { LinkedText } from "@/components/desk/mail/linked-text";
import { MailStatus } from "@/components/desk/mail/mail-status";
import { mailKinds } from "@/db/vocabulary";
import { oneMail } from "@/lib/mail/reads/mails";
import { thePaper } from "@/lib/web/reading";
import { staff } from "@/lib/web/session";
import "@/components/desk/mail/mail.css";

// What it says holds links that nobody else may learn of.
export const metadata: Metadata = { title: "Mail", referrer: "no-referrer" };

export default async function OneMail({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await staff(`/desk/mail/${id}`);
  const [mail, paper] = await Promise.all([oneMail(actor, id), thePaper()]);
  if (!mail)
    return (
      <Frame actor={actor} current="settings">
        <DeniedHere />
      </Frame>
    );
  const when = (at: string) => <time dateTime={at}>{deskTime(at, paper.timeZone)}</time>;
  return (
    <Frame actor={actor} current="settings">
      <header className="head">
        <h1 dir="auto">{mail.subject}</h1>
        <a className="btn" href="/desk/mail">
          All mail
        </a>
      </header>
      <div className="sheet-body">
        <dl className="mail-facts">
          <dt>To</dt>
          <dd>
            <bdi>{mail.to ?? "cannot be read any more"}</bdi>
          </dd>
          <dt>What</dt>
          <dd>{mailKinds[mail.kind]}</dd>
          <dt>Written</dt>
          <dd>{when(mail.at)}</dd>
          {mail.sentAt && (
            <>
              <dt>Sent</dt>
              <dd>{when(mail.sentAt)}</dd>
            </>
          )}
          <dt>How it stands</dt>
          <dd>
            <MailStatus state={mail.state} />
            {mail.failure && <p className="quiet">{mail.failure}</p>}
            {mail.notAgain && <p className="quiet">{mail.notAgain}</p>}
            {mail.attempts > 1 && <p className="quiet">Tried {mail.attempts} times.</p>}
          </dd>
        </dl>
        <TryAgainForm mailId={mail.id} can={mail.can.tryAgain} failed={mail.state === "failed"} />
        <section className="mail-text" aria-label="What it says" dir="auto">
          {mail.text === null ? <p className="quiet">What it said has been forgotten.</p> : <LinkedText text={mail.text} />}
        </section>
      </div>
    </Frame>
  );
}
