/** Lines for a terminal or a program, as they stand. Long ones scroll in their own frame, never the page. */
import type { VNode } from 'preact';

export function CodeBlock({ label, children }: { /** What it is: "ตัวอย่างคำขอ". */ label: string; children: string }): VNode {
  return (
    <figure class="code-block">
      <figcaption class="quiet small">{label}</figcaption>
      <pre tabIndex={0} role="region" aria-label={label}><code>{children}</code></pre>
    </figure>
  );
}
