/** Levels of a result as a small stair: the value that each asks for, and which one was reached. */
import type { VNode } from 'preact';

export type LevelStepsProps = {
  /** Values of the levels, the lowest first. */
  values: readonly string[];
  /** The level reached, between two of them too; undefined while nothing is known. */
  reached?: number;
  /** Says what the stair is, for those who do not see it. */
  label: string;
};

export function LevelSteps({ values, reached, label }: LevelStepsProps): VNode {
  const now = reached === undefined ? undefined : Math.floor(reached);
  return (
    <ol class="level-steps" aria-label={label}>
      {values.map((value, at) => (
        <li class={reached !== undefined && at + 1 <= reached ? 'level-done' : undefined} aria-current={now === at + 1 ? 'step' : undefined}><span class="quiet small">{at + 1}</span> {value}</li>
      ))}
    </ol>
  );
}
