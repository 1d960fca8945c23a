export type ChannelKey = 'mail' | 'line';
/** At once, gathered in the digest, or not at all. */
type How = 'now' | 'digest' | 'off';

/** A kind of news with what its module proposes. */
interface Proposed {
  readonly key: string;
  readonly usual: { readonly mail: How; readonly line: 'now' | 'off' };
}

/** What an office says is usual for a kind of news, instead of what the module says. */
export interface UsualRoute {
  readonly kind: string;
  readonly mail: How;
  readonly line: 'now' | 'off';
}

/** A person's own choices by `channel kind`. */
export type OwnRoutes = ReadonlyMap<string, How>;

/** How news of a kind reach a person over a channel: the own choice, else what is usual in the office, else what the module says. */
export function howOf(kind: Proposed, channel: ChannelKey, own: OwnRoutes, office: readonly UsualRoute[]): How {
  return own.get(`${channel} ${kind.key}`) ?? office.find((one) => one.kind === kind.key)?.[channel] ?? kind.usual[channel];
}
