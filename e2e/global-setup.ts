import { browserFlags, findBrowser } from "./browser.mjs";
import { forget, startNewsroom } from "./newsroom";

/** One newsroom for all journeys; each works on stories and people of its own. */
export default async function setup(): Promise<() => Promise<void>> {
  const browser = await findBrowser();
  Object.assign(process.env, browser.env, { STANDFIRST_BROWSER: browser.executablePath, STANDFIRST_BROWSER_FLAGS: JSON.stringify(browserFlags) });
  const newsroom = await startNewsroom();
  process.env.STANDFIRST_ORIGIN = newsroom.origin;
  process.env.STANDFIRST_LOGINS = JSON.stringify(newsroom.logins);
  return async () => {
    await newsroom.stop();
    forget(newsroom);
  };
}
