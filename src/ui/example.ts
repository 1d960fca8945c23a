/** An example of a component: it is documentation, a test and input for axe at once. */
import type { VNode } from 'preact';

export type Example = {
  /** What is shown, in Thai as on screen. */
  name: string;
  /** When to use it, or what to look at. */
  note?: string;
  render: () => VNode;
};
