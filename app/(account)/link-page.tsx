import { NewPasswordForm } from "@/app/(account)/account/forms";
import { doorWords } from "@/components/account/door-words";
import { Mark } from "@/components/desk/icon";
import { linkHolder } from "@/lib/people/reads/people";
import { thePaper } from "@/lib/web/reading";

/** Where an invitation or a reset link leads. */
export async function LinkPage({ token }: { token: string }) {
  const [holder, paper] = await Promise.all([linkHolder(token), thePaper()]);
  const say = doorWords[paper.language];
  return (
    <main className="standalone">
      <p className="mark">
        <Mark />
        <span>
          Standfirst<small>{paper.name}</small>
        </span>
      </p>
      <div className="head">{holder ? <h1>{holder.purpose === "invitation" ? say.welcome(holder.name) : say.chooseNew}</h1> : <h1>{say.dead}</h1>}</div>
      {holder ? <NewPasswordForm token={token} email={holder.email} language={paper.language} /> : <p className="quiet">{say.deadWhy} <a href="/sign-in/forgotten">{say.askAnother}</a>.</p>}
    </main>
  );
}
