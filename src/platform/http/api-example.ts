import type { Json } from './api-openapi.ts';

/** What a field of this name looks like in an example; made up, like everything in the demo. */
const samples: Readonly<Record<string, unknown>> = {
  subject: 'ขอส่งรายงานการประชุมเพื่อพิจารณารับรอง', title: 'จัดทำร่างคำรับรองการปฏิบัติราชการ', reference: 'นร 0223/ว 503', name: 'นางดวงหทัย รัตนโยธิน',
  personName: 'นางดวงหทัย รัตนโยธิน', unitName: 'กลุ่มพัฒนาระบบบริหาร', abbreviation: 'กพร.', unit: 'กพร.', committeeName: 'คณะทำงานตัวชี้วัด', place: 'ห้องประชุมชั้น 2',
  reason: 'แก้ตามมติที่ประชุม', note: 'ดำเนินการแล้ว', detail: 'ตามมติที่ประชุม', text: 'ที่ประชุมรับทราบ', href: '/tasks/12', next: null, positionTitle: 'ผู้อำนวยการกลุ่ม',
  page: '/tasks/12', goTo: '/api/v1/tasks/12', phone: '๐ ๒๖๑๘ ๒๓๒๓', email: 'somchai@example.go.th', contentHash: '9f86d081884c7d65…', label: 'กพร.', code: 'นร 0223', heldOn: '2020-11-09',
};

/** An example of a schema: names known to the house get words of the office, the rest what its type allows. */
export function exampleOf(schema: Json, name = ''): unknown {
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  const either = (schema['anyOf'] ?? schema['oneOf']) as readonly Json[] | undefined;
  if (either) return exampleOf(either.find((one) => one['type'] !== 'null') ?? {}, name);
  const type = Array.isArray(schema['type']) ? schema['type'][0] : schema['type'];
  if (type === 'object') return Object.fromEntries(Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, Json>>).map(([key, one]) => [key, exampleOf(one, key)]));
  if (type === 'array') return [exampleOf((schema['items'] ?? {}) as Json, name.replace(/s$/, ''))];
  if (name in samples && (type === 'string' || type === undefined)) return samples[name];
  if (type === 'integer' || type === 'number') return name === 'year' || name === 'yearBe' ? 2563 : 12;
  if (type === 'boolean') return true;
  if (schema['format'] === 'date') return '2020-11-25';
  if (schema['format'] === 'date-time') return '2020-11-25T02:30:00.000Z';
  if (schema['format'] === 'time') return '10:00';
  if (name === 'th') return 'บันทึกแล้ว';
  if (name === 'en') return 'Saved';
  return type === 'string' ? '…' : null;
}
