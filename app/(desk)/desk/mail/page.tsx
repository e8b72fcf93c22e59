import type { Metadata } from "next";
import { Frame } from "@/app/_desk/desk-frame";
import { DeniedHere } from "@/app/_desk/denied";
import { deskTime } from "@/components/desk/editor/times";
import { MailStatus } from "@/components/desk/mail/mail-status";
import { SettingsTabs } from "@/components/desk/settings-tabs";
import { mailKinds, type MailState, mailStates } from "@/db/vocabulary";
import { mailList, type MailList } from "@/lib/mail/reads/mails";
import { thePaper } from "@/lib/web/reading";
import { staff } from "@/lib/web/session";
import "@/components/desk/mail/mail.css";

// Read from the table here and not where it stands: whoever loads the vocabulary into a browser would carry it along.
const mailStateCodes = Object.keys(mailStates) as MailState[];

export const metadata: Metadata = { title: "Mail" };

export default async function Mail({ searchParams }: { searchParams: Promise<{ state?: string | string[]; after?: string | string[] }> }) {
  const actor = await staff("/desk/mail");
  const { state: wanted, after } = await searchParams;
  const state = mailStateCodes.find((one) => one === wanted);
  const [list, paper] = await Promise.all([mailList(actor, { state, after: typeof after === "string" ? after : undefined }), thePaper()]);
  return (
    <Frame actor={actor} current="settings">
      <header className="head">
        <h1>Mail</h1>
      </header>
      {list && <SettingsTabs current="/desk/mail" />}
      {!list ? (
        <DeniedHere />
      ) : (
        <div className="sheet-body">
          <WhereItGoes server={list.server} />
          <nav className="tabs" aria-label="Which mails">
            {[undefined, ...mailStateCodes].map((one) => (
              <a key={one ?? "all"} href={addressOf(one)} aria-current={one === state ? "page" : undefined}>
                {one ? mailStates[one] : "All"} {(one === "waiting" || one === "failed") && <span className="n">{list[one]}</span>}
              </a>
            ))}
          </nav>
          {list.lines.length === 0 ? <Nothing state={state} further={after !== undefined} /> : <Lines lines={list.lines} timeZone={paper.timeZone} />}
          {(list.next || after !== undefined) && (
            <nav className="pages" aria-label="Pages">
              {after !== undefined && (
                <a className="btn" href={addressOf(state)}>
                  Newest mails
                </a>
              )}
              {list.next && (
                <a className="btn" rel="next" href={addressOf(state, list.next)}>
                  Older mails
                </a>
              )}
            </nav>
          )}
        </div>
      )}
    </Frame>
  );
}

function addressOf(state: MailState | undefined, after?: string): string {
  const query = new URLSearchParams([...(state ? [["state", state]] : []), ...(after ? [["after", after]] : [])]);
  return query.size > 0 ? `/desk/mail?${query}` : "/desk/mail";
}

function WhereItGoes({ server }: Pick<MailList, "server">) {
  if (server)
    return (
      <p>
        Mail goes out through <b>{server.name}</b>, from <b>{server.from}</b>. What it says is kept for 30 days, that it was sent for a year.
      </p>
    );
  return (
    <div className="notice calm">
      <b>No mail server is set,</b> so mail goes to nobody and is kept here: pass on by hand what somebody waits for. Whoever runs the server can set SMTP_URL and MAIL_FROM.
    </div>
  );
}

function Nothing({ state, further }: { state: MailState | undefined; further: boolean }) {
  const calm = state === "failed" || state === "waiting";
  return (
    <div className="empty">
      <h2>{further ? "Nothing more here" : state === "failed" ? "Nothing has failed" : state === "waiting" ? "Nothing waits" : "No mail yet"}</h2>
      <p>{further ? "Newer mails stand on the pages before." : calm ? "Nobody is kept waiting." : "Invitations and links for new passwords appear here as soon as somebody asks for one."}</p>
    </div>
  );
}

function Lines({ lines, timeZone }: { lines: MailList["lines"]; timeZone: string }) {
  return (
    <table className="people mails">
      <thead>
        <tr>
          <th scope="col">Mail</th>
          <th scope="col">To</th>
          <th scope="col">When</th>
          <th scope="col">How it stands</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td>
              <a href={`/desk/mail/${line.id}`} dir="auto">
                {line.subject}
              </a>
              <span className="faint kind">{mailKinds[line.kind]}</span>
            </td>
            <td className="to">
              <bdi>{line.to ?? "cannot be read any more"}</bdi>
            </td>
            <td className="num">
              <time dateTime={line.at}>{deskTime(line.at, timeZone)}</time>
            </td>
            <td>
              <MailStatus state={line.state} />
              {line.failure && <span className="faint why">{line.failure}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
