/** One thing that can be acted on, in a frame of its own. Rules and space divide everything else. */
import type { ComponentChildren, VNode } from 'preact';

export type PanelProps = { title?: string; aside?: ComponentChildren; children: ComponentChildren; id?: string; level?: 2 | 3 };

export function Panel({ title, aside, children, id, level = 2 }: PanelProps): VNode {
  return <section class="panel" id={id} aria-label={title}><Head title={title} aside={aside} level={level} />{children}</section>;
}

/** A part of a page under its heading, without a frame. */
export function Section({ title, aside, children, id, level = 2 }: PanelProps): VNode {
  return <section class="section" id={id}><Head title={title} aside={aside} level={level} />{children}</section>;
}

function Head({ title, aside, level }: Pick<PanelProps, 'title' | 'aside' | 'level'>): VNode | null {
  if (!title) return null;
  return (
    <div class="panel-head">
      {level === 2 ? <h2>{title}</h2> : <h3>{title}</h3>}
      {aside ? <div class="mid quiet">{aside}</div> : null}
    </div>
  );
}
