// Filters of the search: open where one is set, else out of the way. A GET form: the address holds everything.
import type { VNode } from 'preact';
import type { Ui } from '../../../../platform/http/ui.ts';
import type { SearchSource } from '../../../../platform/search/search-source.ts';
import { dayWords } from '../../../../platform/when.ts';
import { bangkokDate, calendarYear, localDate } from '../../../../thai/index.ts';
import { Checkbox } from '../../../../ui/components/choices.tsx';
import { DateField } from '../../../../ui/components/date-field.tsx';
import { FilterBar } from '../../../../ui/components/filter-bar.tsx';
import { Select } from '../../../../ui/components/select.tsx';
import { messages } from '../../messages.ts';
import { addressOf, daysOf, type Asked, type FilterErrors } from './asked.ts';

export interface UnitChoice {
  readonly id: number;
  readonly label: string;
}

const yearsOffered = 12;
const isSet = (asked: Asked) => [asked.from, asked.to, asked.year, asked.unit, asked.mine, asked.unread].some(Boolean);

export function Filters({ asked, sources, units, errors, ui }: { asked: Asked; sources: readonly SearchSource[]; units: readonly UnitChoice[]; errors: FilterErrors; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const logged = new Intl.ListFormat(ui.lang).format(sources.filter((source) => source.openingLogged).map((source) => ui.text(source.label)));
  const thisYear = calendarYear(bangkokDate(ui.now));
  const years = Array.from({ length: yearsOffered }, (_, back) => thisYear - back);
  if (asked.year && !years.includes(Number(asked.year)) && !errors.year) years.push(Number(asked.year));
  const { from, to } = daysOf(asked);
  const echo = (day: string | undefined, typed: string | undefined) => (day && typed ? { echo: dayWords(ui.lang, localDate(day)) } : {});
  const said = (words: { th: string; en: string } | undefined) => (words ? { error: ui.text(words) } : {});
  const hidden: Record<string, string> = Object.fromEntries(Object.entries({ q: asked.q, type: asked.type, exact: asked.exact }).filter((pair): pair is [string, string] => Boolean(pair[1])));
  return (
    <details open={isSet(asked)} class="search-filters">
      <summary>{t('search.filters')}</summary>
      <FilterBar
        action="/search" hidden={hidden} submitLabel={t('search.submit')}
        {...(isSet(asked) ? { clearHref: addressOf(asked, { from: undefined, to: undefined, year: undefined, unit: undefined, mine: undefined, unread: undefined }) } : {})}
      >
        <Select name="year" label={t('search.year')} value={asked.year ?? ''} empty={t('search.anyYear')} optional size="s" options={years.map((year) => ({ value: String(year), label: ui.lang === 'th' ? `พ.ศ. ${year}` : `B.E. ${year}` }))} {...said(errors.year)} />
        <DateField name="from" label={t('search.from')} value={asked.from} optional {...echo(from, asked.from)} {...said(errors.from)} />
        <DateField name="to" label={t('search.to')} value={asked.to} optional {...echo(to, asked.to)} {...said(errors.to)} />
        <Select name="unit" label={t('search.unit')} value={asked.unit === undefined ? '' : String(asked.unit)} empty={t('search.anyUnit')} optional size="m" options={units.map((unit) => ({ value: String(unit.id), label: unit.label }))} />
        <Checkbox name="mine" label={t('search.mine')} value="1" checked={asked.mine === '1'} />
        <Checkbox name="unread" label={t('search.unread', { kinds: logged })} value="1" checked={asked.unread === '1'} />
      </FilterBar>
    </details>
  );
}
