/** The walls of the house (design §3), each with words that say what to do instead. */
const moduleFolder = '^src/modules/([^/]+)/';
const demoOrTest = `${moduleFolder}(demo/|.*\\.test\\.tsx?$)`;

module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      severity: 'error',
      comment: 'Two files need each other: take out what both need into a third.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'modules-talk-through-index',
      severity: 'error',
      comment: 'Another module is used through its index.ts only. Export what you need there, with a docstring.',
      from: { path: moduleFolder, pathNot: demoOrTest },
      to: { path: moduleFolder, pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$'] },
    },
    {
      name: 'demos-share-the-cast',
      severity: 'error',
      comment:
        'Demo data and tests use another module through its index.ts, or play with its demo/cast.ts: the invented people and units ' +
        'that every demo must name alike. They are no part of what a module offers, so they do not stand in its index.ts.',
      from: { path: demoOrTest },
      to: { path: moduleFolder, pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/(index|demo/cast)\\.ts$'] },
    },
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      comment: 'The platform has no business words: give it a port and fill it in the module.',
      from: { path: '^src/platform/' },
      to: { path: '^src/(modules|start)/' },
    },
    {
      name: 'backup-is-a-room-of-its-own',
      severity: 'error',
      comment: 'What shows or schedules backups is handed the port of src/platform/backups; only src/modules.ts, commands and the start know the room that makes them.',
      from: { path: '^src/(modules|platform|ui|paper|thai|adapters)/' },
      to: { path: '^src/backup/' },
    },
    {
      name: 'backup-knows-no-module',
      severity: 'error',
      comment: 'A backup reads the catalogue of the database, so that a new module is in it without being told: it needs nothing of modules, pages or the start.',
      from: { path: '^src/backup/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/(modules|modules\\.ts|start|commands|ui|adapters)' },
    },
    {
      name: 'ui-knows-no-data',
      severity: 'error',
      comment: 'Components are pure: hand data in as props.',
      from: { path: '^src/ui/' },
      to: { path: '^src/(modules|platform|paper|adapters|start)/' },
    },
    {
      name: 'thai-is-pure',
      severity: 'error',
      comment: 'src/thai has no I/O and knows nothing of the house.',
      from: { path: '^src/thai/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^src/thai/' },
    },
    {
      name: 'paper-knows-no-module',
      severity: 'error',
      comment: 'A document is printed from its data; the module makes that data.',
      from: { path: '^src/paper/' },
      to: { path: '^src/(modules|platform/(http|db|jobs)|adapters|start)/' },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'domain/ holds rules without I/O: hand in what it needs.',
      from: { path: '^src/modules/[^/]+/domain/', pathNot: '(\\.test\\.ts$|/testing/)' },
      to: { pathNot: ['^src/modules/[^/]+/domain/', '^src/thai/', '^src/platform/(result|clock|words)\\.ts$', '^src/platform/access/(actor|role)\\.ts$', '^src/platform/tables/(table|cells)\\.ts$', '^node_modules/(zod|diff)/'] },
    },
    {
      name: 'outside-effects-are-jobs',
      severity: 'error',
      comment: 'Only jobs.ts talks to the outside (design rule 9): enqueue a job in the transaction instead.',
      from: { path: '^src/(modules|platform)/', pathNot: '(jobs(\\.ts|/)|\\.test\\.tsx?$|send-mail-job\\.ts$)' },
      to: { path: '^src/adapters/' },
    },
    {
      name: 'features-have-no-io',
      severity: 'error',
      comment: 'Pages, actions and stores use the services they are given.',
      from: { path: '^src/modules/[^/]+/(features/|store)', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(node:)?(fs|net|http|https|child_process|dgram)(/|$)' },
    },
    {
      name: 'unsafe-is-listed',
      severity: 'error',
      comment: 'unsafe… skips the actor: only the places named here may import it.',
      from: { pathNot: '^src/(platform/jobs|start)/|\\.test\\.tsx?$' },
      to: { path: '/unsafe[^/]*\\.ts$' },
    },
    {
      name: 'tests-stay-outside',
      severity: 'error',
      comment: 'The product does not import tests.',
      from: { path: '^src/', pathNot: '(\\.test\\.tsx?$|/testing/)' },
      to: { path: '(\\.test\\.tsx?$|^tests/|/testing/)' },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      comment: 'The import leads nowhere.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.krom)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
