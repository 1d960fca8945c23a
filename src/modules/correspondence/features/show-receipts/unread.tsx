// Units that have not opened a letter: on a map of the provinces, as a list, and told once more in one press.
import type { VNode } from 'preact';
import { ActionForm } from '../../../../platform/forms/render.tsx';
import type { ReadTx } from '../../../../platform/db/database.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { TileMap, type TileValue } from '../../../../ui/components/tile-map.tsx';
import { unitsActiveOn, type Unit } from '../../../organisation/index.ts';
import { letterHref } from '../../href.ts';
import type { Letter } from '../../store/letters.ts';
import { receiptsOf, type Receipt } from '../../store/recipients.ts';
import { messages } from './messages.ts';

/** More recipients than this are shown by the list alone. */
const mostOnMap = 2000;

export interface UnreadUnits {
  readonly all: readonly { readonly receipt: Receipt; readonly unit: Unit }[];
  readonly unread: readonly { readonly receipt: Receipt; readonly unit: Unit }[];
}

/** Units that a circular went to, with their provinces; undefined for a letter that reached no provincial office. */
export async function unreadUnits(tx: ReadTx, letter: Letter, day: string): Promise<UnreadUnits | undefined> {
  const units = new Map((await unitsActiveOn(tx, day)).map((unit) => [unit.id, unit]));
  const all = (await receiptsOf(tx, letter.id, { limit: mostOnMap })).flatMap((receipt) => {
    const unit = receipt.recipientKind === 'unit' ? units.get(receipt.recipientId) : undefined;
    return unit ? [{ receipt, unit }] : [];
  });
  if (!all.some(({ unit }) => unit.kind === 'provincial-office')) return undefined;
  return { all, unread: all.filter(({ receipt }) => receipt.openedAt === null) };
}

export function UnreadMap({ letter, units: { all, unread }, ui }: { letter: Letter; units: UnreadUnits; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const values: Record<string, TileValue> = {};
  for (const { unit, receipt } of all) {
    if (unit.kind !== 'provincial-office' || unit.provinceCode === null) continue;
    const tone = receipt.acknowledgedAt ? 5 : receipt.openedAt ? 3 : 1;
    values[`TH-${unit.provinceCode}`] = { words: t(receipt.acknowledgedAt ? 'map.acked' : receipt.openedAt ? 'map.opened' : 'map.unread'), tone };
  }
  return (
    <div class="map">
      <Section title={t('map')} aside={t('map.legend')}><TileMap label={t('map.label')} values={values} /></Section>
      <Section title={t('unreadUnits', { n: unread.length })}>
        {unread.length === 0 ? <p class="quiet">{t('unreadNone')}</p> : (
          <div class="stack">
            <p>{unread.map(({ receipt }) => receipt.label).join(', ')}</p>
            {letter.state === 'issued' ? <ActionForm ui={ui} action={letterHref(letter.id, '/receipts/remind')}><Button kind="main">{t('remind')}</Button></ActionForm> : null}
          </div>
        )}
      </Section>
    </div>
  );
}
