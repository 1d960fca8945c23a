// `npm run new:module -- surveys --th "แบบสำรวจ" --en "Surveys"`: a module of the house's shape that works at once: a list,
// a form that adds to it, a table behind row-level security, the API, a test. Then change it into what it shall be.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root as here } from './tools.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { th: { type: 'string' }, en: { type: 'string' }, root: { type: 'string', default: here } } });
const [name = ''] = positionals;
const { th, en, root } = values;
const stop = (words) => {
  console.error(words);
  process.exit(2);
};
if (!/^[a-z]{3,30}$/.test(name) || !th || !en) stop('npm run new:module -- surveys --th "แบบสำรวจ" --en "Surveys"\n  The name: 3 to 30 small letters, one word, the field\'s term (docs/glossary.md).');
const folder = path.join(root, 'src/modules', name);
if (existsSync(folder)) stop(`src/modules/${name} is there already.`);
const list = path.join(root, 'src/modules.ts');
const modules = readFileSync(list, 'utf8');
const anchor = '  meetingsModule,\n';
if (!modules.includes(anchor)) stop('src/modules.ts has no place for a new module any more: see the list of `working` modules and mend scripts/new-module.mjs.');

const taken = readdirSync(path.join(root, 'db/migrations')).map((file) => Number(file.slice(0, 4)));
const number = String((Math.floor(Math.max(...taken) / 100) + 1) * 100).padStart(4, '0');
const camel = `${name}Module`;

const files = {
  [`db/migrations/${number}_${name}_entries.sql`]: `-- ${en}: the first table. Everything that holds matters of people or units is behind row-level security.
create schema ${name};
grant usage on schema ${name} to krom_app;

create table ${name}.entry (
  id bigint generated always as identity primary key,
  unit_id int not null references organisation.unit,
  title text not null check (length(title) between 1 and 200),
  note text not null default '',
  created_by int not null,
  created_at timestamptz not null default platform.legal_now()
);
create index entry_unit on ${name}.entry (unit_id, id desc);
alter table ${name}.entry enable row level security;
create policy entry_own on ${name}.entry for select to krom_app using (unit_id = any((select platform.principals())::int[]) or (select platform.is_system()));
create policy entry_add on ${name}.entry for insert to krom_app with check (unit_id = any((select platform.principals())::int[]) or (select platform.is_system()));
grant select, insert on ${name}.entry to krom_app;
`,
  [`src/modules/${name}/README.md`]: `# ${name}: ${th}

What this module is for, in two sentences.

| address | what | permission |
|---|---|---|
| \`/${name}\` | the list of one's own unit | \`${name}.read\` |
| \`/${name}/new\` | add an entry | \`${name}.add\` |

**States.** None yet: an entry is added and read.

Another module uses this one through an \`index.ts\` (make it when somebody needs it).
`,
  [`src/modules/${name}/messages.ts`]: `import { defineMessages } from '../../platform/words.ts';

export const messages = defineMessages({
  th: {
    module: '${th}',
    read: 'ดู${th}',
    mayAdd: 'เพิ่มรายการใน${th}',
    title: 'ชื่อรายการ',
    note: 'รายละเอียด',
    when: 'เพิ่มเมื่อ',
    none: 'ยังไม่มีรายการ',
    add: 'เพิ่มรายการ',
    added: 'เพิ่มแล้ว',
    back: 'กลับ',
    noUnit: 'ท่านยังไม่มีหน่วยงานในระบบ จึงเพิ่มรายการไม่ได้ ติดต่อผู้ดูแลบุคลากร',
  },
  en: {
    module: '${en}',
    read: 'See ${en.toLowerCase()}',
    mayAdd: 'Add to ${en.toLowerCase()}',
    title: 'Title',
    note: 'Details',
    when: 'Added',
    none: 'Nothing here yet',
    add: 'Add an entry',
    added: 'Added',
    back: 'Back',
    noUnit: 'You have no unit yet, so nothing can be added. Ask whoever keeps the people',
  },
});
`,
  [`src/modules/${name}/acts.ts`]: `import type { Words } from '../../platform/words.ts';

/** Acts that this module writes to the trail, as an auditor reads them. */
export const acts: Readonly<Record<string, Words>> = {
  '${name}.entry-added': { th: 'เพิ่มรายการใน${th}', en: 'Added an entry to ${en.toLowerCase()}' },
};
`,
  [`src/modules/${name}/store/entries.ts`]: `import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';

export interface Entry {
  readonly id: number;
  readonly title: string;
  readonly note: string;
  readonly createdAt: Date;
}

/** Entries that the actor may see, newest first; \`before\` is the id of the last one already seen. */
export async function listEntries(tx: ReadTx, page: { before?: number | undefined; limit: number }): Promise<Entry[]> {
  const { rows } = await sql<Entry>\`select id::int, title, note, created_at as "createdAt" from ${name}.entry
    where id < coalesce(\${page.before ?? null}::bigint, 9223372036854775807) order by id desc limit \${page.limit}::int\`.execute(tx.db);
  return rows;
}

/** Adds an entry of a unit and gives its id. */
export async function addEntry(tx: Tx, entry: { unitId: number; title: string; note: string }): Promise<number> {
  const { rows } = await sql<{ id: number }>\`insert into ${name}.entry (unit_id, title, note, created_by)
    values (\${entry.unitId}, \${entry.title}, \${entry.note}, \${tx.actor.id}) returning id::int\`.execute(tx.db);
  return (rows[0] as { id: number }).id;
}
`,
  [`src/modules/${name}/features/list-entries/page.tsx`]: `import { z } from 'zod';
import { definePage } from '../../../../platform/http/define.ts';
import { ok } from '../../../../platform/result.ts';
import { momentWords } from '../../../../platform/when.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { messages } from '../../messages.ts';
import { listEntries } from '../../store/entries.ts';

const pageSize = 50;

export const entriesPage = definePage({
  path: '/${name}',
  permission: '${name}.read',
  query: z.object({ before: z.coerce.number().int().positive().optional().catch(undefined) }),
  async load(tx, { query }) {
    const found = await listEntries(tx, { before: query.before, limit: pageSize + 1 });
    return ok({ entries: found.slice(0, pageSize), more: found.length > pageSize });
  },
  title: (_data, ui) => ui.text(messages.words('module')),
  view({ entries, more }, ui) {
    const t = messages.in(ui.lang);
    return (
      <>
        <PageHead title={t('module')} actions={ui.can('${name}.add') ? <ButtonLink kind="main" href="/${name}/new">{t('add')}</ButtonLink> : undefined} />
        <Table
          caption={t('module')} captionHidden rows={entries} rowKey={(row) => String(row.id)} empty={<EmptyState title={t('none')} />}
          columns={[
            { key: 'title', head: t('title'), kind: 'main', cell: (row) => row.title },
            { key: 'note', head: t('note'), kind: 'wide', cell: (row) => row.note },
            { key: 'when', head: t('when'), kind: 'nowrap', cell: (row) => momentWords(ui.lang, row.createdAt) },
          ]}
        />
        <Pager print {...(more ? { next: { href: \`/${name}?before=\${entries.at(-1)?.id}\` } } : {})} />
      </>
    );
  },
});
`,
  [`src/modules/${name}/features/add-entry/form.ts`]: `import { text, textarea } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { messages } from '../../messages.ts';

export const entryForm = defineForm({
  title: text({ label: messages.words('title'), max: 200 }),
  note: textarea({ label: messages.words('note'), max: 2000, optional: true }),
});
`,
  [`src/modules/${name}/features/add-entry/page.tsx`]: `import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import { ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { messages } from '../../messages.ts';
import { entryForm } from './form.ts';

export const addEntryPage = definePage({
  path: '/${name}/new',
  permission: '${name}.add',
  load: async () => ok({}),
  title: (_data, ui) => ui.text(messages.words('add')),
  view(_data, ui) {
    const t = messages.in(ui.lang);
    const common = { ui, action: '/${name}/new', form: entryForm };
    return (
      <>
        <PageHead title={t('add')} crumbs={[{ label: t('module'), href: '/${name}' }, { label: t('add') }]} />
        <ActionForm {...common} class="form">
          <FormField {...common} name="title" />
          <FormField {...common} name="note" />
          <ButtonRow><Button kind="main">{t('add')}</Button><ButtonLink kind="quiet" href="/${name}">{t('back')}</ButtonLink></ButtonRow>
        </ActionForm>
      </>
    );
  },
});
`,
  [`src/modules/${name}/features/add-entry/action.ts`]: `import { defineAction } from '../../../../platform/http/define.ts';
import { fail, ok } from '../../../../platform/result.ts';
import { messages } from '../../messages.ts';
import { addEntry } from '../../store/entries.ts';
import { entryForm } from './form.ts';
import { addEntryPage } from './page.tsx';

export const addEntryAction = defineAction({
  path: '/${name}/new',
  permission: '${name}.add',
  form: entryForm,
  page: addEntryPage,
  async run(tx, { input, actor }) {
    if (actor.unitId === undefined) return fail('NO_UNIT', messages.words('noUnit'));
    const id = await addEntry(tx, { unitId: actor.unitId, title: input.title, note: input.note ?? '' });
    return ok({ audit: { action: '${name}.entry-added', subject: { type: '${name}.entry', id }, unitId: actor.unitId }, goTo: '/${name}', flash: messages.words('added') });
  },
});
`,
  [`src/modules/${name}/api.ts`]: `import { z } from 'zod';
import { apiOfPage, type ModuleApi } from '../../platform/http/api-contract.ts';
import { instant, list, next, shape } from '../../platform/http/api-shapes.ts';
import { entriesPage } from './features/list-entries/page.tsx';

export const api: ModuleApi = {
  reads: [
    apiOfPage(entriesPage, {
      summary: { th: '${th}', en: '${en}' },
      answer: shape({ items: list(shape({ id: z.int(), title: z.string(), note: z.string(), createdAt: instant })), next }),
      of: ({ entries, more }, reading) => ({ items: entries, next: reading.next(more ? { before: entries.at(-1)?.id ?? 0 } : undefined) }),
    }),
  ],
  writes: { '/${name}/new': { th: 'เพิ่มรายการ', en: 'Add an entry' } },
  none: { 'GET /${name}/new': 'an empty form: the call that adds says what it takes' },
};
`,
  [`src/modules/${name}/module.ts`]: `import type { KromModule } from '../../platform/module.ts';
import { acts } from './acts.ts';
import { api } from './api.ts';
import { addEntryAction } from './features/add-entry/action.ts';
import { addEntryPage } from './features/add-entry/page.tsx';
import { entriesPage } from './features/list-entries/page.tsx';
import { messages } from './messages.ts';

export const ${camel}: KromModule = {
  name: '${name}',
  title: messages.words('module'),
  permissions: [
    { key: '${name}.read', words: messages.words('read'), roles: ['staff'] },
    { key: '${name}.add', words: messages.words('mayAdd'), roles: ['clerk', 'unit-head'] },
  ],
  routes: [entriesPage, addEntryPage, addEntryAction],
  nav: [{ group: 'work', order: 500, label: messages.words('module'), href: '/${name}', permission: '${name}.read' }],
  acts,
  api,
};
`,
  [`src/modules/${name}/${name}.test.ts`]: `import { expect, test } from 'vitest';
import { useApp } from '../../../tests/support/app.ts';

const house = useApp();

test('who may adds an entry; the own unit sees it, another unit does not', async () => {
  const head = await house.as('head.kpr');
  const answer = await head.post('/${name}/new', { title: 'รายการแรก', note: '' });
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/${name}']);
  expect((await head.get('/${name}')).body).toContain('รายการแรก');
  const other = await house.as('head.ssc');
  expect((await other.get('/${name}')).body).not.toContain('รายการแรก');
  const { rows } = await house.db.owner.query("select count(*)::int as n from platform.audit where action = '${name}.entry-added'");
  expect(rows).toEqual([{ n: 1 }]);
});

test('an empty title is refused in words; nobody gets in without signing in', async () => {
  const head = await house.as('head.kpr');
  expect((await head.post('/${name}/new', { title: '' })).statusCode).toBe(422);
  expect((await house.anybody().get('/${name}')).statusCode).toBe(303);
});
`,
};

for (const [file, text] of Object.entries(files)) {
  const target = path.join(root, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text, { flag: 'wx' });
  console.log(`made ${file}`);
}
const importLine = `import { ${camel} } from './modules/${name}/module.ts';\n`;
const before = modules.match(/^import \{ \w+ \} from '\.\/modules\/.*$/gm)?.find((line) => line > importLine) ?? modules.match(/^import type .*$/m)?.[0] ?? '';
writeFileSync(list, modules.replace(before, importLine + before).replace(anchor, `${anchor}  ${camel},\n`));
console.log(`put into src/modules.ts

Next:
  npm run db:types                                   the new table in TypeScript
  npm test -- src/modules/${name}                    its test, on a real database
  npm test -- tests/permission-matrix -u             then read what changed in tests/permission-matrix.snap.md
  npm run dev                                        http://localhost:3000/${name}
Then change it into what it shall be: CONTRIBUTING.md works a feature through.`);
