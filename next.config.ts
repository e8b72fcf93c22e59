import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  // Our own server compresses, tags and caches; Next only renders.
  compress: false,
  generateEtags: false,
  productionBrowserSourceMaps: false,
  reactStrictMode: true,
  // The file by which search engines know that it is the paper that tells them (indexnow.org): its name is a secret made by the program.
  rewrites: async () => [{ source: "/:key([0-9a-f]{32}).txt", destination: "/.well-known/:key.txt" }],
  // Metadata belongs in the head for everybody, also on dynamic pages.
  htmlLimitedBots: /.*/,
  // One copy of each in the process: the server has loaded them already.
  serverExternalPackages: [
    ...["core", "pm", "extension-blockquote", "extension-bold", "extension-document", "extension-heading", "extension-italic", "extension-list", "extension-paragraph", "extension-text", "extension-unique-id"].map((name) => `@tiptap/${name}`),
    ...["model", "state", "transform", "view", "schema-list", "commands", "keymap"].map((name) => `prosemirror-${name}`),
    "yjs", "y-protocols", "@tiptap/y-tiptap", "@hocuspocus/server", "@node-rs/argon2", "sharp", "exifreader", "postgres", "pg-boss", "pg", "pino", "ws", "mammoth", "linkedom",
  ],
};

export default config;
