import type { Words } from '../words.ts';

/** The roles of the house. Which person holds which role where is data; what a role may do is declared by modules. */
export type Role =
  | 'staff'
  | 'clerk'
  | 'unit-head'
  | 'secretariat'
  | 'executive'
  | 'organisation-admin'
  | 'auditor'
  | 'system-admin';

export interface PermissionDefinition {
  /** `module.act`. */
  readonly key: string;
  readonly words: Words;
  /** Roles that hold it by default. At least one: a permission that nobody holds is refused at boot. */
  readonly roles: readonly Role[];
  /** Holds for units that were taken over as well: to read what they had and to finish what is open, never to begin something in their name. */
  readonly continues?: true;
}
