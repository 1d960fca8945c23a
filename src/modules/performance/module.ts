import type { EvidenceSource } from '../../platform/evidence/evidence.ts';
import type { MeasureDefinition } from '../../platform/measures/measures.ts';
import type { KromModule } from '../../platform/module.ts';
import { collectingRoom } from './collecting/room.ts';
import { resultSections } from './collecting/section.tsx';
import { demo } from './demo/load.ts';
import { indicatorsRoom } from './indicators/room.ts';
import { indicatorSections } from './indicators/sections.ts';
import { messages } from './messages.ts';
import { joinRooms, type Room } from './room.ts';

indicatorSections.push(...resultSections);

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

/** What the module takes from the whole house: everything that can be evidence, and the measures that indicators can be bound to. */
export interface PerformanceHouse {
  evidence(): readonly EvidenceSource[];
  measures(): readonly MeasureDefinition[];
}

/** Indicators, scores, self-assessment and scorecards: one room for each, in the order in which their demo data stands on one another. */
export const performanceModule = (house: PerformanceHouse): KromModule => joinRooms({ name: 'performance', title: messages.words('module') }, [
  base,
  indicatorsRoom(house),
  collectingRoom(house),
]);
