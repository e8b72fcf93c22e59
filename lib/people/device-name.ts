/** Which browser calls itself what: those first that also call themselves like others. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|Chromium|CriOS|HeadlessChrome)\//, "Chrome"],
  [/\bVersion\/.*\bSafari\//, "Safari"],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bMacintosh\b/, "Mac"],
  [/\bLinux\b/, "Linux"],
];

const named = (list: readonly (readonly [RegExp, string])[], userAgent: string) => list.find(([sign]) => sign.test(userAgent))?.[1];

/** A device as its owner would know it, by names that are the same in every language: "Firefox · Windows"; empty where its browser says nothing that is known. Browsers are made up to say much that is not true, so this is a help and no proof. */
export function deviceName(userAgent: string): string {
  return [named(browsers, userAgent), named(systems, userAgent)].filter((name) => name !== undefined).join(" · ");
}
