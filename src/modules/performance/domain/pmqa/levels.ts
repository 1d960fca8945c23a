/** The three levels of an item, in their order: each counts only when the one before is complete. */
export const allLevels = ['basic', 'advance', 'significance'] as const;
export type Level = (typeof allLevels)[number];
