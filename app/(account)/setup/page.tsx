import type { Metadata } from "next";
import { SetUpForm } from "@/app/(account)/account/forms";
import { Door } from "@/app/(account)/door";
import { needsSetUp } from "@/lib/people/reads/people";
import { answerWith } from "@/lib/web/reader-request";
import { thePaper } from "@/lib/web/reading";

export const metadata: Metadata = { title: "Set up the paper" };

export default async function SetUp() {
  if (!(await needsSetUp())) return <Opened paperName={(await thePaper()).name} />;
  return (
    <Door paperName="A new paper">
      <h1>Open your paper</h1>
      <p className="quiet">You become its first administrator and can then invite everybody else. News, Opinion, Culture and Sport are opened for you; rename them as you like.</p>
      <SetUpForm />
    </Door>
  );
}

/** Once anybody has an account there is nothing to set up here: neither for a second tab that still shows the form, nor while the first one goes on to the desk. */
function Opened({ paperName }: { paperName: string }) {
  answerWith(404);
  return (
    <Door paperName={paperName}>
      <h1>This paper is open</h1>
      <p className="quiet">It has an administrator already, who can invite you.</p>
      <p>
        <a className="btn first big" href="/sign-in">
          Sign in
        </a>
      </p>
    </Door>
  );
}
