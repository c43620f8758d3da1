/**
 * Who may import whom: downwards only, and never from one domain into another. Every folder of lib that is none of the shared
 * ones is a domain: derived, so that a new one has walls from its first file.
 */
const shared = 'core|web|server|outside|flows|import';
const domain = `^lib/(?!(?:${shared})/)([a-z-]+)/`;
const anyDomain = `^lib/(?!(?:${shared})/)[a-z-]+/`;
const actions = '^app/actions/';
const program = '^(app|components|lib|server\\.ts)';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule(
      'core-stands-alone',
      'lib/core imports nothing of ours but the messages',
      { path: '^lib/core/', pathNot: '\\.test\\.tsx?$' },
      { path: '^(app|components|lib|prisma|scripts|tests|server)', pathNot: '^lib/core/' },
    ),
    rule(
      'outside-knows-core',
      'an adapter knows lib/core only',
      { path: '^lib/outside/' },
      { path: '^(app|components|lib)/', pathNot: '^lib/(core|outside)/' },
    ),
    rule(
      'domain-keeps-to-itself',
      'a domain imports itself, lib/core, lib/outside and what another one publishes',
      { path: domain, pathNot: '\\.test\\.tsx?$' },
      {
        path: '^(app|components|lib)/',
        pathNot: '^lib/((core|outside|$1)/|[a-z-]+/published\\.ts$|(paths|permissions)\\.ts$)',
      },
    ),
    rule(
      'published-stands-alone',
      'what a domain publishes is fields and conditions: it imports types of the database, moments, and what others publish',
      { path: `${domain}published\\.ts$` },
      { path: '^(app|components|lib)/', pathNot: '^lib/core/(prisma-client/|time\\.ts$)|^lib/[a-z-]+/published\\.ts$' },
    ),
    rule(
      'actions-call-their-domain',
      'an action imports lib/web, flows and its own domain',
      { path: '^app/actions/([a-z-]+)\\.' },
      { path: '^(app|components|lib)/', pathNot: '^lib/((core|web|flows|$1)/|paths\\.ts$)' },
    ),
    rule(
      'flows-use-domains',
      'a flow or an importer imports commands, queries and policies, never actions, endpoints or pages',
      { path: '^lib/(flows|import)/', pathNot: '\\.test\\.tsx?$' },
      { path: ['^(app|components)/', '^lib/(web|server)/'] },
    ),
    rule(
      'server-needs-no-web',
      'lib/server is what runs before Next, and imports nothing of lib/web',
      { path: '^lib/server/', pathNot: '\\.test\\.tsx?$' },
      { path: '^lib/web/' },
    ),
    rule(
      'web-and-server-import-no-page',
      'lib/web and lib/server import no page, no view and no action',
      { path: '^lib/(web|server)/' },
      { path: '^(app|components)/' },
    ),
    rule(
      'views-call-actions',
      'a view imports views, lib/core, actions, schemas, policies, lists as declared, what the browser reckons itself, and on the server the brand, the areas that are on, the pages that are linked and whether payments are tried; of queries the types only',
      { path: '^components/', pathNot: '\\.test\\.tsx?$' },
      {
        path: '^(app|lib)/',
        pathNot: `^lib/core/|${actions}|${anyDomain}(schema|choices|policy|list|ideas-view|draw|ledger)(\\.ts$|/)|^lib/(paths|domains|domains-acts|domains-menu|permissions)\\.ts$|^lib/web/(areas|brand|calendar|i18n|outcome|pages|tries-payments)\\.ts$`,
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule(
      'views-reach-no-server',
      'what the browser may load opens no database and reads no setting',
      { path: '^components/', pathNot: '\\.test\\.tsx?$' },
      {
        path: '^lib/core/(db|env|settings|keys|log|limits|jobs|outbox|listen|audit|context|current-brand)\\.ts$|^lib/core/prisma-client/(?!enums|browser)',
      },
    ),
    rule(
      'nobody-imports-pages',
      'pages are at the top',
      { path: '^(components|lib|prisma|server)' },
      { path: '^app/', pathNot: actions },
    ),
    rule('lib-draws-nothing', 'lib knows no view', { path: '^(lib|prisma)/' }, { path: '^components/' }),
    rule(
      'only-web-knows-next',
      'lib/web knows Next, and of lib/server the thread and the process of the pages, the session token and the workarounds',
      { path: '^lib/', pathNot: '^lib/(web/|server/(pages-thread|dev-pages|token|next-quirks/))' },
      { path: '^node_modules/(next|next-auth)/' },
    ),
    rule(
      'slow-work-apart',
      'what takes long is done by lib/outside/slow, in processes of their own, and by importers',
      {
        path: program,
        pathNot:
          '\\.test\\.tsx?$|^lib/core/(markdown|sanitize)/|^lib/outside/(slow/|storage/(images|emblem|draw-icon|tint)\\.ts$)|^lib/import/',
      },
      {
        path: [
          '^node_modules/(markdown-it|sanitize-html|parse5|sharp|@node-rs/argon2)/',
          '^lib/core/markdown/render-markdown\\.ts$',
          '^lib/core/sanitize/sanitize-user-html\\.ts$',
          '^lib/outside/storage/(images|emblem|draw-icon|tint)\\.ts$',
          '^lib/outside/slow/tasks\\.ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule(
      'no-tests-in-the-program',
      'the program imports no test, no script and no seed',
      { path: program, pathNot: '\\.test\\.tsx?$' },
      { path: ['^(tests|scripts|prisma/seed)/', '\\.test\\.tsx?$'] },
    ),
    rule(
      'guarantees-are-for-tests',
      'the program does not read the rows by which tests judge it',
      { path: program, pathNot: '\\.test\\.tsx?$|^lib/(?!core/)[a-z-]+/(access|crowd)\\.ts$' },
      { path: '^lib/[a-z-]+/(access|crowd)\\.ts$' },
    ),
    rule(
      'no-developers-packages',
      'the program runs without devDependencies',
      { path: program, pathNot: '\\.test\\.tsx?$' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only'], pathNot: '^node_modules/@types/' },
    ),
    rule(
      'no-undeclared-packages',
      'what is imported is named in package.json',
      { path: `${program}|^(prisma|scripts)/` },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    rule(
      'no-circles',
      'no file imports itself by a detour, by types neither',
      { path: `${program}|^(prisma/seed|scripts|tests|messages)/` },
      { circular: true },
    ),
    rule(
      'found',
      'every import leads somewhere',
      { path: `${program}|^(prisma|scripts|tests)/` },
      { couldNotResolve: true, pathNot: '^server-only$' },
    ),
  ],
  options: {
    parser: 'tsc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', '^lib/core/prisma-client/'] },
    exclude: { path: ['^\\.next', '\\.css$', '^tests/e2e/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js', '.json'],
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
