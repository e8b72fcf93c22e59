/** Who may import whom (docs/architecture). Captured groups, never lists of features: a new feature is under the rules from its first file. */
const machinery = "kernel|core|policy|content|web|jobs|collab|imports|settings";
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    { name: "kernel-imports-nothing-of-ours", severity: "error", from: { path: "^lib/kernel/" }, to: { path: "^(app|components|db|server|lib/(?!kernel/))" } },
    { name: "db-knows-no-feature", severity: "error", from: { path: "^db/", pathNot: "^db/testing/|[.]test[.]" }, to: { path: "^(app|components|server|lib/(?!kernel/|content/))" } },
    { name: "the-domain-does-not-know-next", severity: "error", from: { path: "^lib/", pathNot: "^lib/web/" }, to: { path: "^(lib/web/|app/|components/|server/)|^node_modules/next/" } },
    { name: "components-do-no-work", severity: "error", from: { path: "^components/" }, to: { path: "^(app|server)/|^lib/(web|core|policy)/|^lib/[^/]+/commands/|^db/(?!vocabulary|schema)" } },
    { name: "features-run-their-own-commands", severity: "error", from: { path: "^lib/([^/]+)/", pathNot: `^lib/(${machinery})/|[.]test[.]` }, to: { path: "^lib/[^/]+/commands/", pathNot: "^lib/$1/commands/" } },
    { name: "reader-never-reaches-the-editor", severity: "error", from: { path: "^components/reader/" }, to: { path: "^components/desk/", reachable: true } },
    { name: "app-does-not-touch-the-database", severity: "error", from: { path: "^app/" }, to: { path: "^db/(?!vocabulary|schema)" } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(node_modules|[.]next|data)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    parser: "swc",
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json"] },
  },
};
