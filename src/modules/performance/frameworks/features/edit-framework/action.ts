import { defineAction } from '../../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../../platform/result.ts';
import { readTyped } from '../../domain/read-typed.ts';
import { differencesOf } from '../../domain/places.ts';
import { movedUp, type TypedFramework } from '../../domain/typed.ts';
import { messages as shared } from '../../messages.ts';
import { frameworkHref, frameworksHref } from '../../shown.tsx';
import { frameworkById, saveFramework } from '../../store/frameworks.ts';
import { frameworkParams } from '../show-framework/page.tsx';
import { bodyOf, editForm, typedFrom } from './form.ts';
import { messages } from './messages.ts';
import { editPage } from './page.tsx';

/** Does what the pressed button asks of the fields before they are read: a repair, a row a place further up. */
function stepped(typed: TypedFramework, step: string): TypedFramework {
  const up = /^up:(components|rules|steps):(\d{1,4})$/.exec(step);
  if (up) return movedUp(typed, up[1] as 'components' | 'rules' | 'steps', up[2] as string);
  const found = /^repair:components\.(\d+)\.weight=([\d.]{1,30})$/.exec(step);
  if (!found) return typed;
  return { ...typed, components: typed.components.map((row) => (row.n === found[1] ? { ...row, weight: found[2] as string } : row)) };
}

/** Which state may be overwritten: the one that the writer began from, or the one whose differences were shown. */
function expectedRev(rev: string, step: string): number {
  return Number(/^over:(\d{1,9})$/.exec(step)?.[1] ?? rev);
}

/** Where each kind of row stands on the page. */
const anchors: Readonly<Record<string, string>> = { component: 'components', part: 'components', tag: 'components', rule: 'rules', step: 'scale', class: 'classes', note: 'notes' };

const lists: Readonly<Record<string, string>> = { components: '#components', rules: '#rules', steps: '#scale' };

/** Saves a draft, whole or unfinished: what is wrong with it is told, only what cannot be read is refused. */
export const editAction = defineAction({
  path: `${frameworksHref}/:id/edit`,
  permission: 'performance.keep',
  params: frameworkParams,
  form: editForm,
  page: () => editPage,
  async run(tx, { input, params, services }) {
    const row = await frameworkById(tx, params.id);
    if (!row) return notFound(shared.words('gone'));
    const step = input.step ?? '';
    const { framework, problems } = readTyped(stepped(typedFrom(bodyOf(input)), step), row.content);
    if (Object.keys(problems).length > 0) return fail('FRAMEWORK_FIELDS', messages.words('unread'), { fields: problems });
    const saved = await saveFramework(tx, { id: row.id, rev: expectedRev(input.rev, step) }, framework, services.clock.now());
    if (saved === 'gone') return notFound(shared.words('gone'));
    if (saved === 'used') return fail('FRAMEWORK_USED', shared.words('usedKept'), { status: 409 });
    if (saved === 'stale') return fail('FRAMEWORK_STALE', shared.words('stale'), { status: 409 });
    const add = /^add:([a-z-]+(?::[a-z0-9-]+)?)$/.exec(step)?.[1];
    const paths = differencesOf(row.content, framework, 'th').map(({ path }) => path).slice(0, 50);
    return ok({
      audit: { action: 'performance.framework-changed', subject: { type: 'performance.framework', id: row.id }, detail: { rev: row.rev + 1, paths } },
      goTo: step === 'done' ? frameworkHref(row.id) : add ? frameworkHref(row.id, `/edit?add=${add}#${anchors[add.split(':')[0] as string] ?? 'top'}`) : frameworkHref(row.id, `/edit${lists[/^up:([a-z]+):/.exec(step)?.[1] ?? ''] ?? ''}`),
      ...(add ? {} : { flash: messages.words('saved') }),
    });
  },
});
