// The port of channels: how news leave the house. A new channel is one object of this shape in `channels.ts`.
import type { Tx } from '../../../platform/db/database.ts';
import type { How } from '../../../platform/notify/news-kind.ts';
import type { Language, Words } from '../../../platform/words.ts';
import type { ChannelKey } from '../domain/route.ts';
import type { OutgoingNews } from '../store/deliveries.ts';

/** Somebody in service, as channels reach them. */
export interface Recipient {
  readonly id: number;
  readonly name: string;
  readonly language: Language;
  readonly email: string | null;
  /** User id at LINE, once linked. */
  readonly line: string | null;
}

/** News of one person that go together. */
export interface Parcel {
  readonly to: Recipient;
  readonly news: readonly OutgoingNews[];
}

/** What a channel must know of the house. */
export interface HouseFacts {
  /** Address that people use, without a trailing slash. */
  readonly origin: string;
  /** Whether the office has an account at LINE. */
  readonly line: boolean;
}

export interface NewsChannel {
  readonly key: ChannelKey;
  readonly title: Words;
  /** What a person may choose for it. */
  readonly hows: readonly How[];
  /** Whether this person can be reached by it now. */
  reaches(to: Recipient, house: HouseFacts): boolean;
  /** Writes down what is to be sent, and its jobs, in this transaction: nothing outside is touched here. */
  handOver(tx: Tx, parcels: readonly Parcel[], house: HouseFacts): Promise<void>;
}
