import { defineAction, type ActionOutcome } from '../../../../platform/http/define.ts';
import type { ProviderAnswer, ProviderClient } from '../../../../platform/http/exchange.ts';
import { localAddress } from '../../../../platform/http/preferences.ts';
import { ok } from '../../../../platform/result.ts';
import { isStrong, wantedClaims, type ProviderTrouble } from '../../domain/providers.ts';
import { idParams } from '../../guard.ts';
import { beginCeremony, spendCeremony, type CeremonyFault } from '../../sign-in/ceremony.ts';
import { completeSignIn, originOf } from '../../sign-in/complete-sign-in.ts';
import { linkOwnIdentity, linksAddress } from '../../sign-in/oidc-link.ts';
import { askDeparture, findPerson, journeyCookie, journeyMinutes, openProvider, prepareDeparture, providerSeconds, redirectUri, type Journey } from '../../sign-in/oidc.ts';
import { openJourney, type OpenJourney } from '../../sign-in/oidc-journey.ts';
import { noteRefusedSignIn } from '../../store/sign-ins.ts';
import type { Provider } from '../../store/providers.ts';
import { signInPage } from '../sign-in/page.tsx';
import { answerForm, departForm } from './form.ts';
import { answerPage } from './page.tsx';

const permission = { public: 'people sign in here' };
const forget = { name: journeyCookie, value: '', maxAgeSeconds: 0 };

/** Back to the sign-in page, which says what went wrong and offers the other ways. */
function backToSignIn(provider: number, trouble: ProviderTrouble, next: string): string {
  return `/sign-in?${new URLSearchParams({ ...(next === '/' ? {} : { next }), with: String(provider), trouble }).toString()}`;
}

const refusal = (provider: number, why: ProviderTrouble, people: readonly number[] = []) =>
  ({ action: 'organisation.sign-in-refused', subject: { type: 'organisation.person', id: people.length === 1 ? (people[0] as number) : null }, detail: { method: 'oidc', provider, why, ...(people.length > 1 ? { people } : {}) } }) as const;

/** Sends a browser to a provider: its address is asked for, the journey is sealed and kept by the browser. */
export const departAction = defineAction({
  path: '/sign-in/with/:id',
  permission,
  params: idParams,
  form: departForm,
  page: signInPage,
  exchange: {
    seconds: providerSeconds,
    load: async (tx, { params, services }) => ok(await prepareDeparture(tx, services, params.id)),
    ask: async (question, outside, signal) => ok('trouble' in question ? question : await askDeparture(question, outside, signal)),
  },
  async run(_tx, { params, input, asked, cookies, services }) {
    const next = localAddress(input.next);
    if ('trouble' in asked) return ok({ audit: refusal(params.id, asked.trouble), goTo: backToSignIn(params.id, asked.trouble, next) });
    const data: Journey = { ...asked.journey, next };
    const sealed = beginCeremony(services.config.dataFolder, { purpose: 'provider-sign-in', cookies, person: 0, minutes: journeyMinutes, data });
    return ok({
      audit: { action: 'organisation.provider-asked', subject: { type: 'organisation.identity-provider', id: params.id }, detail: {} },
      goTo: '/sign-in/leave',
      cookies: [{ name: journeyCookie, value: sealed, maxAgeSeconds: journeyMinutes * 60 }],
    });
  },
});

const troubleOf: Record<CeremonyFault, ProviderTrouble> = { CEREMONY_UNKNOWN: 'unknown', CEREMONY_EXPIRED: 'expired', CEREMONY_USED: 'used' };

/** What is asked of the provider, or why it is not asked. */
type Question =
  | { readonly journey: OpenJourney | undefined; readonly trouble: ProviderTrouble }
  | { readonly journey: OpenJourney; readonly provider: Provider; readonly client: ProviderClient; readonly answer: URL };
type Asked = { readonly journey: OpenJourney | undefined; readonly trouble: ProviderTrouble } | { readonly journey: OpenJourney; readonly provider: Provider; readonly said: ProviderAnswer };

/**
 * The answer of a provider: its code is exchanged outside any transaction, then the person is found and signed in, or
 * the account there is linked to the person who asked for it. The journey is spent by its first answer, right or wrong.
 */
export const answerAction = defineAction({
  path: '/sign-in/with/:id/answer',
  permission,
  params: idParams,
  form: answerForm,
  page: answerPage,
  exchange: {
    seconds: providerSeconds,
    async load(tx, { params, input, cookies, actor, services }) {
      const opened = await openJourney(tx, services.config.dataFolder, cookies[journeyCookie], { cookies, person: actor.id });
      const not = (trouble: ProviderTrouble, journey?: OpenJourney): Question => ({ journey, trouble });
      if (!opened.ok) return ok(not(troubleOf[opened.code]));
      const journey = opened.value;
      if (journey.data.provider !== params.id || journey.data.state !== input.state) return ok(not('unknown', journey));
      if (input.error) return ok(not(input.error === 'access_denied' ? 'cancelled' : 'refused', journey));
      if (!input.code) return ok(not('refused', journey));
      const open = await openProvider(tx, services, params.id);
      if ('trouble' in open) return ok(not(open.trouble, journey));
      const back = new URLSearchParams({ code: input.code, state: input.state, ...(input.iss ? { iss: input.iss } : {}) });
      return ok<Question>({ journey, ...open, answer: new URL(`${redirectUri(services.config.origin, params.id)}?${back.toString()}`) });
    },
    async ask(question: Question, outside, signal) {
      if ('trouble' in question) return ok<Asked>(question);
      const { journey, provider, client, answer } = question;
      const said = await outside.oidc.exchange(client, answer, journey.data, wantedClaims(provider), signal);
      return ok<Asked>(said.ok ? { journey, provider, said: said.value } : { journey, trouble: said.code });
    },
  },
  async run(tx, { params, asked, ip, userAgent, cookies, actor, services }) {
    const { journey } = asked;
    const next = journey?.data.next ?? '/';
    const linking = journey?.purpose === 'provider-link';
    const refused = (why: ProviderTrouble, people: readonly number[] = []): ActionOutcome => ({
      audit: linking ? { ...refusal(params.id, why, people), action: 'organisation.link-refused' } : refusal(params.id, why, people),
      goTo: linking ? `${linksAddress}?${new URLSearchParams({ with: String(params.id), trouble: why }).toString()}` : backToSignIn(params.id, why, next),
      // Where another window has begun another journey, its cookie stays.
      ...(why === 'unknown' && journey ? {} : { cookies: [forget] }),
    });
    if (journey && !('trouble' in asked && asked.trouble === 'unknown') && !(await spendCeremony(tx, journey))) return ok(refused('used'));
    if ('trouble' in asked) return ok(refused(asked.trouble));
    const { provider, said } = asked;
    if (linking) {
      const linked = await linkOwnIdentity(tx, services, actor, provider, said);
      return ok('trouble' in linked ? refused(linked.trouble, [actor.id]) : { ...linked, cookies: [forget] });
    }
    const origin = originOf({ ip, userAgent, cookies });
    const found = await findPerson(tx, services, provider, said);
    if ('trouble' in found) {
      const [person, ...others] = found.people;
      if (person !== undefined && others.length === 0) await noteRefusedSignIn(tx, { personId: person, method: 'oidc', reason: found.trouble, origin });
      return ok(refused(found.trouble, found.people));
    }
    const strong = isStrong(provider.strongValues, said.claims);
    const done = await completeSignIn(tx, services, { personId: found.personId, method: 'oidc', strong, origin, next, detail: { provider: provider.id, identity: found.identity, strong } });
    const linked = found.linked ? [{ action: 'organisation.identity-linked', subject: { type: 'organisation.person', id: found.personId }, detail: { provider: provider.id, identity: found.identity, by: provider.matchBy } }] : [];
    return ok({ ...done, audit: [...linked, ...[done.audit].flat()], cookies: [...(done.cookies ?? []), forget] });
  },
});
