import type { KromModule } from '../../platform/module.ts';
import { demo } from './demo/load.ts';
import { messages } from './messages.ts';
import { joinRooms, type Room } from './room.ts';
import { scorecardsRoom } from './scorecards/room.ts';

/** Rights of the whole module, of which every room asks for one; and the sheets that the rooms' demo stands on. */
const base: Room = {
  demo,
  permissions: [
    { key: 'performance.read', words: messages.words('permRead'), roles: ['staff'] },
    { key: 'performance.report', words: messages.words('permReport'), roles: ['staff'] },
    { key: 'performance.keep', words: messages.words('permKeep'), roles: ['secretariat'] },
    { key: 'performance.approve', words: messages.words('permApprove'), roles: ['executive'] },
    { key: 'performance.assess', words: messages.words('permAssess'), roles: ['auditor'] },
  ],
};

/** Indicators, scores, self-assessment and scorecards: one room for each, in the order in which their demo data stands on one another. */
export const performanceModule: KromModule = joinRooms({ name: 'performance', title: messages.words('module') }, [
  base,
  scorecardsRoom,
]);
