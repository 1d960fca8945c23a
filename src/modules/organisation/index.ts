/** The public door of the module: the only file that other modules may import. */
export { identify } from './sign-in/identify.ts';
export { demoAccounts, demoPassword, type DemoAccount } from './demo/accounts.ts';
export { permissionsOfRole, roleNames, roleTable as rolePermissions, type GrantedRole, type RoleTable } from './domain/roles.ts';
export { parseCode, printedCode, unitKindNames, unitLabel, type Unit, type UnitKind } from './domain/units.ts';
export { findUnits, letterCodeOn, unitById, unitsActiveOn, unitsByAbbreviation, unitSubtree, type AbbreviationMatch } from './store/units.ts';
