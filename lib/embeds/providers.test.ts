import { describe, expect, it } from "vitest";
import { type EmbedProvider, embedProviders } from "@/lib/content/blocks/embed";
import { facadeOf } from "@/lib/embeds/facade";
import { plainWords, wordsOfPost } from "@/lib/embeds/plain-words";
import { frameOrigins, insteadOf, providers, recognise } from "@/lib/embeds/providers";

const did = "did:plc:z72i7hdynmk6r22z27h6tvur";
const spotify = "4rOoJ6Egrf8K2IrywzwOMk";

const known: [address: string, provider: EmbedProvider, reference: string, url: string][] = [
  ["https://www.youtube.com/watch?v=abcdefghijk", "youtube", "abcdefghijk", "https://www.youtube.com/watch?v=abcdefghijk"],
  ["http://youtube.com/watch?v=abcdefghijk&feature=share&si=x", "youtube", "abcdefghijk", "https://www.youtube.com/watch?v=abcdefghijk"],
  ["youtu.be/abc-EFG_ijk", "youtube", "abc-EFG_ijk", "https://www.youtube.com/watch?v=abc-EFG_ijk"],
  ["https://youtu.be/abcdefghijk?t=90", "youtube", "abcdefghijk@90", "https://www.youtube.com/watch?v=abcdefghijk&t=90s"],
  ["https://www.youtube.com/watch?v=abcdefghijk&t=1h2m3s", "youtube", "abcdefghijk@3723", "https://www.youtube.com/watch?v=abcdefghijk&t=3723s"],
  ["https://www.youtube.com/watch?v=abcdefghijk&t=evil", "youtube", "abcdefghijk", "https://www.youtube.com/watch?v=abcdefghijk"],
  ["https://m.youtube.com/watch?v=abcdefghijk", "youtube", "abcdefghijk", "https://www.youtube.com/watch?v=abcdefghijk"],
  ["https://music.youtube.com/watch?v=abcdefghijk", "youtube", "abcdefghijk", "https://www.youtube.com/watch?v=abcdefghijk"],
  ["https://www.youtube.com/embed/abcdefghijk?autoplay=1", "youtube", "abcdefghijk", "https://www.youtube.com/watch?v=abcdefghijk"],
  ["https://www.youtube-nocookie.com/embed/abcdefghijk", "youtube", "abcdefghijk", "https://www.youtube.com/watch?v=abcdefghijk"],
  ["https://www.youtube.com/live/abcdefghijk", "youtube", "abcdefghijk", "https://www.youtube.com/watch?v=abcdefghijk"],
  ["https://www.youtube.com/shorts/abcdefghijk", "youtube", "shorts/abcdefghijk", "https://www.youtube.com/shorts/abcdefghijk"],
  ["https://vimeo.com/76979871", "vimeo", "76979871", "https://vimeo.com/76979871"],
  ["https://vimeo.com/76979871/0a1b2c3d4e", "vimeo", "76979871/0a1b2c3d4e", "https://vimeo.com/76979871/0a1b2c3d4e"],
  ["https://player.vimeo.com/video/76979871?h=0a1b2c3d4e", "vimeo", "76979871/0a1b2c3d4e", "https://vimeo.com/76979871/0a1b2c3d4e"],
  ["https://vimeo.com/channels/staffpicks/76979871", "vimeo", "76979871", "https://vimeo.com/76979871"],
  ["https://vimeo.com/groups/shortfilms/videos/76979871", "vimeo", "76979871", "https://vimeo.com/76979871"],
  ["https://x.com/skerry_quay/status/1234567890123456789", "x", "1234567890123456789", "https://x.com/skerry_quay/status/1234567890123456789"],
  ["https://twitter.com/skerry_quay/status/1234567890123456789?s=20&t=x", "x", "1234567890123456789", "https://x.com/skerry_quay/status/1234567890123456789"],
  ["https://mobile.twitter.com/skerry_quay/status/1234567890123456789/photo/1", "x", "1234567890123456789", "https://x.com/skerry_quay/status/1234567890123456789"],
  ["https://x.com/i/web/status/1234567890123456789", "x", "1234567890123456789", "https://x.com/i/status/1234567890123456789"],
  ["https://bsky.app/profile/halyard.example/post/3kabcdefghi2x", "bluesky", "halyard.example/3kabcdefghi2x", "https://bsky.app/profile/halyard.example/post/3kabcdefghi2x"],
  [`https://bsky.app/profile/${did}/post/3kabcdefghi2x`, "bluesky", `${did}/3kabcdefghi2x`, `https://bsky.app/profile/${did}/post/3kabcdefghi2x`],
  [`https://bsky.app/profile/${encodeURIComponent(did)}/post/3kabcdefghi2x`, "bluesky", `${did}/3kabcdefghi2x`, `https://bsky.app/profile/${did}/post/3kabcdefghi2x`],
  ["https://mastodon.social/@quay/110000000000000001", "mastodon", "mastodon.social/@quay/110000000000000001", "https://mastodon.social/@quay/110000000000000001"],
  ["https://social.port-ellery.example/@quay@mastodon.social/110000000000000001", "mastodon", "social.port-ellery.example/@quay@mastodon.social/110000000000000001", "https://social.port-ellery.example/@quay@mastodon.social/110000000000000001"],
  ["https://mastodon.social/users/quay/statuses/110000000000000001", "mastodon", "mastodon.social/@quay/110000000000000001", "https://mastodon.social/@quay/110000000000000001"],
  ["https://www.instagram.com/p/CabcDEF_12-/?igsh=x", "instagram", "p/CabcDEF_12-", "https://www.instagram.com/p/CabcDEF_12-/"],
  ["https://instagram.com/reel/CabcDEF_12-/", "instagram", "reel/CabcDEF_12-", "https://www.instagram.com/reel/CabcDEF_12-/"],
  ["https://www.instagram.com/skerry.quay/reel/CabcDEF_12-/", "instagram", "reel/CabcDEF_12-", "https://www.instagram.com/reel/CabcDEF_12-/"],
  ["https://www.tiktok.com/@skerry.quay/video/7212345678901234567?lang=en", "tiktok", "7212345678901234567", "https://www.tiktok.com/@skerry.quay/video/7212345678901234567"],
  ["https://datawrapper.dwcdn.net/aB3dE/4/", "datawrapper", "aB3dE/4", "https://datawrapper.dwcdn.net/aB3dE/4/"],
  ["https://datawrapper.dwcdn.net/aB3dE", "datawrapper", "aB3dE", "https://datawrapper.dwcdn.net/aB3dE/"],
  ["https://www.datawrapper.de/_/aB3dE/", "datawrapper", "aB3dE", "https://datawrapper.dwcdn.net/aB3dE/"],
  ["https://radio.example/files/night%20ferry.mp3", "audio", "file/https://radio.example/files/night%20ferry.mp3", "https://radio.example/files/night%20ferry.mp3"],
  ["https://radio.example/a.M4A?token=1#t=3", "audio", "file/https://radio.example/a.M4A?token=1", "https://radio.example/a.M4A?token=1"],
  ["https://radio.example/a.ogg", "audio", "file/https://radio.example/a.ogg", "https://radio.example/a.ogg"],
  [`https://open.spotify.com/intl-de/episode/${spotify}?si=x`, "audio", `spotify/episode/${spotify}`, `https://open.spotify.com/episode/${spotify}`],
  ["https://soundcloud.com/skerry-quay/the-last-boat", "audio", "soundcloud/skerry-quay/the-last-boat", "https://soundcloud.com/skerry-quay/the-last-boat"],
  ["https://podcasts.apple.com/gb/podcast/the-quay/id1234567890?i=1000612345678", "audio", "apple/gb/podcast/id1234567890/1000612345678", "https://podcasts.apple.com/gb/podcast/id1234567890?i=1000612345678"],
];

const unknown = [
  "", " ", "abcdefghijk", "https://", "/watch?v=abcdefghijk", "javascript:alert(1)//https://youtu.be/abcdefghijk", "data:text/html,https://youtu.be/abcdefghijk", "file:///etc/passwd.mp3",
  "https://youtube.com.evil.example/watch?v=abcdefghijk", "https://evil.example/https://www.youtube.com/watch?v=abcdefghijk", "https://evil.example?https://youtu.be/abcdefghijk", "https://notyoutube.com/watch?v=abcdefghijk", "https://www.youtube.com@evil.example/watch?v=abcdefghijk", "https://evil.example\\@youtu.be/abcdefghijk", "https://youtu.be:8080/abcdefghijk", "https://who:word@youtu.be/abcdefghijk", "https://youtu.be/abcdefghij", "https://youtu.be/abcdefghijkl", "https://www.youtube.com/watch?v=abc\"onload=x", "https://www.youtube.com/watch?v=abcdefghij%22", "https://www.youtube.com/@quay/1234567890123", "https://www.youtube.com/playlist?list=PLx", "https://www.youtube.com/redirect?q=https://evil.example",
  "https://vimeo.com/about", "https://vimeo.com/76979871/../evil", "https://vimeo.com/x/76979871", "https://player.vimeo.com/video/76979871?h=<script>",
  "https://x.com/skerry_quay", "https://x.com/skerry_quay/status/12345abc", "https://x.com/a-b/status/123", "https://t.co/abc", "https://x.com.evil.example/a/status/123",
  "https://bsky.app/profile/halyard.example", "https://bsky.app/profile/../post/3kabcdefghi2x", "https://bsky.app/profile/%2e%2e%2fevil/post/3kabcdefghi2x", "https://bsky.app/profile/halyard.example/post/../../x", "https://bsky.app/profile/%ff/post/3kabcdefghi2x",
  "http://mastodon.social/@quay/110000000000000001", "https://mastodon.social/@quay", "https://127.0.0.1/@quay/110000000000000001", "https://localhost/@quay/110000000000000001", "https://[::1]/@quay/110000000000000001", "https://mastodon.social:8443/@quay/110000000000000001", "https://mastodon.social/@<b>/110000000000000001",
  "https://www.instagram.com/skerry.quay/", "https://www.instagram.com/p/x/y/z", "https://www.instagram.com/p/%3Cscript%3E/", "https://vm.tiktok.com/ZMabc/", "https://www.tiktok.com/@skerry.quay", "https://www.tiktok.com/@skerry.quay/video/12", "https://datawrapper.dwcdn.net/aB3dE/4/5/", "https://datawrapper.dwcdn.net/toolong/", "https://www.datawrapper.de/blog/aB3dE",
  "http://radio.example/a.mp3", "https://radio.example/a.mp3/b", "https://radio.example/?file=a.mp3", "https://radio.example/a.mp3.exe", "https://10.0.0.1/a.mp3", "https://radio/a.mp3", "https://radio.example:444/a.mp3", "https://open.spotify.com/user/x", "https://soundcloud.com/a", "https://podcasts.apple.com/gb/genre/1",
  "<iframe src=\"https://www.youtube.com/embed/abcdefghijk\"></iframe>", `https://youtu.be/abcdefghijk?${"x".repeat(2000)}`, "https://youtu.be/abcdefghijk\nhttps://evil.example",
];

describe("an address that is pasted", () => {
  it.each(known)("%s is recognised", (address, provider, reference, url) => {
    expect(recognise(address)).toEqual({ provider, reference, url });
    expect(recognise(url), "its own address leads to the same").toEqual({ provider, reference, url });
  });
  it.each(unknown)("%j is nothing that we embed", (address) => {
    expect(recognise(address)).toBeNull();
  });
  it.each(["https://vm.tiktok.com/ZMabc/", "vt.tiktok.com/ZSabc", "https://www.tiktok.com/t/ZTabc/?k=1"])("%s cannot be read without asking, and it is said what to paste instead", (address) => {
    expect(recognise(address)).toBeNull();
    expect(insteadOf(address)).toContain("tiktok.com/@name/video/number");
  });
  it.each(["https://www.tiktok.com/@skerry.quay", "https://vm.tiktok.com/", "https://www.tiktok.com/@skerry.quay/video/7212345678901234567", "https://evil.example/t/ZTabc", "https://youtu.be/x", "no address"])("%s has no such advice", (address) => {
    expect(insteadOf(address)).toBeNull();
  });
});

describe("what a reader may load", () => {
  it.each(known)("of %s comes from an origin of the table, and nobody else's", (_, provider, reference, url) => {
    const facade = facadeOf({ provider, reference, url, width: null, height: null });
    if (provider === "mastodon") return expect(facade).toBeNull();
    const address = new URL(facade?.load.address ?? "");
    expect(address.protocol).toBe("https:");
    if (facade?.load.kind === "frame") expect(frameOrigins).toContain(address.origin);
    else expect(address.href).toBe(url);
  });
  it("has the provider's own way of leaving readers alone", () => {
    const address = (text: string) => {
      const found = recognise(text);
      return found && facadeOf({ ...found, width: null, height: null })?.load.address;
    };
    expect(address("https://youtu.be/abcdefghijk?t=90")).toBe("https://www.youtube-nocookie.com/embed/abcdefghijk?rel=0&start=90");
    expect(address("https://vimeo.com/76979871/0a1b2c3d4e")).toBe("https://player.vimeo.com/video/76979871?dnt=1&h=0a1b2c3d4e");
    expect(address("https://x.com/a/status/1")).toBe("https://platform.twitter.com/embed/Tweet.html?id=1&dnt=true");
  });
  it.each(embedProviders)("of a reference that %s never gave is nothing at all", (provider) => {
    for (const reference of ["", "../evil", "\"><script>", "abcdefghijk?autoplay=1", "x y", "file/javascript:alert(1).mp3", "file/https://a/b.mp3#\"", "spotify/../x", "toString/x", "__proto__/x"]) {
      const facade = facadeOf({ provider, reference, url: "https://radio.example/", width: null, height: null });
      expect(facade, reference).toBeNull();
    }
  });
  it("may run its own scripts but never reach the page around it", () => {
    const facade = facadeOf({ provider: "youtube", reference: "abcdefghijk", url: "https://www.youtube.com/watch?v=abcdefghijk", width: 480, height: 360 });
    expect(facade?.load).toMatchObject({ kind: "frame", sandbox: expect.not.stringMatching(/top-navigation|allow-modals|allow-forms|downloads/) });
    expect(facade).toMatchObject({ act: "play", ratio: 1.333, company: "Google", name: "YouTube" });
  });
});

it("nobody is asked for a snapshot but hosts of the table", () => {
  const hosts = known.flatMap(([, provider, reference, url]) => {
    const question = providers[provider].question({ reference, url });
    if (!question) return [];
    expect(providers[provider].asks({ reference, url }), question).toContain(new URL(question).hostname);
    return provider === "mastodon" ? [] : [new URL(question).hostname];
  });
  expect([...new Set(hosts)].sort()).toEqual(["api.datawrapper.de", "embed.bsky.app", "open.spotify.com", "publish.x.com", "soundcloud.com", "vimeo.com", "www.tiktok.com", "www.youtube.com"]);
});

describe("the words of a post", () => {
  it("are those of its paragraphs, lines kept, as plain text", () => {
    expect(wordsOfPost('<blockquote class="twitter-tweet"><p lang="en" dir="ltr">The boat is late.<br>Again &amp; again. <a href="https://t.co/x">pic.twitter.com/x</a></p>&mdash; Quay (@quay) <a href="#">Nov 1</a></blockquote><script async src="x"></script>')).toBe("The boat is late.\nAgain & again. pic.twitter.com/x");
  });
  it("can spell markup without being any", () => {
    expect(plainWords("<p>&lt;script&gt;alert(1)&lt;/script&gt; <b onclick=x>bold</b> &#x1F6A2; &#0; &#xD800; &unknown;</p><script>evil()</script><style>p{}</style>")).toBe("<script>alert(1)</script> bold 🚢 &unknown;");
  });
  it("are read at once, whatever a provider sends", () => {
    for (const odd of ["<p>", "<p", "<script", "&", "</p> ", "<"]) expect(wordsOfPost(odd.repeat(50_000)).length).toBeLessThan(2001);
  });
});
