import type { BenchDesk, PageAsked } from '../support/desk.ts';
import type { LoadedLetters } from './letters-data.ts';

const year = 2562;
const onPage = 50;
const row = 'class="cell-main"';
const line = '<span class="row-no">';

export interface Listings {
  readonly firstOfRegister: PageAsked;
  readonly lastOfRegister: PageAsked;
  readonly all: readonly PageAsked[];
}

/** The pages on which a clerk meets letters: inbox, first and last page of a year's register, lists, and what is searched. */
export async function letterListings(desk: BenchDesk, { library, unitId }: LoadedLetters): Promise<Listings> {
  const { rows } = await desk.house.owner.query<{ before: number; reference: string }>(`select id::int as before, reference from correspondence.register_entry where owner_unit_id = $1 and year = $2 order by id offset $3 limit 1`, [unitId, year, onPage]);
  const { before, reference } = rows[0] as { before: number; reference: string };
  const search = (text: string) => desk.look(`/find-letters?q=${encodeURIComponent(text)}`, row);
  const firstOfRegister = await desk.look(`/register?year=${year}`, row);
  const lastOfRegister = await desk.look(`/register?year=${year}&before=${before}`, row);
  const all = [
    await desk.look('/', line), firstOfRegister, lastOfRegister,
    await desk.look(`/sent-letters?year=${year}`, row), await desk.look(`/circulars?year=${year}`, line), await desk.look('/circulars?unread=1', line),
    await search(reference), await search(library.vocabulary[25] as string), await search(library.vocabulary[950] as string), await search(library.vocabulary[12_500] as string),
  ];
  return { firstOfRegister, lastOfRegister, all };
}
