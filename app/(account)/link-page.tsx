import { NewPasswordForm } from "@/app/(account)/account/forms";
import { Mark } from "@/components/desk/icon";
import { linkHolder } from "@/lib/people/reads/people";
import { thePaper } from "@/lib/web/reading";

/** Where an invitation or a reset link leads. */
export async function LinkPage({ token }: { token: string }) {
  const [holder, paper] = await Promise.all([linkHolder(token), thePaper()]);
  return (
    <main className="standalone">
      <p className="mark">
        <Mark />
        <span>
          Standfirst<small>{paper.name}</small>
        </span>
      </p>
      <div className="head">{holder ? <h1>{holder.purpose === "invitation" ? `Welcome, ${holder.name}` : "Choose a new password"}</h1> : <h1>This link does not work any more</h1>}</div>
      {holder ? <NewPasswordForm token={token} email={holder.email} /> : <p className="quiet">It was used already, or it is too old. <a href="/sign-in/forgotten">Ask for another one</a>.</p>}
    </main>
  );
}
