/** A form: hidden fields, drafts on this device, a warning before leaving. Errors come from the server (422), never from the browser's own bubbles. */
import type { ComponentChildren, VNode } from 'preact';
import { useUi } from '../context.tsx';

export type FormProps = {
  action: string;
  method?: 'post' | 'get';
  id?: string;
  /** Sent along unseen: the guard against forged requests, the idempotency key, a version. */
  hidden?: Readonly<Record<string, string>>;
  /** The form sends files; with scripts its progress is shown in `<UploadProgress>`. */
  files?: boolean;
  /** Keeps what is typed on this device under this key until it is sent. Do not use for secret matters, or say `draftFor="tab"`. */
  draft?: string;
  draftFor?: 'device' | 'tab';
  /** Asks before a page with unsent words is left. */
  guard?: boolean;
  /** With scripts, saves by itself while it is filled in, to its own address, which must lead back to this page; these words are shown in its `<AutosaveStatus>`. */
  autosave?: { saving: string; saved: string; failed: string };
  /** Posts the form here while typing, and puts the answer (HTML) into the element `previewTarget`. */
  previewUrl?: string;
  previewTarget?: string;
  /** A class for its own layout; `form` (a column of fields) unless told otherwise. */
  class?: string;
  label?: string;
  children: ComponentChildren;
};

export function Form(props: FormProps): VNode {
  const { t } = useUi();
  return (
    <form
      class={props.class ?? 'form'} id={props.id} action={props.action} method={props.method ?? 'post'} encType={props.files ? 'multipart/form-data' : undefined} noValidate
      aria-label={props.label} data-upload={props.files ? '' : undefined} data-draft={props.draft} data-draft-for={props.draft ? props.draftFor ?? 'device' : undefined}
      data-autosave={props.autosave ? '' : undefined} data-autosave-saving={props.autosave?.saving} data-autosave-saved={props.autosave?.saved} data-autosave-failed={props.autosave?.failed}
      data-guard={props.guard ? t('leave.confirm') : undefined} data-preview-url={props.previewUrl} data-preview-target={props.previewTarget}
      data-preview-failed={props.previewUrl ? t('preview.failed') : undefined}
    >
      {Object.entries(props.hidden ?? {}).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
      {props.draft ? (
        <div class="notice" data-draft-notice="" hidden role="status">
          <p>{t('draft.restored')} <button class="link-button" type="button" data-draft-discard="">{t('draft.discard')}</button></p>
        </div>
      ) : null}
      {props.children}
    </form>
  );
}

/** Who saved last, and with scripts how saving by itself goes. */
export function AutosaveStatus({ children }: { children: ComponentChildren }): VNode {
  return <p class="quiet mid" role="status" data-autosave-status="">{children}</p>;
}

/** A part of a long form, under its own heading. */
export function FormSection({ title, note, children }: { title: string; note?: ComponentChildren; children: ComponentChildren }): VNode {
  return (
    <section class="form-section">
      <div>
        <h2>{title}</h2>
        {note ? <p class="quiet mid">{note}</p> : null}
      </div>
      {children}
    </section>
  );
}

/** Fields side by side while there is room. */
export function FieldsRow({ children }: { children: ComponentChildren }): VNode {
  return <div class="fields-row">{children}</div>;
}

export type MorePartProps = { title: string; note?: ComponentChildren; open?: boolean; children: ComponentChildren };

/** A part of a long form that most people leave alone: shut, with what stands in it under its title. Parts lie in a `<MoreParts>`. */
export function MorePart({ title, note, open, children }: MorePartProps): VNode {
  return (
    <details class="more-part" open={open}>
      <summary><span class="more-title">{title}</span>{note ? <span class="quiet mid">{note}</span> : null}</summary>
      <div class="more-fields">{children}</div>
    </details>
  );
}

/** The optional parts of a form, one under the other. */
export function MoreParts({ children }: { children: ComponentChildren }): VNode {
  return <div class="more-parts">{children}</div>;
}
