import type { CollectingHouse } from '../collecting/house.ts';
import type { Room } from '../room.ts';
import { api } from './api.ts';
import { makeBookAction, signBookAction } from './features/make-book/actions.ts';
import { bookFile, booksPage } from './features/make-book/page.tsx';
import { makeBookJob } from './make-book-job.ts';
import { messages } from './messages.ts';

/** The yearly book for the OPDC: made by one press, signed in the house. */
export function bookRoom(house: CollectingHouse): Room {
  const job = makeBookJob(house);
  return {
    routes: [booksPage, makeBookAction(job), signBookAction, bookFile],
    jobs: [job],
    acts: { 'performance.book-asked': messages.words('actAsked'), 'performance.book-made': messages.words('actMade') },
    api,
  };
}
