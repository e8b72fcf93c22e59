// Who may import whom (docs/architecture). Features are never listed: a feature is whatever folder of lib/ is not one of these.
const ground = "kernel|core|policy|content|web|collab|jobs";
const feature = `^lib/(?!(?:${ground})/)[^/]+/`;
const outside = "^(?:app|components|server|scripts|e2e)/";
// A type leaves nothing behind in the program; what must not even be known is said without this.
const really = { dependencyTypesNot: ["type-only"] };

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "kernel-imports-nothing-of-ours",
      severity: "error",
      from: { path: "^lib/kernel/" },
      to: { path: "^(?:app|components|db|server|scripts|e2e)/|^lib/(?!kernel/)" },
    },
    {
      name: "the-database-knows-no-feature",
      severity: "error",
      from: { path: "^db/", pathNot: "^db/testing/" },
      to: { path: `${outside}|^lib/(?!kernel/)`, ...really },
    },
    {
      name: "content-stands-on-the-kernel",
      severity: "error",
      from: { path: "^lib/content/" },
      to: { path: `${outside}|^db/(?!vocabulary)|^lib/(?!(?:kernel|content)/)`, ...really },
    },
    {
      name: "policy-stands-below-the-features",
      severity: "error",
      from: { path: "^lib/policy/" },
      to: { path: `${outside}|^db/(?!vocabulary)|^lib/(?!(?:kernel|content|policy)/)`, ...really },
    },
    {
      name: "core-stands-below-the-features",
      severity: "error",
      from: { path: "^lib/core/" },
      to: { path: `${outside}|${feature}|^lib/(?:web|collab|jobs)/`, ...really },
    },
    {
      name: "one-door-to-the-outside",
      severity: "error",
      comment: "Requests that leave the program go through lib/core/safe-fetch.ts: it alone judges where they lead. What the operator names in the environment goes through named-service.ts.",
      from: { path: "^(?:app|components|db|lib|server)/", pathNot: "^lib/core/(?:safe-fetch|named-service)\\.ts$" },
      to: { path: "(?:^|/)node_modules/undici/|^(?:node:)?(?:https|http2|tls|dgram)$" },
    },
    {
      name: "one-door-for-mail",
      severity: "error",
      comment: "Whatever is mailed is queued (lib/mail/queue-mail.ts); lib/mail/mailer.ts alone speaks to a mail server.",
      from: { path: "^(?:app|components|db|lib|server)/", pathNot: "^lib/mail/mailer\\.ts$|^db/testing/" },
      to: { path: "(?:^|/)node_modules/nodemailer/" },
    },
    {
      name: "the-domain-knows-no-web",
      severity: "error",
      comment: "lib/<feature> runs in the web, the collaboration and the worker service alike.",
      from: { path: "^lib/(?!web/)" },
      to: { path: `${outside}|^lib/web/`, ...really },
    },
    {
      name: "only-web-and-app-know-next",
      severity: "error",
      comment: "The server starts Next; nothing else outside lib/web and app may know that it is there.",
      from: { path: "^(?:lib|db|components|server)/", pathNot: "^lib/web/|^server/application\\.ts$" },
      to: { path: "(?:^|/)node_modules/(?:@types/)?next/" },
    },
    {
      name: "the-domain-knows-no-react",
      severity: "error",
      from: { path: "^(?:lib/(?!web/)|db/)" },
      to: { path: "(?:^|/)node_modules/(?:@types/)?react(?:-dom)?/" },
    },
    {
      name: "server-only-belongs-to-web",
      severity: "error",
      comment: "It throws in plain Node.",
      from: { pathNot: "^(?:lib/web|app)/" },
      to: { path: "(?:^|/)node_modules/server-only/|^server-only$" },
    },
    {
      name: "no-feature-runs-a-neighbour's-command",
      severity: "error",
      comment: "That happens through an event and a job. lib/imports alone may run other features' commands.",
      from: { path: "^lib/([^/]+)/", pathNot: "^lib/(?:imports|web|collab|jobs)/" },
      to: { path: "^lib/[^/]+/commands/", pathNot: "^lib/$1/" },
    },
    {
      name: "the-web-layer-stands-below-the-pages",
      severity: "error",
      from: { path: "^lib/web/" },
      to: { path: "^(?:app|components|server)/", ...really },
    },
    {
      name: "components-show-what-they-are-given",
      severity: "error",
      comment: "A component gets a view model; it reads nothing and changes nothing by itself.",
      from: { path: "^components/" },
      to: { path: "^(?:app|server|scripts|e2e)/|^db/(?!vocabulary)|^lib/(?:core|web|collab|jobs)/|^lib/[^/]+/(?:reads|commands|jobs)/", ...really },
    },
    {
      name: "pages-do-not-touch-the-database",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "^(?:server|scripts|e2e)/|^db/(?!vocabulary)|^lib/[^/]+/jobs/", ...really },
    },
    {
      name: "commands-are-called-by-actions-and-routes",
      severity: "error",
      from: { path: "^app/", pathNot: "/(?:actions|route)\\.tsx?$" },
      to: { path: "^lib/[^/]+/commands/", ...really },
    },
    {
      name: "the-server-knows-no-page",
      severity: "error",
      from: { path: "^(?:server|lib/(?:collab|jobs))/" },
      to: { path: "^(?:app|components|lib/web)/", ...really },
    },
    {
      name: "the-reader-never-reaches-the-editor",
      severity: "error",
      from: { path: "^app/\\(reader\\)/|^app/_reader/|^components/reader/" },
      to: { path: "^components/desk/|^lib/collab/|(?:^|/)node_modules/@hocuspocus/", reachable: true },
    },
    {
      name: "the-editor's-blocks-validate-nothing",
      severity: "error",
      comment: "They open with every story; what judges stored JSON comes with the paste, and to the server (docs/performance.md).",
      from: { path: "^lib/content/(?:blocks/|schema\\.ts$|limits\\.ts$)", pathNot: "\\.test\\.ts$" },
      to: { path: "^lib/content/(?:stored/|document\\.ts$)|(?:^|/)node_modules/zod/", ...really },
    },
    { name: "no-circle", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    // The build makes the server's bundle, and Next knows "server-only" without a package.
    { name: "everything-imported-is-there", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: "^(?:\\.\\./\\.build/|server-only$)" } },
    {
      name: "what-runs-is-a-dependency",
      severity: "error",
      comment: "A package that the program needs when it runs stands under dependencies.",
      from: { path: "^(?:app|components|db|lib|server)/", pathNot: "/testing/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only", "npm"] },
    },
  ],
  options: {
    // TypeScript 7 has no parser to lend yet; without another one nothing would be looked at (lib/conventions.test.ts makes sure).
    parser: "swc",
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\.test\\.tsx?$|^\\.next/|^data/|^e2e/.*\\.d\\.mts$" },
    enhancedResolveOptions: { conditionNames: ["import", "require", "node", "default", "types"], exportsFields: ["exports"] },
  },
};
