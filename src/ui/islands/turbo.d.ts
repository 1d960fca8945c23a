/** The little of Turbo that the islands touch; the package brings no types. */
declare module '@hotwired/turbo' {
  export const config: { drive: { progressBarDelay: number; enabled: boolean }; forms: { confirm: (message: string, form: HTMLFormElement) => Promise<boolean> } };
  export function visit(location: string | URL, options?: { action?: 'advance' | 'replace'; response?: { statusCode: number; redirected: boolean; responseHTML: string } }): void;
  export const cache: { clear: () => void };
}
