import type { Metadata } from "next";
import { Frame } from "@/app/_desk/desk-frame";
import { PasswordForm, ProfileForm, SessionList } from "@/app/(account)/account/forms";
import { roleNames } from "@/db/vocabulary";
import { machineNow } from "@/lib/kernel/clock";
import { ownProfile, ownSessions } from "@/lib/people/reads/people";
import { thePaper } from "@/lib/web/reading";
import { signedIn } from "@/lib/web/session";

export const metadata: Metadata = { title: "Your account" };

export default async function Account() {
  const actor = await signedIn("/account");
  const [profile, sessions, paper] = await Promise.all([ownProfile(actor), ownSessions(actor), thePaper()]);
  const reader = actor.role === "reader";
  return (
    <Frame actor={actor} current="account">
      <header className="head">
        <h1>Your account</h1>
      </header>
      <div className="sheet-body">
        <p>{reader ? <a href="/">To the paper</a> : <a href="/desk/styleguide">Style guide</a>}</p>
        <p className="quiet">
          {profile?.email} · {roleNames[actor.role]}
        </p>
        <p>
          <a href="/account/comments">My comments</a> · <a href="/account/news">News, and what you are told</a> · <a href="/account/data">My data</a>
        </p>
        <h2>Name</h2>
        <ProfileForm name={profile?.name ?? ""} bio={profile?.bio ?? ""} writes={!reader} />
        <h2>Password</h2>
        <PasswordForm />
        <h2>Signed-in devices</h2>
        <SessionList sessions={sessions} timeZone={paper.timeZone} now={machineNow().toISOString()} />
      </div>
    </Frame>
  );
}
