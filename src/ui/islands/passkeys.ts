/**
 * Passkeys: a form inside `[data-passkey="register"|"sign-in"]` gets its challenge at `data-passkey-ask`, lets the browser
 * answer it, and is sent with that answer in `response`. What goes wrong is said in `[data-passkey-said]`, in the words
 * of `data-passkey-words`. Without scripts the page offers other ways.
 */
import { browserSupportsWebAuthn, startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser';
import { ready } from './ready.ts';

type Words = Readonly<Record<'asking' | 'cancelled' | 'unsupported' | 'known' | 'place' | 'failed', string>>;
interface Challenge {
  readonly data: { readonly options: never; readonly ceremony: string };
}

function wordOf(error: unknown): keyof Words {
  if (error instanceof WebAuthnError) {
    if (error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return 'known';
    if (error.code === 'ERROR_INVALID_DOMAIN' || error.code === 'ERROR_INVALID_RP_ID') return 'place';
    if (error.code.startsWith('ERROR_AUTHENTICATOR_') && error.code !== 'ERROR_AUTHENTICATOR_GENERAL_ERROR') return 'unsupported';
  }
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'AbortError') return 'cancelled';
  return name === 'SecurityError' ? 'place' : name === 'NotSupportedError' ? 'unsupported' : 'failed';
}

async function answer(box: HTMLElement): Promise<{ ceremony: string; response: string }> {
  const asked = await fetch(box.dataset['passkeyAsk'] ?? '', { method: 'POST', headers: { Accept: 'application/json' } });
  if (!asked.ok) throw new Error(String(asked.status));
  const { data } = (await asked.json()) as Challenge;
  const made = box.dataset['passkey'] === 'register' ? await startRegistration({ optionsJSON: data.options }) : await startAuthentication({ optionsJSON: data.options });
  return { ceremony: data.ceremony, response: JSON.stringify(made) };
}

function fieldOf(form: HTMLFormElement, name: string): HTMLInputElement | undefined {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement ? field : undefined;
}

function begin(box: HTMLElement): void {
  const form = box.querySelector('form');
  const response = form && fieldOf(form, 'response');
  const ceremony = form && fieldOf(form, 'ceremony');
  if (!form || !response || !ceremony) return;
  const words = JSON.parse(box.dataset['passkeyWords'] ?? '{}') as Words;
  const say = (text: string): void => {
    const place = box.querySelector('[data-passkey-said]');
    if (place) place.textContent = text;
  };
  let busy = false;
  form.addEventListener('submit', (event) => {
    if (response.value !== '') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (busy) return;
    if (!browserSupportsWebAuthn()) {
      say(words.unsupported);
      return;
    }
    busy = true;
    say(words.asking);
    answer(box).then(
      (given) => {
        say('');
        ceremony.value = given.ceremony;
        response.value = given.response;
        form.requestSubmit();
      },
      (error: unknown) => say(words[wordOf(error)]),
    ).finally(() => {
      busy = false;
    });
  });
  // A page that comes back from "back" asks again: an answer counts once.
  document.addEventListener('turbo:before-cache', () => {
    response.value = '';
  });
}

export function startPasskeys(): void {
  ready('[data-passkey]', begin);
}

/** Goes on by itself where a page has only one way on: sends the form in `[data-go]`, follows `a[data-go]`. Without scripts it is pressed. */
export function startGoingOn(): void {
  ready<HTMLFormElement>('[data-go] form', (form) => form.requestSubmit());
  ready<HTMLAnchorElement>('a[data-go]', (link) => window.location.replace(link.href));
}
