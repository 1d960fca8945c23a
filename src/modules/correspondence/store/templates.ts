import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import { contentSchema } from '../domain/letter.ts';
import type { LetterContent } from '../domain/letter.ts';
import { formKeys } from '../domain/forms.ts';
import type { FormKey } from '../domain/forms.ts';

/** Words that a unit uses again (แบบร่างของหน่วยงาน). One of `forAll` is for every unit. */
export interface LetterTemplate {
  readonly id: number;
  readonly unitId: number;
  readonly forAll: boolean;
  readonly name: string;
  readonly form: FormKey;
  readonly subject: string;
  readonly salutation: string;
  readonly content: LetterContent;
  readonly used: number;
  readonly changedAt: Date;
  readonly changedByName: string;
}

const columns = ['id', 'owner_unit_id as unitId', 'for_all as forAll', 'name', 'form', 'subject', 'salutation', 'content', 'used', 'changed_at as changedAt', 'changed_by_name as changedByName'] as const;
type Row = Omit<LetterTemplate, 'form' | 'content'> & { readonly form: string; readonly content: unknown };
const read = (row: Row): LetterTemplate => ({ ...row, form: formKeys.find((key) => key === row.form) ?? 'memo', content: contentSchema.parse(row.content) });

/** Templates that hold for some units: their own and those for all, the most used first. */
export async function templatesOf(tx: ReadTx, unitIds: readonly number[]): Promise<LetterTemplate[]> {
  const rows = await tx.db.selectFrom('correspondence.letter_template').select(columns).where('active', '=', true)
    .where(sql<boolean>`(for_all or owner_unit_id = any(${[...unitIds]}::int[]))`).orderBy('used', 'desc').orderBy('name').limit(200).execute();
  return rows.map(read);
}

export async function findTemplate(tx: ReadTx, id: number): Promise<LetterTemplate | undefined> {
  const row = await tx.db.selectFrom('correspondence.letter_template').select(columns).where('id', '=', id).where('active', '=', true).executeTakeFirst();
  return row && read(row);
}

/** Saves a template under a name; undefined when the unit has one of that name. */
export async function addTemplate(tx: Tx, template: Pick<LetterTemplate, 'unitId' | 'forAll' | 'name' | 'form' | 'subject' | 'salutation' | 'content'>, at: Date): Promise<number | undefined> {
  const row = await tx.db.insertInto('correspondence.letter_template')
    .values({
      owner_unit_id: template.unitId, for_all: template.forAll, name: template.name, form: template.form, subject: template.subject, salutation: template.salutation,
      content: JSON.stringify(template.content), changed_at: at, changed_by: tx.actor.id, changed_by_name: tx.actor.name,
    })
    .onConflict((conflict) => conflict.columns(['owner_unit_id', 'name']).where('active', '=', true).doNothing())
    .returning('id').executeTakeFirst();
  return row?.id;
}

/** Takes a template out of use; letters made from it stay as they are. False when it is not the actor's unit's. */
export async function retireTemplate(tx: Tx, id: number, at: Date): Promise<boolean> {
  const done = await tx.db.updateTable('correspondence.letter_template').set({ active: false, changed_at: at, changed_by: tx.actor.id, changed_by_name: tx.actor.name })
    .where('id', '=', id).where('active', '=', true).executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Counts a use, where the template is one's own: those for all belong to another unit. */
export async function countUse(tx: Tx, id: number): Promise<void> {
  await sql`update correspondence.letter_template set used = used + 1 where id = ${id}`.execute(tx.db);
}
