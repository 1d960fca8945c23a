import type { KromModule } from '../../platform/module.ts';
import { bookRoom } from './book/room.ts';
import type { CollectingHouse } from './collecting/house.ts';
import { collectingRoom } from './collecting/room.ts';
import { resultSections } from './collecting/section.tsx';
import { demo } from './demo/load.ts';
import { frameworksRoom } from './frameworks/room.ts';
import { indicatorsRoom } from './indicators/room.ts';
import { indicatorSections } from './indicators/sections.ts';
import { messages } from './messages.ts';
import { pmqaRoom } from './pmqa/room.ts';
import { joinRooms, type Room } from './room.ts';
import { scoresRoom } from './scores/room.ts';
import { scoreSections } from './scores/section.tsx';
import { targetsRoom } from './targets/room.ts';
import { targetSections } from './targets/section.tsx';
import { scorecardsRoom } from './scorecards/room.ts';

/** Rights of the whole module, of which every room asks for one; and the sheets that the rooms' demo stands on. */
const base: Room = {
  demo,
  permissions: [
    { key: 'performance.read', words: messages.words('permRead'), roles: ['staff'] },
    { key: 'performance.report', words: messages.words('permReport'), roles: ['staff'], continues: true },
    { key: 'performance.keep', words: messages.words('permKeep'), roles: ['secretariat'] },
    { key: 'performance.approve', words: messages.words('permApprove'), roles: ['executive'] },
    { key: 'performance.assess', words: messages.words('permAssess'), roles: ['auditor'] },
  ],
};

indicatorSections.push(...targetSections, ...resultSections, ...scoreSections);

/**
 * Indicators, scores, self-assessment and scorecards: one room for each, in the order in which their demo data stands on one another.
 * @param house what can be evidence of a result, and the measures that indicators can be bound to: those of all modules
 */
export const performanceModule = (house: CollectingHouse): KromModule => joinRooms({ name: 'performance', title: messages.words('module') }, [
  base, frameworksRoom, indicatorsRoom(house), targetsRoom, collectingRoom(house), scoresRoom, pmqaRoom, scorecardsRoom, bookRoom(house),
]);
