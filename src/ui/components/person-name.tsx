/** A person by name and post. No pictures: a name in full is how people are known here. */
import type { VNode } from 'preact';
import { useUi } from '../context.tsx';

export type PersonNameProps = {
  name: string;
  post?: string;
  /** The post this person stands in for, under an order. */
  actingFor?: string;
  /** Name and post on two lines. */
  block?: boolean;
  href?: string;
};

export function PersonName({ name, post, actingFor, block, href }: PersonNameProps): VNode {
  const { t } = useUi();
  const words = [post, actingFor ? t('person.for', { post: actingFor }) : undefined].filter(Boolean).join(' ');
  return (
    <span class={block ? 'person person-block' : 'person'}>
      {href ? <a href={href}>{name}</a> : name}
      {words ? <> <span class="person-post">{words}</span></> : null}
    </span>
  );
}
