/** Stamps: urgency and secrecy, and nothing else. They look as they do on paper. */
import type { ComponentChildren, VNode } from 'preact';

export type StampProps = {
  kind?: 'urgency' | 'secrecy';
  /** Urgency from 1 (word only) to 3 (heavy frame). Secrecy has one look; its word says the class. */
  level?: 1 | 2 | 3;
  children: ComponentChildren;
};

export function Stamp({ kind = 'urgency', level = 3, children }: StampProps): VNode {
  const look = kind === 'secrecy' ? 'stamp stamp-secret' : level === 3 ? 'stamp' : `stamp stamp-${level}`;
  return <span class={look}>{children}</span>;
}
