import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { type Language, languageCodes, languages } from "@/db/vocabulary";
import { fileHeaders } from "@/server/headers";
import { isEmbedded, previewPath } from "@/server/reader-paths";

/** Why nobody is let in: the newsroom is about to open, somebody said so, or what was asked for cannot be made just now. */
export type Closed = "starting" | "maintenance" | "trouble";

/** While this file lies in the data folder, the paper is closed (docs/guide/administrators.md). */
const closingFile = "closed";
/** How often it is looked for, and in how many seconds it is worth coming again. */
const lookMs = 2_000;
const comeAgain: Record<Closed, number> = { starting: 5, maintenance: 120, trouble: 15 };

type Said = { title: string; starting: string; maintenance: string; trouble: string; /** Where the page does so. */ again: string; /** To whoever sent a form that was not read. */ unread: string; /** To whoever sent one that was read in vain. */ vain: string };

const words: Record<Language, Said> = {
  en: { title: "Back in a moment", starting: "The paper is being started.", maintenance: "The paper is closed while we work on it. Nothing is lost; please come again a little later.", trouble: "This page cannot be shown just now: something is wrong on our side, and it is being seen to.", again: "This page looks again by itself.", unread: "What you sent was not read. Go back: your text still stands there; send it again once we are open.", vain: "Nothing came of what you sent. Go back: your text still stands there; send it again a little later." },
  de: { title: "Gleich wieder da", starting: "Die Zeitung wird gerade gestartet.", maintenance: "Die Zeitung ist geschlossen, solange wir an ihr arbeiten. Nichts geht verloren; bitte schauen Sie etwas später wieder herein.", trouble: "Diese Seite lässt sich gerade nicht zeigen: Bei uns stimmt etwas nicht, und wir kümmern uns darum.", again: "Diese Seite sieht von selbst wieder nach.", unread: "Was Sie gesendet haben, wurde nicht gelesen. Gehen Sie zurück: Ihr Text steht noch dort; senden Sie ihn noch einmal, sobald wir wieder da sind.", vain: "Aus dem, was Sie gesendet haben, ist nichts geworden. Gehen Sie zurück: Ihr Text steht noch dort; senden Sie ihn etwas später noch einmal." },
  fr: { title: "De retour dans un instant", starting: "Le journal démarre.", maintenance: "Le journal est fermé le temps d’une intervention. Rien n’est perdu ; revenez un peu plus tard.", trouble: "Cette page ne peut pas être affichée pour l’instant : quelque chose ne va pas de notre côté, et l’on s’en occupe.", again: "Cette page revient voir d’elle-même.", unread: "Ce que vous avez envoyé n’a pas été lu. Revenez en arrière : votre texte y est encore ; renvoyez-le dès notre retour.", vain: "Votre envoi est resté sans effet. Revenez en arrière : votre texte y est encore ; renvoyez-le un peu plus tard." },
  es: { title: "Volvemos enseguida", starting: "El periódico se está poniendo en marcha.", maintenance: "El periódico está cerrado mientras trabajamos en él. No se pierde nada; vuelva un poco más tarde.", trouble: "Esta página no se puede mostrar en este momento: algo falla por nuestra parte y ya nos ocupamos de ello.", again: "Esta página vuelve a mirar por sí sola.", unread: "Lo que ha enviado no se ha leído. Vuelva atrás: su texto sigue allí; envíelo de nuevo en cuanto volvamos.", vain: "Lo que ha enviado no ha tenido efecto. Vuelva atrás: su texto sigue allí; envíelo de nuevo un poco más tarde." },
  fa: { title: "به‌زودی برمی‌گردیم", starting: "روزنامه در حال راه‌اندازی است.", maintenance: "روزنامه برای کار فنی بسته است. چیزی از دست نمی‌رود؛ کمی بعد دوباره سر بزنید.", trouble: "این صفحه اکنون نمایش داده نمی‌شود: مشکلی از سوی ماست و به آن رسیدگی می‌کنیم.", again: "این صفحه خودش دوباره سر می‌زند.", unread: "آنچه فرستادید خوانده نشد. به عقب برگردید: متن شما هنوز آنجاست؛ وقتی باز شدیم دوباره بفرستید.", vain: "آنچه فرستادید به جایی نرسید. به عقب برگردید: متن شما هنوز آنجاست؛ کمی بعد دوباره بفرستید." },
  ar: { title: "نعود بعد قليل", starting: "الصحيفة قيد التشغيل.", maintenance: "الصحيفة مغلقة ريثما ننتهي من العمل عليها. لا يضيع شيء؛ عودوا بعد قليل من فضلكم.", trouble: "يتعذّر عرض هذه الصفحة الآن: هناك خلل من جهتنا ونحن نعالجه.", again: "تعيد هذه الصفحة المحاولة من تلقاء نفسها.", unread: "لم يُقرأ ما أرسلته. ارجع إلى الخلف: نصك ما زال هناك؛ أرسله من جديد حين نعود.", vain: "لم يُنفَّذ شيء مما أرسلته. ارجع إلى الخلف: نصك ما زال هناك؛ أرسله من جديد بعد قليل." },
};

const style =
  ":root{color-scheme:light dark}body{margin:0;min-block-size:100vh;display:grid;align-content:center;padding:1.5rem clamp(1.5rem,8vw,8rem);background:light-dark(#fdfcfa,#16181c);color:light-dark(#1b1e24,#eceae6);font:400 1.25rem/1.5 Georgia,'Times New Roman',serif}h1{margin:0;padding-block-start:1.2rem;border-block-start:3px solid;font-size:clamp(2.4rem,1.4rem + 4vw,4.4rem);line-height:1.05;font-weight:500;letter-spacing:-.02em;text-wrap:balance}:is([lang=fa],[lang=ar]) h1{letter-spacing:0;line-height:1.4}p{margin:1rem 0 0;max-inline-size:34em}";
/** The policy's name for the style of that page. */
export const closedStyle = `'sha256-${createHash("sha256").update(style).digest("base64")}'`;

/** The language of ours that a browser likes best; English where it knows none of them. */
export function likedLanguage(accepted: string | undefined): Language {
  const liked = (accepted ?? "")
    .split(",")
    .map((one, place) => {
      const [tag = "", ...rest] = one.trim().toLowerCase().split(";");
      const weight = Number(/q=([\d.]+)/.exec(rest.join(";"))?.[1] ?? 1);
      return { code: languageCodes.find((code) => tag === code || tag.startsWith(`${code}-`)), weight, place };
    })
    .sort((one, two) => two.weight - one.weight || one.place - two.place);
  return liked.find(({ code, weight }) => code && weight > 0)?.code ?? "en";
}

/** The page that stands in place of all others. It needs nothing but itself: no database, no file of the build. In answer to a form it does not look again by itself: that would take away the way back to what was typed. */
export function closedPage(why: Closed, language: Language, sent = false): string {
  const say = words[language];
  const refresh = sent ? "" : `<meta http-equiv="refresh" content="${comeAgain[why]}">`;
  return `<!doctype html><html lang="${language}" dir="${languages[language].direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">${refresh}<title>${say.title}</title><style>${style}</style></head><body><main><h1>${say.title}</h1><p>${say[why]}${sent || why === "maintenance" ? "" : ` ${say.again}`}</p>${sent ? `<p>${why === "trouble" ? say.vain : say.unread}</p>` : ""}</main></body></html>\n`;
}

/**
 * Answers any request while nobody is let in, or one that cannot be answered now: 503 with the time after which to come again, a page for those who read pages, a line for
 * programs. A `Retry-After` that is set already stays, and whoever may frame the page that was asked for may frame this one. The process itself lives, and says so at `/healthz`.
 */
export function answerClosed(why: Closed, request: IncomingMessage, response: ServerResponse, https: boolean): void {
  const path = (request.url ?? "/").split("?")[0] ?? "/";
  if (path === "/healthz") return void response.writeHead(200, { ...fileHeaders(https), "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" }).end("ok\n");
  const sent = request.method !== "GET" && request.method !== "HEAD";
  const asPage = (request.headers.accept ?? "").includes("text/html");
  const body = asPage ? closedPage(why, likedLanguage(request.headers["accept-language"]), sent) : `${words.en[why]}\n`;
  const policy = `default-src 'none'; style-src ${closedStyle}; base-uri 'none'; form-action 'none'; frame-ancestors ${framersOf(path)}`;
  response.writeHead(503, {
    ...fileHeaders(https),
    "Content-Security-Policy": policy,
    "Content-Type": `text/${asPage ? "html" : "plain"}; charset=utf-8`,
    "Content-Length": Buffer.byteLength(body),
    "Cache-Control": "no-store",
    "Retry-After": String(response.getHeader("Retry-After") ?? comeAgain[why]),
    Vary: "Accept, Accept-Language",
    // What is sent along is not read.
    ...(sent ? { Connection: "close" } : {}),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** As the page at this path has it where it can be shown. */
function framersOf(path: string): string {
  if (isEmbedded(path)) return "*";
  return previewPath.test(path) ? "'self'" : "'none'";
}

export type Closing = {
  isClosed(): boolean;
  /** Whom to tell at each look, also where nothing has changed since the last. */
  tell(whom: (closed: boolean) => void): void;
  stop(): void;
};

/** Watches whether somebody closed the paper by the file in the data folder. */
export function watchClosing(dataDir: string): Closing {
  const look = () => existsSync(join(dataDir, closingFile));
  let closed = look();
  let told: (closed: boolean) => void = () => undefined;
  const watch = setInterval(() => {
    closed = look();
    told(closed);
  }, lookMs);
  watch.unref();
  return {
    isClosed: () => closed,
    tell(whom) {
      told = whom;
    },
    stop: () => clearInterval(watch),
  };
}
