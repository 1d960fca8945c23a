/** The public door of the module: the only file that other modules may import. */
export { configureRoles, type Identify } from './sign-in/identify.ts';
export { permissionsOfRole, roleNames, roleTable, type GrantedRole, type RoleTable } from './domain/roles.ts';
export { parseCode, printedCode, unitKindNames, unitLabel, type Unit, type UnitKind } from './domain/units.ts';
export { findUnits, letterCodeOn, unitById, unitsActiveOn, unitsByAbbreviation, unitSubtree, type AbbreviationMatch } from './store/units.ts';
