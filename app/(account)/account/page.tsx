import type { Metadata } from "next";
import { signOut } from "@/app/_desk/actions";
import { Frame } from "@/app/_desk/desk-frame";
import { PasswordForm, ProfileForm, SessionList } from "@/app/(account)/account/forms";
import { ReaderFrame } from "@/components/account/reader-frame";
import { accountWords as roomWords } from "@/components/account/words/words";
import { doorWords } from "@/components/account/door-words";
import { roleNames } from "@/db/vocabulary";
import { machineNow } from "@/lib/kernel/clock";
import { ownProfile, ownSessions } from "@/lib/people/reads/people";
import { thePaper } from "@/lib/web/reading";
import { signedIn } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: doorWords[(await thePaper()).language].account };
}

export default async function Account() {
  const actor = await signedIn("/account");
  const [profile, sessions, paper] = await Promise.all([ownProfile(actor), ownSessions(actor), thePaper()]);
  const reader = actor.role === "reader";
  // Who works at the desk has the desk's language here too.
  const language = reader ? paper.language : "en";
  const say = doorWords[language];
  const room = roomWords[language];
  const page = (
    <>
      <header className="head">
        <h1>{say.account}</h1>
      </header>
      <div className="sheet-body">
        {reader && <p><a href="/">{say.toPaper}</a></p>}
        <p className="quiet">
          <bdi>{profile?.email}</bdi>{!reader && ` · ${roleNames[actor.role]}`}
        </p>
        <p>
          <a href="/account/comments">{room.myComments}</a> · <a href="/account/news">{room.news}</a> · <a href="/account/data">{room.data}</a>{!reader && <> · <a href="/desk/styleguide">Style guide</a></>}
        </p>
        <h2>{say.name}</h2>
        <ProfileForm name={profile?.name ?? ""} bio={profile?.bio ?? ""} writes={!reader} language={language} />
        <h2>{say.password}</h2>
        <PasswordForm language={language} />
        <h2>{say.devices}</h2>
        <SessionList sessions={sessions} timeZone={paper.timeZone} now={machineNow().toISOString()} language={language} />
      </div>
    </>
  );
  if (reader)
    return (
      <ReaderFrame paperName={paper.name} me={actor.name} language={language} signOut={signOut}>
        {page}
      </ReaderFrame>
    );
  return (
    <div className="in-english" lang="en" dir="ltr">
      <Frame actor={actor} current="account">
        {page}
      </Frame>
    </div>
  );
}
