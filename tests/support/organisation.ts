// The organisation as other modules' tests need it: a small office, or the whole demo department.
export { asPerson, setUp, smallOffice, type SmallOffice } from '../../src/modules/organisation/testing/small-office.ts';
export { demo as layOrganisation } from '../../src/modules/organisation/demo/load.ts';
