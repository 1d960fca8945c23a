/** The few drawings used inside components. All are decoration: the words beside them say the same. */
import type { VNode } from 'preact';

/** The mark of Krom: a doorway whose last line is signed in blue. Not an official emblem. */
export function BrandMark(): VNode {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor">
      <path stroke-width="2" d="M5 22V3h14v19" />
      <path stroke-width="1.5" d="M9 8h6M9 12h6" />
      <path class="brand-line" stroke-width="3" d="M9 17h6" />
    </svg>
  );
}

export function SearchIcon(): VNode {
  return (
    <svg viewBox="0 0 18 18" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.8">
      <circle cx="7.5" cy="7.5" r="5" />
      <path d="m11.5 11.5 5 5" />
    </svg>
  );
}

export function TickIcon(): VNode {
  return (
    <svg viewBox="0 0 18 18" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2.4">
      <path d="m3 9.5 4 4L15.5 4" />
    </svg>
  );
}

export function AlertIcon(): VNode {
  return (
    <svg viewBox="0 0 18 18" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2.2">
      <circle cx="9" cy="9" r="7.5" />
      <path d="M9 4.5v5.5M9 12v1.8" />
    </svg>
  );
}

export function RingIcon(): VNode {
  return (
    <svg viewBox="0 0 18 18" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.8" stroke-dasharray="3 3">
      <circle cx="9" cy="9" r="7" />
    </svg>
  );
}

/** A sheet with a folded corner. */
export function FileIcon(): VNode {
  return (
    <svg viewBox="0 0 24 28" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.6">
      <path d="M4 2h11l6 6v18H4z" />
      <path d="M15 2v6h6M8 14h9M8 18h9M8 22h5" />
    </svg>
  );
}
