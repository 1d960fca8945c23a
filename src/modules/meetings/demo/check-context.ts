// What the checker knows at the demo department: its units, the bodies around it, its calendar.
import { castDepartment, castUnits } from '../../organisation/demo/cast.ts';
import { holidayMap, localTime } from '../../../thai/index.ts';
import type { CheckContext, KnownUnit } from '../domain/checker/finding.ts';

function body(id: string, kind: KnownUnit['kind'], fullName: string, abbreviation: string, head?: { position: string; abbreviation: string }): KnownUnit {
  return {
    id,
    kind,
    fullName,
    abbreviations: [{ text: abbreviation, standing: 'official' }],
    ...(head && { headPosition: head.position, headAbbreviation: head.abbreviation }),
  };
}

const department = castDepartment;

export const demoKnownUnits: readonly KnownUnit[] = [
  body('department', 'department', department.fullName, department.abbreviation),
  body('director-general', 'department', department.head.position, department.head.abbreviation),
  body('deputy', 'department', department.deputy.position, department.deputy.abbreviation),
  ...castUnits.map((u): KnownUnit => ({
    id: u.id,
    kind: 'unit',
    fullName: u.fullName,
    abbreviations: [{ text: u.abbreviation, standing: 'official' }, ...u.variants.map((text) => ({ text, standing: 'variant' as const }))],
    headPosition: u.headPosition,
    headAbbreviation: u.headAbbreviation,
  })),
  body('national-committee', 'committee', 'คณะกรรมการประชาสัมพันธ์แห่งชาติ', 'กปช.'),
  body('opdc', 'outside', 'สำนักงานคณะกรรมการพัฒนาระบบราชการ', 'ก.พ.ร.'),
  body('ocsc', 'outside', 'สำนักงานคณะกรรมการข้าราชการพลเรือน', 'ก.พ.'),
  body('etda', 'outside', 'สำนักงานพัฒนาธุรกรรมทางอิเล็กทรอนิกส์', 'สพธอ.'),
  body('provincial-office', 'unit', 'สำนักงานประชาสัมพันธ์จังหวัด', 'สปชส.'),
];

const holidays = holidayMap();

export const demoCheckContext: CheckContext = {
  units: demoKnownUnits,
  calendar: {
    holidays,
    weekend: new Set([0, 6]),
    extraWorkingDays: new Set(),
    hours: { opens: localTime('08:30'), closes: localTime('16:30') },
  },
  holidayName: (date) => holidays.get(date),
};
