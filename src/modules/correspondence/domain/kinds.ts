/** Kinds, books, speeds, secrecy and states of letters: the words of the regulation as closed sets. */

/** The six kinds of clauses 10-27 of the regulation on correspondence. */
export const letterKinds = ['external', 'internal', 'stamped', 'directive', 'publicity', 'record'] as const;
export type LetterKind = (typeof letterKinds)[number];

/** The thirteen forms within the kinds. */
export const subKinds = ['external', 'memo', 'stamped', 'order', 'regulation', 'rule', 'announcement', 'statement', 'news', 'certificate', 'minutes', 'note', 'other'] as const;
export type SubKind = (typeof subKinds)[number];

/** Number series that a unit keeps. `circular` is used only by units whose circulars have a series of their own. */
export const books = ['outgoing', 'circular', 'order', 'announcement', 'certificate', 'secret'] as const;
export type Book = (typeof books)[number];

export const urgencies = ['ordinary', 'urgent', 'very-urgent', 'most-urgent'] as const;
export type Urgency = (typeof urgencies)[number];

/** As stamped on the letter; an ordinary one carries no stamp. */
export const urgencyStamps: Readonly<Record<Urgency, string>> = {
  ordinary: '',
  urgent: 'ด่วน',
  'very-urgent': 'ด่วนมาก',
  'most-urgent': 'ด่วนที่สุด',
};

export const secrecies = ['none', 'confidential', 'secret', 'top-secret'] as const;
export type Secrecy = (typeof secrecies)[number];

export const letterStates = ['draft', 'issued', 'recalled', 'corrected', 'void'] as const;
export type LetterState = (typeof letterStates)[number];

/** Whom an author may choose; `all-units` is every unit that exists on the day of issue. */
export const addresseeKinds = ['unit', 'position', 'person', 'group', 'committee', 'all-units'] as const;
export type AddresseeKind = (typeof addresseeKinds)[number];

export const recipientKinds = ['unit', 'position', 'person'] as const;
export type RecipientKind = (typeof recipientKinds)[number];
