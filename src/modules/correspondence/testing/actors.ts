import type { Actor, Scope } from '../../../platform/access/actor.ts';

/** A person of a test: party id, the parties that the person stands for, and permissions by key. */
export function testActor(id: number, principals: readonly number[], permissions: Readonly<Record<string, Scope>> = {}, unitId = principals[0]): Actor {
  return {
    kind: 'person',
    id,
    name: `ผู้ทดสอบ ${id}`,
    principals: [id, 1, ...principals],
    permissions: new Map(Object.entries(permissions)),
    unitId,
  };
}
