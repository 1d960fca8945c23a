/** Two people on one report card: what each changed since the state that both began with is joined, field by field. */

/** Fields of the card of a round, as the official report has them. */
export const cardFields = ['achieved', 'measures', 'factors', 'obstacles', 'suggestions'] as const;
export type CardField = (typeof cardFields)[number];
export type CardContent = Readonly<Record<CardField, string>>;

export const emptyCard: CardContent = { achieved: '', measures: '', factors: '', obstacles: '', suggestions: '' };

export interface MergedCard {
  readonly content: CardContent;
  /** Fields that both changed in different ways: `content` holds mine. */
  readonly clashes: readonly CardField[];
  /** Fields that the other changed and I did not. */
  readonly taken: readonly CardField[];
}

/** Joins `mine` and `theirs`, both written from `base`. */
export function mergeCards(base: CardContent, mine: CardContent, theirs: CardContent): MergedCard {
  const changedByMe = (field: CardField) => mine[field] !== base[field];
  const changedByThem = (field: CardField) => theirs[field] !== base[field];
  return {
    content: Object.fromEntries(cardFields.map((field) => [field, changedByMe(field) ? mine[field] : theirs[field]])) as unknown as CardContent,
    clashes: cardFields.filter((field) => changedByMe(field) && changedByThem(field) && mine[field] !== theirs[field]),
    taken: cardFields.filter((field) => changedByThem(field) && !changedByMe(field)),
  };
}
