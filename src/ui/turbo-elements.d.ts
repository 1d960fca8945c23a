/** Turbo's own elements, so that JSX knows them. */
import type { ComponentChildren } from 'preact';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'turbo-stream-source': { id?: string; src: string };
      'turbo-frame': { id: string; src?: string; loading?: 'lazy' | 'eager'; target?: string; class?: string; children?: ComponentChildren };
    }
  }
}
