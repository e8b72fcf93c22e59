import type { Login, Newsroom } from "@/e2e/newsroom";

export type Session = { cookie: string; origin: string };

/** Somebody of the demo newsroom with this role, signed in as a browser without scripts would. */
export function signIn(newsroom: Newsroom, role: string): Promise<Session> {
  return signInAs(newsroom.origin, newsroom.logins.find((one) => one.role === role));
}

/** The same for one login. */
export async function signInAs(origin: string, login: Login | undefined): Promise<Session> {
  // The form's hidden fields are posted back.
  const page = await (await fetch(`${origin}/sign-in`)).text();
  const form = new FormData();
  for (const [, name = "", value = ""] of page.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)) form.append(name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
  form.append("email", login?.email ?? "");
  form.append("password", login?.password ?? "");
  const answer = await fetch(`${origin}/sign-in`, { method: "POST", body: form, redirect: "manual", headers: { Origin: origin } });
  const cookie = answer.headers.getSetCookie().map((one) => one.split(";")[0]).join("; ");
  if (!cookie.includes("standfirst=")) throw new Error(`Signing in failed with ${answer.status}.`);
  return { cookie, origin };
}
