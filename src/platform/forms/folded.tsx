import type { ComponentChildren, VNode } from 'preact';
import { MorePart } from '../../ui/components/form.tsx';
import type { Ui } from '../http/ui.ts';
import { stateFor } from './render.tsx';

export interface OpenProps {
  readonly ui: Ui;
  /** Address of the form that the fields stand in. */
  readonly action: string;
  /** Names of its fields; a name stands for all that begins with it and a dot, too: `outside`, or one row `outside.1`. */
  readonly names: readonly string[];
  /** Something was put there before: it stands open from the start. */
  readonly filled?: boolean;
  /** What stands in a field by itself, which opens nothing; lists as lines. */
  readonly usual?: Readonly<Record<string, string>>;
}

export interface FoldedFieldsProps extends OpenProps {
  readonly title: string;
  /** What stands in it, or what it is for: read while it is shut. */
  readonly note?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** Whether a part of a form stands open by itself: something stands in it, was typed or is wrong, so that nothing is sent unseen. */
export function standsOpen({ ui, action, names, filled, usual }: OpenProps): boolean {
  const { values, errors } = stateFor(ui, action);
  const mine = (key: string) => names.some((name) => key === name || key.startsWith(`${name}.`));
  if (Object.keys(errors).some(mine)) return true;
  if (Object.keys(values).length === 0) return filled === true;
  return Object.entries(values).some(([key, value]) => mine(key) && [value].flat().some((text = '') => text.trim() !== '' && plain(text) !== plain(usual?.[key] ?? '')));
}

/** Fields that most people leave alone, shut until they are wanted; the browser opens and shuts them, without script. */
export function FoldedFields({ title, note, children, ...rest }: FoldedFieldsProps): VNode {
  return <MorePart title={title} note={note} open={standsOpen(rest)}>{children}</MorePart>;
}

/** A browser sends lines with CR LF. */
const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim();
